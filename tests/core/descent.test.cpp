#include "core/descent.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "core/trace.hpp"
#include "networks.hpp"

using namespace backprop;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double reference = 1e-15;
constexpr double rounding = 1e-12;

std::vector<double> parameters(const Scenario& s) {
    std::vector<double> all;
    for (const Ref& ref : test::parameters_of(s.network)) all.push_back(parameter(s.network, ref));
    return all;
}

/// Equal, or neither a number.
bool same(const std::vector<double>& one, const std::vector<double>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); });
}

}  // namespace

TEST_CASE("one step from the start document gives the reference weights") {
    const Scenario after = descend(test::start_document(), 1).scenario;
    CHECK_THAT(after.network.layers[0].weights[0], WithinAbs(0.5336844876719385, reference));
    CHECK_THAT(after.network.layers[1].weights[0], WithinAbs(0.7763911358125363, reference));
    CHECK_THAT(after.network.layers[2].weights[0], WithinAbs(1.535649196712517, reference));
}

TEST_CASE("one step of the note's own numbers gives the reference weights") {
    const Scenario after = descend(test::the_note(1, 0.5, 0.8, 1.2, 0, 0.1), 1).scenario;
    CHECK_THAT(after.network.layers[0].weights[0], WithinAbs(0.4719925443249198, reference));
    CHECK_THAT(after.network.layers[1].weights[0], WithinAbs(0.782495340203075, reference));
    CHECK_THAT(after.network.layers[2].weights[0], WithinAbs(1.18833022680205, reference));
}

TEST_CASE("the training path's gradient of one example is the traced one, bit for bit") {
    test::Random random(40);
    for (int n = 0; n < 500; ++n) {
        const Scenario s = test::random_scenario(random, {.most_layers = 4, .most_units = 5, .most_examples = 1});
        const Gradient g = gradient(s);
        const Trace t = trace(s.network, s.examples[0], s.loss);
        REQUIRE(g.cost == t.loss);
        for (std::size_t l = 0; l < g.layers.size(); ++l) {
            REQUIRE(g.layers[l].dC_dW == t.layers[l].dC_dW);
            REQUIRE(g.layers[l].dC_db == t.layers[l].dC_db);
            // Added up from 0 on, however few: a zero is the positive one.
            const auto is_minus_zero = [](double slope) { return slope == 0 && std::signbit(slope); };
            REQUIRE(std::none_of(g.layers[l].dC_dW.begin(), g.layers[l].dC_dW.end(), is_minus_zero));
            REQUIRE(std::none_of(g.layers[l].dC_db.begin(), g.layers[l].dC_db.end(), is_minus_zero));
        }
    }
}

TEST_CASE("cost and gradient of several examples are the means of the traced ones") {
    test::Random random(41);
    for (int n = 0; n < 500; ++n) {
        const Scenario s = test::random_scenario(random, {.most_layers = 3, .most_units = 4, .most_examples = 6});
        const Gradient g = gradient(s);
        const double count = static_cast<double>(s.examples.size());
        double cost = 0;
        std::vector<double> first(g.layers[0].dC_dW.size());
        for (const Example& example : s.examples) {
            const Trace t = trace(s.network, example, s.loss);
            cost += t.loss / count;
            for (std::size_t k = 0; k < first.size(); ++k) first[k] += t.layers[0].dC_dW[k] / count;
        }
        REQUIRE(test::close(g.cost, cost, rounding));
        for (std::size_t k = 0; k < first.size(); ++k) REQUIRE(test::close(g.layers[0].dC_dW[k], first[k], rounding));
    }
}

TEST_CASE("five steps twice are ten steps, bit for bit") {
    test::Random random(42);
    for (int n = 0; n < 200; ++n) {
        const Scenario s = test::random_scenario(random);
        const Descended ten = descend(s, 10);
        const Descended five = descend(s, 5);
        if (ten.diverged || five.diverged) continue;
        const Descended twice = descend(five.scenario, 5);
        REQUIRE(parameters(twice.scenario) == parameters(ten.scenario));
        REQUIRE(five.costs.size() == 6);
        REQUIRE(ten.costs.size() == 11);
        REQUIRE(five.costs.back() == ten.costs[5]);
        REQUIRE(twice.costs.front() == ten.costs[5]);
        REQUIRE(twice.costs.back() == ten.costs[10]);
    }
}

