#include "core/nudge.hpp"

#include <cmath>

#include "catch.hpp"
#include "core/trace.hpp"
#include "networks.hpp"

using namespace backprop;
using Catch::Matchers::WithinAbs;

TEST_CASE("a nudge of the note's first weight reaches every activation and the cost") {
    const auto changes = nudge(test::start_document(), {Ref::Kind::weight, 0, 0, 0}, 0.01);
    REQUIRE(changes.size() == 5);
    CHECK(changes[0].of.kind == Quantity::Kind::w);
    CHECK(changes[1].of.kind == Quantity::Kind::a);
    CHECK(changes[4].of.kind == Quantity::Kind::C);
    // TEACHING's hand-computed row: w1 +0.0100 → a1 +0.0120 → a2 +0.0084 → a3 +0.00295 → C −0.00222
    CHECK_THAT(changes[1].change, WithinAbs(0.0120, 5e-5));
    CHECK_THAT(changes[2].change, WithinAbs(0.0084, 5e-5));
    CHECK_THAT(changes[3].change, WithinAbs(0.00295, 5e-6));
    CHECK_THAT(changes[4].change, WithinAbs(-0.00222, 5e-6));
    CHECK_FALSE(changes[0].ratio);
    for (std::size_t k = 1; k < changes.size(); ++k) {
        REQUIRE(changes[k].ratio);
        CHECK(*changes[k].ratio == changes[k].change / changes[k - 1].change);
    }
}

TEST_CASE("every entry of a nudge is what the changed network really computes") {
    test::Random random(30);
    for (int n = 0; n < 300; ++n) {
        const Scenario s = test::random_scenario(random);
        const double delta = random.between(-0.5, 0.5);
        const Trace before = trace(s.network, s.examples[0], s.loss);
        for (const Ref& ref : test::parameters_of(s.network)) {
            Scenario changed = s;
            parameter_at(changed.network, ref) += delta;
            const Trace after = trace(changed.network, s.examples[0], s.loss);
            for (const Change& change : nudge(s, ref, delta)) {
                if (change.of.kind == Quantity::Kind::a) {
                    REQUIRE(change.before == before.layers[change.of.layer].a[change.of.unit]);
                    REQUIRE(change.after == after.layers[change.of.layer].a[change.of.unit]);
                } else if (change.of.kind == Quantity::Kind::C) {
                    REQUIRE(change.before == before.loss);
                    REQUIRE(change.after == after.loss);
                }
                REQUIRE(change.change == change.after - change.before);
            }
        }
    }
}

TEST_CASE("what the factors predict for the cost is the gradient times the nudge") {
    constexpr double rounding = 1e-12;
    test::Random random(31);
    for (int n = 0; n < 300; ++n) {
        const Scenario s = test::random_scenario(random);
        const Trace t = trace(s.network, s.examples[0], s.loss);
        for (const Ref& ref : test::units_of(s.network)) {
            REQUIRE(test::close(nudge(s, ref, 0.1).back().linear, 0.1 * t.layers[ref.layer].dC_da[ref.unit], rounding));
        }
        for (const Ref& ref : test::parameters_of(s.network)) {
            const LayerTrace& layer = t.layers[ref.layer];
            const double slope = ref.kind == Ref::Kind::bias ? layer.dC_db[ref.unit]
                                                             : layer.dC_dW[ref.unit * layer.x.size() + ref.input];
            REQUIRE(test::close(nudge(s, ref, 0.1).back().linear, 0.1 * slope, rounding));
        }
    }
}

TEST_CASE("a nudge reaches one unit of its own layer and all units of later ones") {
    Scenario s;
    s.network.layers = {test::layer(Activation::tanh, 2, {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}),
                        test::layer(Activation::tanh, 3, {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}),
                        test::layer(Activation::tanh, 2, {0.1, 0.2})};
    s.examples = {{{1, 2}, {1}}};
    const auto changes = nudge(s, {Ref::Kind::weight, 0, 1, 0}, 0.1);
    REQUIRE(changes.size() == 6);
    CHECK(changes[1].of.unit == 1);
    CHECK(changes[2].of.layer == 1);
    CHECK(changes[3].of.layer == 1);
    CHECK(changes[4].of.layer == 2);
    SECTION("a ratio stands only where one number led to one number") {
        CHECK_FALSE(changes[1].ratio);
        CHECK_FALSE(changes[2].ratio);
        CHECK_FALSE(changes[4].ratio);
        CHECK(changes[5].ratio);
    }
}

TEST_CASE("a nudge of a softmax unit's weight reaches all units of its layer") {
    Scenario s;
    s.network.layers = {test::layer(Activation::softmax, 1, {0.1, 0.2, 0.3})};
    s.examples = {{{1}, {1, 0, 0}}};
    s.loss = Loss::cross_entropy;
    const auto changes = nudge(s, {Ref::Kind::weight, 0, 1, 0}, 0.01);
    REQUIRE(changes.size() == 5);
    for (std::size_t k = 1; k < 4; ++k) CHECK_THAT(changes[k].linear, WithinAbs(changes[k].change, 1e-4));
}

TEST_CASE("an activation can be nudged as well as a parameter") {
    const auto changes = nudge(test::start_document(), {Ref::Kind::unit, 1, 0, 0}, 0.1);
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].of.kind == Quantity::Kind::a);
    CHECK(changes[0].of.layer == 1);
    CHECK(changes[0].linear == 0.1);
    CHECK_FALSE(changes[0].ratio);
    CHECK(changes[1].ratio);
}
