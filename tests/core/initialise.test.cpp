#include "core/initialise.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "core/descent.hpp"
#include "core/rule.hpp"
#include "networks.hpp"

using namespace backprop;

namespace {

Scenario wide() {
    Scenario s = test::start_document();
    s.network.layers = {test::layer(Activation::relu, 60, std::vector<double>(60 * 50, 9), std::vector<double>(50, 9))};
    s.network.layers[0].frozen_weights.assign(60 * 50, 1);
    return s;
}

double deviation(const std::vector<double>& values) {
    double squares = 0;
    for (const double each : values) squares += each * each;
    return std::sqrt(squares / static_cast<double>(values.size()));
}

double largest(const std::vector<double>& values) {
    double most = 0;
    for (const double each : values) most = std::max(most, std::abs(each));
    return most;
}

}  // namespace

TEST_CASE("each scheme draws weights of the size it is known for, and sets biases to 0") {
    const auto weights = [](Scheme scheme) { return initialise(wide(), scheme, 5).network.layers[0].weights; };
    CHECK(largest(weights(Scheme::zeros)) == 0);
    CHECK(largest(weights(Scheme::uniform)) <= 1 / std::sqrt(60.0));
    CHECK(largest(weights(Scheme::uniform)) > 0.99 / std::sqrt(60.0));
    CHECK(largest(weights(Scheme::xavier)) <= std::sqrt(6.0 / 110));
    CHECK(largest(weights(Scheme::xavier)) > 0.99 * std::sqrt(6.0 / 110));
    CHECK(std::abs(deviation(weights(Scheme::he)) / std::sqrt(2.0 / 60) - 1) < 0.03);
    CHECK(largest(initialise(wide(), Scheme::he, 5).network.layers[0].biases) == 0);
}

TEST_CASE("a seed gives the same weights for good, and another seed others") {
    const auto first = [](std::uint32_t seed) {
        return initialise(wide(), Scheme::xavier, seed).network.layers[0].weights[0];
    };
    CHECK(first(1) == first(1));
    CHECK(first(1) != first(2));
    CHECK(first(1) == -0x1.285886d28f059p-4);
}

TEST_CASE("fresh weights begin a fresh run: what the rule remembered is forgotten") {
    Scenario s = test::start_document();
    s.descent = defaults(Rule::momentum);
    s = descend(s, 3).scenario;
    REQUIRE(s.descent.state);
    CHECK_FALSE(initialise(s, Scheme::he, 5).descent.state);
}
