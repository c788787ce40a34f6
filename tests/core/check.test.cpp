#include "core/check.hpp"

#include "catch.hpp"
#include "networks.hpp"

using namespace backprop;

TEST_CASE("check finds the analytic gradient in the differences, for every parameter not at a kink") {
    constexpr double tolerance = 1e-4;  // relative, where the cost bends sharply
    test::Random random(70);
    for (int n = 0; n < 300; ++n) {
        Scenario s = test::random_scenario(random);
        if (random.coin()) s.descent.l1 = 0.01;
        if (random.coin()) s.descent.l2 = 0.01;
        const Check result = check(s);
        REQUIRE(result.parameters.size() == test::parameters_of(s.network).size());
        if (!result.worst) continue;
        const double worst = result.parameters[*result.worst].error;
        REQUIRE(worst < tolerance);
        for (const ParameterCheck& one : result.parameters) REQUIRE((one.at_kink || !(one.error > worst)));
    }
}

TEST_CASE("check names a parameter that sits on a kink instead of hiding it") {
    Scenario s = test::start_document();
    s.network.layers[0].weights[0] = 0;
    const Check result = check(s);
    CHECK(result.parameters[0].at_kink);
    REQUIRE(result.worst);
    CHECK(*result.worst != 0);
    SECTION("and has no worst where all do") {
        s.network.layers = {test::layer(Activation::relu, 1, {0})};
        CHECK_FALSE(check(s).worst);
    }
}
