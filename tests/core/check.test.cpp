#include "core/check.hpp"

#include <cmath>

#include "catch.hpp"
#include "core/descent.hpp"
#include "networks.hpp"

using namespace backprop;

namespace {

/// On which side of its kink each quantity is that has one, for all examples, traced one by one.
std::vector<int> sides(const Scenario& s) {
    const auto side = [](double z) { return z > 0 ? 1 : z < 0 ? -1 : 0; };
    std::vector<int> all;
    for (const Example& example : s.examples) {
        const Trace t = trace(s.network, example, s.loss);
        for (std::size_t l = 0; l < t.layers.size(); ++l) {
            if (!has_kink(s.network.layers[l].activation)) continue;
            for (const double z : t.layers[l].z) all.push_back(side(z));
        }
        if (s.loss != Loss::absolute_error) continue;
        for (std::size_t k = 0; k < t.outputs().size(); ++k) all.push_back(side(t.outputs()[k] - example.targets[k]));
    }
    return all;
}

/// Relu before targets on a grid: many of them lie within a step of a kink.
void onto_kinks(Scenario& s, test::Random& random) {
    for (Layer& layer : s.network.layers) {
        if (layer.activation != Activation::softmax) layer.activation = Activation::relu;
        for (double& w : layer.weights) w = std::round(2 * w) / 2;
        for (double& b : layer.biases) b = std::round(2 * b) / 2;
    }
    for (Example& example : s.examples.own()) {
        for (double& x : example.inputs) x = std::round(x) + (random.coin() ? 3e-6 : 0);
        for (double& y : example.targets) y = std::round(y);
    }
}

}  // namespace

TEST_CASE("check has the bits of two whole costs a parameter, and the kinks of two whole traces") {
    test::Random random(71);
    std::size_t kinks = 0;
    std::size_t smooth = 0;
    for (int n = 0; n < 300; ++n) {
        // Up to more than two blocks of examples.
        Scenario s = test::random_scenario(random, {.most_layers = 4, .most_units = 5, .most_examples = 70});
        const bool grid = random.coin();
        if (grid) onto_kinks(s, random);
        if (grid && s.loss == Loss::cross_entropy) continue;
        if (random.coin()) s.descent.l1 = 0.01;
        if (random.coin()) s.descent.l2 = 0.01;
        const Check result = check(s);
        const auto sides_here = sides(s);
        for (const ParameterCheck& one : result.parameters) {
            double& parameter = parameter_at(s.network, one.ref);
            const double here = parameter;
            parameter = here + one.step;
            const double above = cost(s);
            bool kink = sides(s) != sides_here;
            const double width_above = parameter - here;
            parameter = here - one.step;
            const double below = cost(s);
            kink = kink || sides(s) != sides_here;
            const double width = width_above + (here - parameter);
            parameter = here;
            const double numeric = (above - below) / width;
            REQUIRE((one.numeric == numeric || (std::isnan(one.numeric) && std::isnan(numeric))));
            const bool zero = s.descent.l1 > 0 && one.ref.kind == Ref::Kind::weight && std::fabs(here) <= one.step;
            REQUIRE(one.at_kink == (kink || zero));
            (one.at_kink ? kinks : smooth) += 1;
        }
    }
    CHECK(kinks > 500);
    CHECK(smooth > 500);
}

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

TEST_CASE("a check in parts comes to the numbers of one at once, to the last bit") {
    test::Random random(92);
    for (int n = 0; n < 60; ++n) {
        const Scenario s = test::random_scenario(random, {.most_layers = 4, .most_units = 5, .most_examples = 100});
        const Check whole = check(s);
        for (const std::size_t moves : {1, 7, 50}) {
            std::vector<double> progress;
            CheckPart part;
            do {
                part = check_on(s, progress, moves);
                progress = part.progress;
            } while (!part.check);
            REQUIRE(part.check->worst == whole.worst);
            REQUIRE(part.check->parameters.size() == whole.parameters.size());
            for (std::size_t k = 0; k < whole.parameters.size(); ++k) {
                const ParameterCheck& one = part.check->parameters[k];
                const ParameterCheck& other = whole.parameters[k];
                REQUIRE(one.analytic == other.analytic);
                REQUIRE(one.numeric == other.numeric);
                REQUIRE(one.error == other.error);
                REQUIRE(one.at_kink == other.at_kink);
            }
        }
    }
}
