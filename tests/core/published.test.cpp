/// Worked examples that others have printed, to the digits they print.

#include "catch.hpp"
#include "core/descent.hpp"
#include "core/trace.hpp"
#include "networks.hpp"

using namespace backprop;
using Catch::Matchers::WithinAbs;

namespace {

/// Nine decimals are printed.
constexpr double nine_decimals = 5.1e-10;
/// Values computed independently in double precision.
constexpr double exact = 1e-14;

/// Matt Mazur, "A Step by Step Backpropagation Example" (2015). Biases are shared per layer and not trained.
Scenario mazur() {
    Scenario s;
    s.network.layers = {test::layer(Activation::sigmoid, 2, {0.15, 0.20, 0.25, 0.30}, {0.35, 0.35}),
                        test::layer(Activation::sigmoid, 2, {0.40, 0.45, 0.50, 0.55}, {0.60, 0.60})};
    for (Layer& layer : s.network.layers) layer.frozen_biases = {1, 1};
    s.examples = {{{0.05, 0.10}, {0.01, 0.99}}};
    s.loss = Loss::half_squared_error;
    s.descent.alpha = 0.5;
    return s;
}

void check_all(const std::vector<double>& got, const std::vector<double>& expected, double tolerance) {
    REQUIRE(got.size() == expected.size());
    for (std::size_t k = 0; k < got.size(); ++k) CHECK_THAT(got[k], WithinAbs(expected[k], tolerance));
}

}  // namespace

TEST_CASE("Mazur's forward pass and gradient come out as printed") {
    const Scenario s = mazur();
    const Trace t = trace(s.network, s.examples[0], s.loss);
    CHECK_THAT(t.layers[0].z[0], WithinAbs(0.3775, nine_decimals));
    check_all(t.layers[0].a, {0.593269992, 0.596884378}, nine_decimals);
    CHECK_THAT(t.layers[1].z[0], WithinAbs(1.105905967, nine_decimals));
    check_all(t.layers[1].a, {0.75136507, 0.772928465}, 5.1e-9);
    CHECK_THAT(t.loss, WithinAbs(0.298371109, nine_decimals));
    CHECK_THAT(t.layers[1].dC_da[0], WithinAbs(0.74136507, 5.1e-9));
    CHECK_THAT(t.layers[1].da_dz[0], WithinAbs(0.186815602, nine_decimals));
    CHECK_THAT(t.layers[1].dC_dW[0], WithinAbs(0.082167041, nine_decimals));
    CHECK_THAT(t.layers[1].dC_dz[0], WithinAbs(0.138498562, nine_decimals));
    CHECK_THAT(t.layers[0].dC_da[0], WithinAbs(0.036350306, nine_decimals));
    CHECK_THAT(t.layers[0].da_dz[0], WithinAbs(0.241300709, nine_decimals));
    CHECK_THAT(t.layers[0].dC_dW[0], WithinAbs(0.000438568, nine_decimals));
}

TEST_CASE("Mazur's first step moves the weights as printed and leaves the frozen biases") {
    const Descended run = descend(mazur(), 1);
    const auto& layers = run.scenario.network.layers;
    check_all(layers[0].weights, {0.1497807161327628, 0.19956143226552567, 0.24975114363236958, 0.29950228726473915},
              exact);
    check_all(layers[1].weights, {0.35891647971788465, 0.4086661860762334, 0.5113012702387375, 0.5613701211079891},
              exact);
    CHECK(layers[0].biases == std::vector<double>{0.35, 0.35});
    CHECK(layers[1].biases == std::vector<double>{0.60, 0.60});
    CHECK_THAT(run.costs[1], WithinAbs(0.29102777369359933, exact));
}

TEST_CASE("Mazur's printed loss after one step comes from updating the output layer before the hidden gradients") {
    Scenario s = mazur();
    // The slip: the output layer has moved already when the hidden layer's gradient is taken.
    s.network.layers[1].weights = descend(mazur(), 1).scenario.network.layers[1].weights;
    const Trace through_new = trace(s.network, s.examples[0], s.loss);
    const Trace through_old = trace(mazur().network, mazur().examples[0], s.loss);
    Layer& hidden = s.network.layers[0];
    for (std::size_t j = 0; j < 2; ++j) {
        double dC_da = 0;
        for (std::size_t k = 0; k < 2; ++k) {
            dC_da += through_old.layers[1].dC_dz[k] * s.network.layers[1].weights[k * 2 + j];
        }
        for (std::size_t i = 0; i < 2; ++i) {
            hidden.weights[j * 2 + i] -= 0.5 * dC_da * through_new.layers[0].da_dz[j] * s.examples[0].inputs[i];
        }
    }
    CHECK_THAT(trace(s.network, s.examples[0], s.loss).loss, WithinAbs(0.291027924, nine_decimals));
}