TEST_CASE("a step in parts is the step at once, to the last bit, whatever the rule, the batch and the parts") {
    test::Random random(47);
    for (int n = 0; n < 150; ++n) {
        Scenario s = test::random_scenario(random, {.most_layers = 3, .most_units = 5, .most_examples = 150});
        const auto named = rules[random.below(static_cast<std::uint32_t>(rules.size()))];
        const double alpha = s.descent.alpha;
        s.descent = defaults(named.value);
        s.descent.alpha = n % 10 == 0 ? 1e300 : alpha;
        if (random.coin()) s.descent.batch = 1 + random.below(static_cast<std::uint32_t>(s.examples.size()));
        if (random.coin()) s.descent.seed = 7;
        if (random.coin()) s.descent.l2 = 0.1;
        for (int step = 0; step < 3; ++step) {
            const Descended whole = descend(s, 1);
            for (const std::size_t examples : {1, 40, 1000}) {
                std::vector<double> progress;
                DescentPart part;
                double share = 0;
                do {
                    part = descend_on(s, progress, examples);
                    progress = part.progress;
                    REQUIRE(part.share >= share);
                    share = part.share;
                } while (!part.descended);
                const Descended& parts = *part.descended;
                REQUIRE(same(parts.costs, whole.costs));
                REQUIRE(parameters(parts.scenario) == parameters(whole.scenario));
                REQUIRE(parts.diverged.has_value() == whole.diverged.has_value());
                if (whole.diverged) REQUIRE(parts.diverged->quantity == whole.diverged->quantity);
                REQUIRE(parts.scenario.descent.state.has_value() == whole.scenario.descent.state.has_value());
                // What the rule remembers shows in the step after it.
                REQUIRE(parameters(descend(parts.scenario, 1).scenario) ==
                        parameters(descend(whole.scenario, 1).scenario));
            }
            if (whole.diverged) break;
            s = whole.scenario;
        }
    }
}

TEST_CASE("all parameters move at once, from gradients at the old values") {
    test::Random random(43);
    for (int n = 0; n < 200; ++n) {
        const Scenario s = test::random_scenario(random);
        const Gradient g = gradient(s);
        const Scenario after = descend(s, 1).scenario;
        for (const Ref& ref : test::parameters_of(s.network)) {
            const LayerGradient& layer = g.layers[ref.layer];
            const double slope = ref.kind == Ref::Kind::bias
                                     ? layer.dC_db[ref.unit]
                                     : layer.dC_dW[ref.unit * s.network.layers[ref.layer].inputs + ref.input];
            REQUIRE(parameter(after.network, ref) == parameter(s.network, ref) - s.descent.alpha * slope);
        }
    }
}

TEST_CASE("a small step against the gradient lowers the cost") {
    test::Random random(44);
    for (int n = 0; n < 500; ++n) {
        Scenario s = test::random_scenario(random);
        double norm = 0;
        for (const LayerGradient& layer : gradient(s).layers) {
            for (const double g : layer.dC_dW) norm += g * g;
            for (const double g : layer.dC_db) norm += g * g;
        }
        if (norm < 1e-6) continue;
        s.descent.alpha = 1e-6;
        const auto costs = descend(s, 1).costs;
        REQUIRE(costs[1] < costs[0]);
    }
}

TEST_CASE("frozen parameters stay, one by one or all, and the others move as before") {
    Scenario s = test::start_document();
    s.network.layers[0].biases = {0.1};
    const Scenario free = descend(s, 1).scenario;
    s.network.layers[0].frozen_weights = {1};
    s.network.layers[1].frozen_weights = {0};
    const Scenario after = descend(s, 1).scenario;
    CHECK(after.network.layers[0].weights[0] == 0.4);
    CHECK(after.network.layers[0].biases == free.network.layers[0].biases);
    CHECK(after.network.layers[1].weights == free.network.layers[1].weights);
    SECTION("but have a gradient") { CHECK(gradient(s).layers[0].dC_dW[0] != 0); }
}

TEST_CASE("no steps change nothing and give the cost") {
    const Descended same = descend(test::start_document(), 0);
    CHECK(parameters(same.scenario) == parameters(test::start_document()));
    REQUIRE(same.costs.size() == 1);
    CHECK(same.costs[0] == gradient(test::start_document()).cost);
}

TEST_CASE("a run stops before the step that would make a parameter infinite, and says what failed first") {
    Scenario s;
    s.network.layers = {test::layer(Activation::identity, 1, {1}), test::layer(Activation::identity, 1, {1})};
    s.examples = {{{1}, {0}}};
    s.descent.alpha = 1e6;
    const Descended run = descend(s, 1000);
    REQUIRE(run.diverged);
    CHECK(run.costs.size() == run.diverged->step + 1);
    for (const double value : parameters(run.scenario)) CHECK(std::isfinite(value));
    CHECK(parameters(descend(s, run.diverged->step).scenario) == parameters(run.scenario));
    CHECK(run.diverged->quantity == trace(run.scenario.network, s.examples[0], s.loss).first_non_finite->quantity);
}

TEST_CASE("where only the moved parameter overflows, it is named itself") {
    Scenario s;
    s.network.layers = {test::layer(Activation::identity, 1, {1})};
    s.examples = {{{1e150}, {0}}};
    s.loss = Loss::half_squared_error;
    s.descent.alpha = 1e300;
    const Descended run = descend(s, 3);
    REQUIRE(run.diverged);
    CHECK(run.diverged->step == 0);
    CHECK(run.diverged->quantity == "w");
    CHECK(parameters(run.scenario) == std::vector<double>{1});
}
