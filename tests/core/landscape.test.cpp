#include "core/landscape.hpp"

#include "catch.hpp"
#include "core/descent.hpp"
#include "networks.hpp"

using namespace backprop;

TEST_CASE("each point of a landscape is the cost with these parameters, the first axis slow, both ends included") {
    const Scenario s = test::start_document();
    const Ref w1{Ref::Kind::weight, 0, 0, 0};
    const Ref w3{Ref::Kind::weight, 2, 0, 0};
    const auto costs = landscape(s, {{w1, -1, 2}, {w3, 0.5, 1.5}}, 4);
    REQUIRE(costs.size() == 16);
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t k = 0; k < 4; ++k) {
            Scenario at = s;
            parameter_at(at.network, w1) = -1 + static_cast<double>(i);
            parameter_at(at.network, w3) = k == 3 ? 1.5 : 0.5 + static_cast<double>(k) / 3;
            CHECK(test::close(costs[i * 4 + k], cost(at), 1e-14));
        }
    }
    CHECK(landscape(s, {{w1, 0, 1}}, 2).size() == 2);
    // Ends that are further from each other than the largest double.
    Scenario far = s;
    parameter_at(far.network, w1) = -1e308;
    CHECK(landscape(s, {{w1, -1e308, 1e308}}, 3) == std::vector{cost(far), 0.25, landscape(s, {{w1, 0, 1e308}}, 2)[1]});
}

TEST_CASE("a landscape of many examples, with penalties, has the bits of the whole cost at each point") {
    test::Random random(72);
    for (int n = 0; n < 100; ++n) {
        Scenario s = test::random_scenario(random, {.most_layers = 4, .most_units = 5, .most_examples = 70});
        if (random.coin()) s.descent.l1 = 0.01;
        if (random.coin()) s.descent.l2 = 0.01;
        const auto parameters = test::parameters_of(s.network);
        if (parameters.size() < 2) continue;
        const std::size_t one = random.below(parameters.size());
        const std::size_t other = (one + 1 + random.below(parameters.size() - 1)) % parameters.size();
        const auto costs = landscape(s, {{parameters[one], -1, 1}, {parameters[other], 0, 1}}, 3);
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t k = 0; k < 3; ++k) {
                parameter_at(s.network, parameters[one]) = static_cast<double>(i) - 1;
                parameter_at(s.network, parameters[other]) = static_cast<double>(k) / 2;
                REQUIRE(costs[i * 3 + k] == cost(s));
            }
        }
    }
}
