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
}
