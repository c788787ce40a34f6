#include "core/slip.hpp"

#include <map>
#include <string>

#include "catch.hpp"
#include "core/descent.hpp"
#include "core/trace.hpp"
#include "networks.hpp"

using namespace backprop;
using Catch::Matchers::WithinAbs;

namespace {

std::map<std::string, Slip> by_name(const Scenario& s, const Ref& ref) {
    std::map<std::string, Slip> named;
    for (Slip& slip : slips(s, ref)) named.emplace(name_of(slip_kinds, slip.kind), std::move(slip));
    return named;
}

constexpr Ref first_weight{Ref::Kind::weight, 0, 0, 0};
constexpr double three_decimals = 5.1e-4;

}  // namespace

TEST_CASE("each slip on the note's first weight yields the number worked out by hand") {
    const auto found = by_name(test::start_document(), first_weight);
    const double slope = 0.23477271528697477;
    const double answer = -0.7532022308607693;  // ∂C/∂a₃
    CHECK_THAT(found.at("forgotTwo").gradient, WithinAbs(1.2 * 0.7 * 1.5 * slope * answer / 2, 1e-14));
    CHECK_THAT(found.at("forgotSlope").gradient, WithinAbs(1.2 * 0.7 * 1.5 * answer, 1e-14));
    CHECK_THAT(found.at("forgotInput").gradient, WithinAbs(0.7 * 1.5 * slope * answer, 1e-14));
    CHECK_THAT(found.at("forgotWeight").gradient, WithinAbs(1.2 * slope * answer, 1e-14));
    CHECK_THAT(found.at("valuesBack").gradient, WithinAbs(1.2 * 0.48 * 0.336 * slope * answer, 1e-14));
    CHECK_THAT(found.at("added").gradient, WithinAbs(1.2 + 0.7 + 1.5 * slope + answer, 1e-14));
    CHECK_THAT(found.at("wrongSign").after, WithinAbs(0.4 - 0.6 * 0.22280747945323093, 1e-14));
    CHECK(found.count("onePath") == 0);
}

TEST_CASE("updating the output first gives the first weight that TEACHING names for alpha = 2") {
    Scenario s = test::start_document();
    s.descent.alpha = 2;
    CHECK_THAT(descend(s, 1).scenario.network.layers[0].weights[0], WithinAbs(0.846, three_decimals));
    CHECK_THAT(by_name(s, first_weight).at("outputFirst").after, WithinAbs(1.070, three_decimals));
}

TEST_CASE("the wrong sign climbs") {
    const auto found = by_name(test::start_document(), first_weight);
    CHECK_THAT(cost(found.at("wrongSign").scenario), WithinAbs(0.183, three_decimals));
}

TEST_CASE("where a unit feeds several, one path alone is one of the terms") {
    Scenario s;
    s.network.layers = {test::layer(Activation::relu, 1, {0.4}), test::layer(Activation::relu, 1, {0.7, 0.9}),
                        test::layer(Activation::sigmoid, 2, {1.5, -0.8})};
    s.examples = {{{1.2}, {1}}};
    const Trace t = trace(s.network, s.examples[0], s.loss);
    const double lower = 1.2 * 0.9 * t.layers[1].dC_dz[1];
    CHECK_THAT(by_name(s, first_weight).at("onePath").gradient, WithinAbs(lower, 1e-14));
}

TEST_CASE("Mazur's printed loss is that of the slip outputFirst") {
    Scenario s;
    s.network.layers = {test::layer(Activation::sigmoid, 2, {0.15, 0.20, 0.25, 0.30}, {0.35, 0.35}),
                        test::layer(Activation::sigmoid, 2, {0.40, 0.45, 0.50, 0.55}, {0.60, 0.60})};
    for (Layer& layer : s.network.layers) layer.frozen_biases = {1, 1};
    s.examples = {{{0.05, 0.10}, {0.01, 0.99}}};
    s.loss = Loss::half_squared_error;
    s.descent.alpha = 0.5;
    CHECK_THAT(cost(by_name(s, first_weight).at("outputFirst").scenario), WithinAbs(0.29102792390544197, 1e-14));
}

TEST_CASE("a slip moves every parameter of the network, with the rule and state of the document") {
    test::Random random(80);
    for (int n = 0; n < 100; ++n) {
        Scenario s = test::random_scenario(random);
        s.descent = defaults(test::any_of(rules, random));
        for (const Slip& slip : slips(s, first_weight)) {
            REQUIRE(slip.after == parameter(slip.scenario.network, first_weight));
            REQUIRE(slip.scenario.descent.state.has_value() == descend(s, 1).scenario.descent.state.has_value());
        }
        const auto found = by_name(s, first_weight);
        const double truth = next_update(s, {Ref::Kind::weight, 0, 0, 0}).gradient;
        REQUIRE(test::close(found.at("wrongSign").gradient, truth, 1e-12));
    }
}
