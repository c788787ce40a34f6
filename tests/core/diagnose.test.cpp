#include "core/diagnose.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "catch.hpp"
#include "core/activation.hpp"
#include "core/descent.hpp"
#include "core/kernel.hpp"
#include "core/trace.hpp"
#include "networks.hpp"

using namespace backprop;
using Catch::Matchers::WithinAbs;

namespace {

std::vector<Finding> of_kind(const Scenario& s, FindingKind kind) {
    std::vector<Finding> found;
    for (Finding& finding : diagnose(s)) {
        if (finding.kind == kind) found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

TEST_CASE("the start document has nothing to be found") { CHECK(diagnose(test::start_document()).empty()); }

TEST_CASE("what is not finite is named with its example, and nothing else is said") {
    Scenario s = test::start_document();
    s.network.layers = {test::layer(Activation::identity, 1, {1e300})};
    s.examples = {{{1}, {0}}, {{1e300}, {0}}};
    s.examples.own()[0].inputs[0] = 1e-300;
    const auto found = diagnose(s);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == FindingKind::non_finite);
    CHECK(found[0].example == 1);
    CHECK(*found[0].quantity == "z");
}

TEST_CASE("a relu unit shut for every example is dead, and whether a gradient could revive it is said") {
    Scenario s = test::start_document();
    s.network.layers[0].weights[0] = -0.4;
    const auto chain = of_kind(s, FindingKind::dead);
    REQUIRE(chain.size() == 2);
    CHECK_FALSE(*chain[0].revivable);

    s.network.layers = {test::layer(Activation::tanh, 1, {0.5, 0.6}), test::layer(Activation::relu, 2, {-1, -1, 1, 1}),
                        test::layer(Activation::sigmoid, 2, {1, 1})};
    const auto beside = of_kind(s, FindingKind::dead);
    REQUIRE(beside.size() == 1);
    CHECK(beside[0].layer == 1);
    CHECK(beside[0].unit == 0);
    CHECK(*beside[0].revivable);

    // Its neighbours move, but nothing that feeds it.
    s.network.layers = {test::layer(Activation::relu, 1, {-1, 1}), test::layer(Activation::sigmoid, 2, {1, 1})};
    const auto first = of_kind(s, FindingKind::dead);
    REQUIRE(first.size() == 1);
    CHECK_FALSE(*first[0].revivable);
}

TEST_CASE("a unit open for one example is not dead") {
    Scenario s = test::start_document();
    s.examples = {{{1}, {1}}, {{-1}, {1}}};
    CHECK(of_kind(s, FindingKind::dead).empty());
}

TEST_CASE("a sigmoid far out is saturated") {
    Scenario s = test::start_document();
    s.network.layers[2].weights[0] = 30;
    const auto found = of_kind(s, FindingKind::saturated);
    REQUIRE(found.size() == 1);
    CHECK(found[0].layer == 2);
    CHECK(*found[0].value < 0.0025);
}

TEST_CASE("saturated is a slope below a hundredth of the steepest, for every example") {
    const auto found_at = [](Activation f, std::vector<double> z) {
        Scenario s = test::start_document();
        s.network.layers = {test::layer(f, 1, {1})};
        s.examples.own().clear();
        for (const double each : z) s.examples.own().push_back({{each}, {0.5}});
        return !of_kind(s, FindingKind::saturated).empty();
    };
    CHECK(found_at(Activation::sigmoid, {6.01, -7}));  // slope 0.00244
    CHECK_FALSE(found_at(Activation::sigmoid, {5.97, -7}));
    CHECK(found_at(Activation::tanh, {3, -4}));  // slope 0.00987
    CHECK_FALSE(found_at(Activation::tanh, {2.98, -4}));
}

TEST_CASE("what vanishes or explodes is told with its root mean squares, and where and through what it changes most") {
    const auto layer = [](Activation f, double w, std::vector<double> biases = {}) {
        return test::layer(f, 2, {w, 0.5 * w, -0.3 * w, w}, std::move(biases));
    };
    Scenario s = test::start_document();
    s.examples = {{{1, 0.5}, {1, 0}}, {{-0.4, 0.8}, {0, 1}}, {{0.3, 0.2}, {1, 1}}};
    const auto check_found = [&](FindingKind kind, FactorPart through) {
        const auto found = of_kind(s, kind);
        REQUIRE(found.size() == 1);
        CHECK(found[0].layer == 1);
        CHECK(found[0].through == through);
        const std::size_t layers = s.network.layers.size();
        REQUIRE(found[0].norms.size() == layers);
        for (std::size_t l = 0; l < layers; ++l) {
            double squares = 0;
            for (const Example& example : s.examples) {
                const Trace t = trace(s.network, example, s.loss);
                for (const double slope : t.layers[l].dC_dz) squares += slope * slope;
            }
            CHECK_THAT(found[0].norms[l] / std::sqrt(squares / 6), WithinAbs(1, 1e-14));
        }
        CHECK(*found[0].value == found[0].norms.front() / found[0].norms.back());
    };
    const Activation id = Activation::identity;
    s.network.layers = {layer(id, 1), layer(id, 0.2), layer(id, 1e-3), layer(id, 1)};
    check_found(FindingKind::vanishing, FactorPart::weight);
    s.network.layers[2] = layer(id, 1e4);
    check_found(FindingKind::exploding, FactorPart::weight);
    s.network.layers = {layer(id, 1), layer(Activation::sigmoid, 0.2, {9, -9}), layer(id, 1), layer(id, 1)};
    check_found(FindingKind::vanishing, FactorPart::slope);
}

TEST_CASE("a deep chain of sigmoids vanishes through their slopes, one of large weights explodes through those") {
    Scenario s = test::start_document();
    s.network.layers.assign(8, test::layer(Activation::sigmoid, 1, {1}));
    const auto small = of_kind(s, FindingKind::vanishing);
    REQUIRE(small.size() == 1);
    CHECK(*small[0].value < 1e-3);
    CHECK(small[0].through == FactorPart::slope);
    CHECK(small[0].norms.size() == 8);

    s.network.layers.assign(8, test::layer(Activation::identity, 1, {0.2}));
    CHECK(of_kind(s, FindingKind::vanishing)[0].through == FactorPart::weight);

    s.network.layers.assign(8, test::layer(Activation::identity, 1, {4}));
    const auto large = of_kind(s, FindingKind::exploding);
    REQUIRE(large.size() == 1);
    CHECK(large[0].through == FactorPart::weight);
    CHECK_THAT(*large[0].value, WithinAbs(16384, 1e-6));
}

TEST_CASE("with y = 0 the note's network runs into the dead end at one half") {
    const Scenario s = test::the_note(1, 0.5, 0.8, 1.2, 0, 0.1);
    const auto found = of_kind(s, FindingKind::unreachable);
    REQUIRE(found.size() == 1);
    CHECK(*found[0].value == 0.25);
    const std::size_t steps = *found[0].steps;
    CHECK(descend(s, steps - 1).costs.back() > 0.25);
    const Descended there = descend(s, steps);
    CHECK(there.costs.back() == 0.25);
    // w₁ has turned negative: the first ReLU is dead, and no gradient is left to lead below one half.
    CHECK(there.scenario.network.layers[0].weights[0] < 0);
    CHECK_FALSE(*of_kind(there.scenario, FindingKind::dead)[0].revivable);
    CHECK(descend(there.scenario, 1000).costs.back() == 0.25);
}

TEST_CASE("a target outside of what the output can give is unreachable") {
    const auto found = of_kind(test::the_note(1.2, 0.4, 0.7, 1.5, 2, 0.6), FindingKind::unreachable);
    REQUIRE(found.size() == 1);
    CHECK(*found[0].target == 2);
    CHECK(*found[0].value == 1);
}

TEST_CASE("the nearest that an output can give is the end of what its activation gives") {
    Scenario s = test::start_document();
    s.network.layers = {test::layer(Activation::identity, 1, {1})};
    // Below all but the straight ones; above all that have an upper end.
    constexpr double low = -1.5;
    constexpr double high = 1.5;
    for (const auto& [f, name] : activations) {
        if (f == Activation::softmax) continue;
        s.network.layers[0].activation = f;
        double least = 0.5;
        double most = 0.5;
        for (int k = -10'000; k <= 10'000; ++k) {
            const double z = std::sinh(k / 800.0);  // dense where they bend, and up to 130,000: some are slow to arrive
            const double a = predict(s.network, std::vector{z})[0];
            least = std::min(least, a);
            most = std::max(most, a);
        }
        INFO(name);
        for (const auto& [target, end] : {std::pair{low, least}, {high, most}}) {
            s.examples = {{{0.3}, {target}}};
            const auto all = of_kind(s, FindingKind::unreachable);
            const auto found = std::find_if(all.begin(), all.end(), [](const Finding& one) { return one.target; });
            const bool reached = target == low ? least <= low : most >= high;
            REQUIRE((found == all.end()) == reached);
            if (!reached) CHECK_THAT(*found->value, WithinAbs(end, 1e-5));
        }
    }
}

TEST_CASE("the alpha named as too large is where the step stops lowering the cost") {
    Scenario s = test::the_note(1.2, 0.8, 1.1, 1.7, 0.7, 10);
    const auto found = of_kind(s, FindingKind::alpha_too_large);
    REQUIRE(found.size() == 1);
    const double before = cost(s);
    s.descent.alpha = *found[0].value * 0.999;
    CHECK(descend(s, 1).costs[1] < before);
    CHECK(of_kind(s, FindingKind::alpha_too_large).empty());
    s.descent.alpha = *found[0].value * 1.001;
    CHECK(descend(s, 1).costs[1] > before);
}

TEST_CASE("random networks of every kind are diagnosed without a broken number") {
    test::Random random(90);
    for (int n = 0; n < 200; ++n) {
        Scenario s = test::random_scenario(random);
        s.descent = defaults(test::any_of(rules, random));
        for (const Finding& finding : diagnose(s)) {
            if (finding.value) REQUIRE_FALSE(std::isnan(*finding.value));
            if (finding.layer) REQUIRE(*finding.layer < s.network.layers.size());
        }
    }
}

TEST_CASE("a run stands still where every parameter is frozen, but not where nothing is left to reach") {
    const auto unreachable = [](const Scenario& s) {
        const auto found = diagnose(s);
        return std::any_of(found.begin(), found.end(),
                           [](const Finding& f) { return f.kind == FindingKind::unreachable; });
    };
    Scenario s = test::start_document();
    CHECK_FALSE(unreachable(s));
    for (Layer& layer : s.network.layers) layer.frozen_weights = {1};
    CHECK(unreachable(s));

    s.network.layers = {test::layer(Activation::identity, 1, {1})};
    s.examples = {{{1}, {1}}};
    CHECK_FALSE(unreachable(s));
}

namespace {

bool same(const Finding& one, const Finding& other) {
    return one.kind == other.kind && one.layer == other.layer && one.unit == other.unit && one.value == other.value &&
           one.example == other.example && one.quantity == other.quantity && one.revivable == other.revivable &&
           one.norms == other.norms && one.through == other.through && one.target == other.target &&
           one.steps == other.steps;
}

std::vector<Finding> in_parts(const Scenario& s, std::size_t examples) {
    std::vector<double> progress;
    double share = 0;
    for (;;) {
        DiagnosisPart part = diagnose_on(s, progress, examples);
        REQUIRE(part.share >= share);
        share = part.share;
        if (part.findings) return *std::move(part.findings);
        progress = std::move(part.progress);
    }
}

}  // namespace

TEST_CASE("a diagnosis in parts finds what one at once finds, to the last bit") {
    test::Random random(91);
    std::set<FindingKind> kinds;
    for (int n = 0; n < 100; ++n) {
        Scenario s = test::random_scenario(random, {.most_layers = 4, .most_units = 5, .most_examples = 70});
        s.descent = defaults(test::any_of(rules, random));
        s.descent.alpha = random.between(0, 2) * random.between(0, 20);
        if (random.below(2) == 0) s.descent.batch = 1 + random.below(s.examples.size());
        if (random.below(8) == 0) s.network.layers[0].weights[0] = 1e308;
        if (random.below(4) == 0) s.network.layers[0].weights[0] = -50;
        const auto whole = diagnose(s);
        for (const Finding& finding : whole) kinds.insert(finding.kind);
        for (const std::size_t examples : {std::size_t{1}, std::size_t{33}, s.examples.size()}) {
            const auto parts = in_parts(s, examples);
            REQUIRE(parts.size() == whole.size());
            for (std::size_t k = 0; k < whole.size(); ++k) REQUIRE(same(parts[k], whole[k]));
        }
    }
    CHECK(kinds.size() >= 5);
}

TEST_CASE("what is no progress of this network begins anew") {
    const Scenario s = test::start_document();
    const std::vector<double> other{1, 2, 3};
    CHECK(diagnose_on(s, other, 1).progress == diagnose_on(s, {}, 1).progress);
}
