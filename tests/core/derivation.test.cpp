#include "core/derivation.hpp"

#include <cmath>
#include <string>

#include "catch.hpp"
#include "core/descent.hpp"
#include "core/trace.hpp"
#include "networks.hpp"

using namespace backprop;

namespace {

/// Two orders of the same products and sums.
constexpr double rounding = 1e-12;

double product(const std::vector<Factor>& factors) {
    double value = 1;
    for (const Factor& factor : factors) value *= factor.value;
    return value;
}

std::string text(const Quantity& q) {
    const std::string unit = std::to_string(q.layer) + "." + std::to_string(q.unit);
    switch (q.kind) {
        case Quantity::Kind::C:
            return "C";
        case Quantity::Kind::a:
            return "a" + unit;
        case Quantity::Kind::z:
            return "z" + unit;
        case Quantity::Kind::w:
            return "w" + unit + "." + std::to_string(q.input);
        case Quantity::Kind::b:
            return "b" + unit;
    }
    return "";
}

/// "a0.0/w0.0.0 a1.0/a0.0 …"
std::string text(const std::vector<Factor>& factors) {
    std::string all;
    for (const Factor& factor : factors) all += (all.empty() ? "" : " ") + text(factor.of) + "/" + text(factor.by);
    return all;
}

std::vector<Ref> all_refs(const Network& network) {
    std::vector<Ref> refs = test::parameters_of(network);
    for (const Ref& ref : test::units_of(network)) refs.push_back(ref);
    return refs;
}

Scenario diamond() {
    Scenario s;
    s.network.layers = {test::layer(Activation::relu, 1, {0.4}), test::layer(Activation::relu, 1, {0.7, 0.9}),
                        test::layer(Activation::sigmoid, 2, {1.5, -0.8})};
    s.examples = {{{1.2}, {1}}};
    return s;
}

/// Each factor is the product of its parts, and each opened one the sum of its terms.
void check_factors(const std::vector<Factor>& factors) {
    for (const Factor& factor : factors) {
        double parts = 1;
        for (const Part& part : factor.parts) parts *= part.value;
        if (!factor.parts.empty()) REQUIRE(test::close(parts, factor.value, rounding, 0));
        if (factor.terms.empty()) continue;
        double sum = 0;
        double size = 0;
        for (const Term& term : factor.terms) {
            REQUIRE(test::close(product(term.factors), term.value, rounding, 0));
            check_factors(term.factors);
            sum += term.value;
            size += std::abs(term.value);
        }
        REQUIRE(test::close(sum, factor.value, rounding, size));
    }
}

}  // namespace

TEST_CASE("the note's first weight has the note's four factors, in the order in which a nudge travels") {
    const Derivation d = derive(test::start_document(), {Ref::Kind::weight, 0, 0, 0});
    CHECK(text(d.factors) == "a0.0/w0.0.0 a1.0/a0.0 a2.0/a1.0 C/a2.0");
    CHECK(d.factors[0].value == 1.2);
    CHECK(d.factors[1].value == 0.7);
    CHECK(test::close(d.factors[2].value, 1.5 * 0.23477271528697477, rounding));
    CHECK(test::close(d.factors[3].value, 2 * (0.6233988845696153 - 1), rounding));
}

TEST_CASE("a factor's parts are the slope of the sum, then the slope of the activation") {
    const Derivation d = derive(test::start_document(), {Ref::Kind::weight, 2, 0, 0});
    REQUIRE(d.factors[0].parts.size() == 2);
    CHECK(text(d.factors[0].parts[0].of) == "z2.0");
    CHECK(text(d.factors[0].parts[0].by) == "w2.0.0");
    CHECK(d.factors[0].parts[0].value == 0.7 * (0.4 * 1.2));
    CHECK(text(d.factors[0].parts[1].of) == "a2.0");
    CHECK(text(d.factors[0].parts[1].by) == "z2.0");
    CHECK(d.factors[1].parts.empty());
}

TEST_CASE("where a unit feeds several others the last factor is a sum of terms, opened once") {
    const Derivation d = derive(diamond(), {Ref::Kind::weight, 0, 0, 0});
    CHECK(text(d.factors) == "a0.0/w0.0.0 C/a0.0");
    REQUIRE(d.factors[1].terms.size() == 2);
    CHECK(text(d.factors[1].terms[0].factors) == "a1.0/a0.0 a2.0/a1.0 C/a2.0");
    CHECK(text(d.factors[1].terms[1].factors) == "a1.1/a0.0 a2.0/a1.1 C/a2.0");
}

TEST_CASE("a term stops at the next fork, which is not opened again") {
    Scenario s = diamond();
    s.network.layers.insert(s.network.layers.begin() + 2, test::layer(Activation::relu, 2, {0.3, 0.4, 0.5, 0.6}));
    const Derivation d = derive(s, {Ref::Kind::unit, 0, 0, 0});
    CHECK(text(d.factors) == "C/a0.0");
    CHECK(text(d.factors[0].terms[0].factors) == "a1.0/a0.0 C/a1.0");
    CHECK(d.factors[0].terms[0].factors[1].terms.empty());
}