TEST_CASE("Mazur's network after 10,000 steps of the described algorithm") {
    const Descended run = descend(mazur(), 10'000);
    const Trace t = trace(run.scenario.network, run.scenario.examples[0], run.scenario.loss);
    check_all(t.outputs(), {0.01591362044355068, 0.9840642735146238}, 1e-11);
    CHECK_THAT(t.loss, WithinAbs(3.510187782978859e-05, 1e-13));
}

TEST_CASE("Mazur's biases, trained, move as computed independently") {
    Scenario s = mazur();
    for (Layer& layer : s.network.layers) layer.frozen_biases.clear();
    const Descended run = descend(s, 1);
    check_all(run.scenario.network.layers[0].biases, {0.3456143226552565, 0.3450228726473914}, exact);
    check_all(run.scenario.network.layers[1].biases, {0.5307507191857215, 0.6190491182582781}, exact);
    CHECK_THAT(run.costs[1], WithinAbs(0.28047144679143016, exact));
}

TEST_CASE("the toy model of Understanding Deep Learning comes out as printed") {
    // udlbook/udlbook, Notebooks/Chap07/7_1_Backpropagation_in_Toy_Model.ipynb
    constexpr double three_decimals = 5.1e-4;
    Scenario s;
    s.network.layers = {test::layer(Activation::sin, 1, {0.1}, {1.0}), test::layer(Activation::exp, 1, {-0.4}, {2.0}),
                        test::layer(Activation::cos, 1, {2.0}, {-3.0}),
                        test::layer(Activation::identity, 1, {3.0}, {0.4})};
    s.examples = {{{2.3}, {2.0}}};
    s.loss = Loss::squared_error;
    const Trace t = trace(s.network, s.examples[0], s.loss);
    const std::vector<double> z{1.230, 1.623, 7.137, 2.372}, a{0.942, 5.068, 0.657, 2.372};
    const std::vector<double> dC_dz{2.281, -17.060, -1.683, 0.745}, dC_da{6.824, -3.366, 2.234, 0.745};
    const std::vector<double> dC_dW{5.246, -16.079, -8.530, 0.489};
    for (std::size_t l = 0; l < 4; ++l) {
        check_all(t.layers[l].z, {z[l]}, three_decimals);
        check_all(t.layers[l].a, {a[l]}, three_decimals);
        check_all(t.layers[l].dC_dz, {dC_dz[l]}, three_decimals);
        check_all(t.layers[l].dC_da, {dC_da[l]}, three_decimals);
        check_all(t.layers[l].dC_db, {dC_dz[l]}, three_decimals);
        check_all(t.layers[l].dC_dW, {dC_dW[l]}, three_decimals);
    }
    CHECK_THAT(t.loss, WithinAbs(0.139, three_decimals));
}

TEST_CASE("the sigmoid neuron of the CS231n notes comes out as printed") {
    // CS231n, optimization-2. There f itself is differentiated: an absolute error with a target below the output has
    // slope 1 and gives the same.
    constexpr double two_decimals = 5.1e-3;
    Scenario s;
    s.network.layers = {test::layer(Activation::sigmoid, 2, {2, -3}, {-3})};
    s.examples = {{{-1, -2}, {0}}};
    s.loss = Loss::absolute_error;
    const Trace t = trace(s.network, s.examples[0], s.loss);
    CHECK_THAT(t.outputs()[0], WithinAbs(0.7310585786300049, exact));
    check_all(t.layers[0].da_dz, {0.19661193324148185}, exact);
    check_all(t.layers[0].dC_dW, {-0.20, -0.39}, two_decimals);
    check_all(t.layers[0].dC_db, {0.20}, two_decimals);
}

TEST_CASE("the relu homework comes out exactly") {
    // MohammedJMustafa/relu-backprop-simulator, relu_sim/homework.py
    Scenario s;
    s.network.layers = {test::layer(Activation::relu, 2, {0.6, 0.8, 0.3, 0.4}, {0.2, 0.1}),
                        test::layer(Activation::relu, 2, {0.6, -0.2}, {0.1})};
    s.examples = {{{1.2, 0.5}, {1}}};
    s.loss = Loss::half_squared_error;
    s.descent.alpha = 0.1;
    const Trace t = trace(s.network, s.examples[0], s.loss);
    check_all(t.layers[0].a, {1.32, 0.66}, exact);
    check_all(t.outputs(), {0.76}, exact);
    CHECK_THAT(t.loss, WithinAbs(0.0288, exact));
    check_all(t.layers[0].dC_dW, {-0.1728, -0.072, 0.0576, 0.024}, exact);
    check_all(t.layers[1].dC_dW, {-0.3168, -0.1584}, exact);
    check_all(t.layers[0].dC_db, {-0.144, 0.048}, exact);
    check_all(t.layers[1].dC_db, {-0.24}, exact);

    const Scenario after = descend(s, 1).scenario;
    check_all(after.network.layers[0].weights, {0.61728, 0.8072, 0.29424, 0.3976}, exact);
    check_all(after.network.layers[1].weights, {0.63168, -0.18416}, exact);
    check_all(after.network.layers[0].biases, {0.2144, 0.0952}, exact);
    check_all(after.network.layers[1].biases, {0.124}, exact);
    constexpr double four_decimals = 5.1e-5;
    const Trace next = trace(after.network, after.examples[0], after.loss);
    check_all(next.layers[0].a, {1.3587, 0.6471}, four_decimals);
    CHECK_THAT(next.outputs()[0], WithinAbs(0.8631, four_decimals));
    CHECK_THAT(next.loss, WithinAbs(0.0094, four_decimals));
}