TEST_CASE("with a softmax output the chain goes by z, whose answer is the sum over all outputs") {
    Scenario s;
    s.network.layers = {test::layer(Activation::tanh, 1, {0.4}), test::layer(Activation::softmax, 1, {0.7, -0.9})};
    s.examples = {{{1.2}, {1, 0}}};
    s.loss = Loss::cross_entropy;
    const Derivation before = derive(s, {Ref::Kind::weight, 0, 0, 0});
    CHECK(text(before.factors) == "a0.0/w0.0.0 C/a0.0");
    REQUIRE(before.factors[1].terms.size() == 2);
    CHECK(text(before.factors[1].terms[1].factors) == "z1.1/a0.0 C/z1.1");
    const Derivation own = derive(s, {Ref::Kind::weight, 1, 1, 0});
    CHECK(text(own.factors) == "z1.1/w1.1.0 C/z1.1");
    REQUIRE(own.factors[1].terms.size() == 2);
    CHECK(text(own.factors[1].terms[0].factors) == "a1.0/z1.1 C/a1.0");
    CHECK(text(derive(s, {Ref::Kind::unit, 1, 0, 0}).factors) == "C/a1.0");
}

TEST_CASE("where a loss taken from z saturates, gradient and paths are the true ones") {
    Scenario s;
    s.network.layers = {test::layer(Activation::sigmoid, 1, {1})};
    s.examples = {{{-2000}, {1}}};
    s.loss = Loss::binary_cross_entropy;
    const Derivation d = derive(s, {Ref::Kind::weight, 0, 0, 0});
    CHECK(d.gradient == 2000);
    CHECK(d.strongest[0].value == 2000);
}

TEST_CASE("an output's activation has one factor and no terms") {
    const Derivation d = derive(test::start_document(), {Ref::Kind::unit, 2, 0, 0});
    CHECK(text(d.factors) == "C/a2.0");
    CHECK(d.factors[0].terms.empty());
    CHECK_FALSE(d.update);
}

TEST_CASE("a bias counts as a weight whose input is 1") {
    Scenario s = test::start_document();
    s.network.layers[1].biases = {0.1};
    const Derivation d = derive(s, {Ref::Kind::bias, 1, 0, 0});
    CHECK(text(d.factors) == "a1.0/b1.0 a2.0/a1.0 C/a2.0");
    CHECK(d.factors[0].parts[0].value == 1);
}

TEST_CASE("the factors of a derivation multiply to the traced gradient, and its terms add up") {
    test::Random random(20);
    for (int n = 0; n < 1000; ++n) {
        const Scenario s = test::random_scenario(random);
        const std::size_t example = s.examples.size() - 1;
        const Trace t = trace(s.network, s.examples[example], s.loss);
        for (const Ref& ref : all_refs(s.network)) {
            const Derivation d = derive(s, ref, {.example = example, .paths = 0});
            const LayerTrace& layer = t.layers[ref.layer];
            const double traced = ref.kind == Ref::Kind::unit   ? layer.dC_da[ref.unit]
                                  : ref.kind == Ref::Kind::bias ? layer.dC_db[ref.unit]
                                                                : layer.dC_dW[ref.unit * layer.x.size() + ref.input];
            REQUIRE(d.gradient == traced);
            REQUIRE(test::close(product(d.factors), traced, rounding, 0));
            check_factors(d.factors);
        }
    }
}

TEST_CASE("all paths together are the gradient, and there are as many as counted") {
    test::Random random(21);
    for (int n = 0; n < 300; ++n) {
        const Scenario s = test::random_scenario(random);
        for (const Ref& ref : all_refs(s.network)) {
            const Derivation d = derive(s, ref, {.paths = 1'000});
            REQUIRE(d.strongest.size() == static_cast<std::size_t>(d.path_count));
            double sum = 0;
            double size = 0;
            for (const Path& path : d.strongest) {
                REQUIRE(path.units.size() == s.network.layers.size() - ref.layer);
                REQUIRE(path.units.front() == ref.unit);
                sum += path.value;
                size += std::abs(path.value);
            }
            REQUIRE(test::close(sum, d.gradient, rounding, size));
        }
    }
}

TEST_CASE("the strongest paths are the first of all paths by size") {
    test::Random random(22);
    for (int n = 0; n < 300; ++n) {
        const Scenario s = test::random_scenario(random);
        const Ref ref{Ref::Kind::weight, 0, 0, 0};
        const auto all = derive(s, ref, {.paths = 1'000}).strongest;
        const auto three = derive(s, ref, {.paths = 3}).strongest;
        REQUIRE(three.size() == std::min<std::size_t>(3, all.size()));
        for (std::size_t k = 0; k < three.size(); ++k) {
            REQUIRE(three[k].units == all[k].units);
            REQUIRE(three[k].value == all[k].value);
        }
        for (std::size_t k = 1; k < all.size(); ++k) {
            REQUIRE(std::abs(all[k].value) <= std::abs(all[k - 1].value));
        }
    }
}

TEST_CASE("the number of paths is exact to 2^53") {
    Network network;
    for (int l = 0; l < 9; ++l)
        network.layers.push_back(test::layer(Activation::relu, 64, std::vector<double>(64 * 64)));
    CHECK(path_count(network, 0) == 0x1p48);
    CHECK(path_count(network, 8) == 1);
}

TEST_CASE("a derivation's update is what one step of the descent does to the parameter") {
    test::Random random(23);
    for (int n = 0; n < 300; ++n) {
        const Scenario s = test::random_scenario(random);
        const Descended after = descend(s, 1);
        for (const Ref& ref : test::parameters_of(s.network)) {
            const auto update = derive(s, ref).update;
            REQUIRE(update);
            REQUIRE(update->before == parameter(s.network, ref));
            REQUIRE(update->after == parameter(after.scenario.network, ref));
            REQUIRE(update->after == update->before - s.descent.alpha * update->gradient);
        }
    }
}
