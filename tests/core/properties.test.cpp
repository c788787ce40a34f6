/// What must hold for every network, whatever its numbers: symmetries and conservation laws of backpropagation, which
/// tell a right gradient from a nearly right one without computing it a second time.

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "core/descent.hpp"
#include "core/trace.hpp"
#include "networks.hpp"

using namespace backprop;

namespace {

/// Two orders of the same sums and products.
constexpr double rounding = 1e-12;

/// Σ w·∂C/∂w over the row (the weights into unit j) or the column (those out of input i) of a layer.
double row_sum(const Layer& layer, const LayerTrace& t, std::size_t j) {
    double sum = 0;
    for (std::size_t i = 0; i < layer.inputs; ++i) {
        sum += layer.weights[j * layer.inputs + i] * t.dC_dW[j * layer.inputs + i];
    }
    return sum;
}

double column_sum(const Layer& layer, const LayerTrace& t, std::size_t i) {
    double sum = 0;
    for (std::size_t j = 0; j < layer.units; ++j) {
        sum += layer.weights[j * layer.inputs + i] * t.dC_dW[j * layer.inputs + i];
    }
    return sum;
}

/// How large the numbers are that such a sum is made of.
double size_of(const Layer& layer, const LayerTrace& t) {
    double size = 0;
    for (std::size_t k = 0; k < layer.weights.size(); ++k) size += std::abs(layer.weights[k] * t.dC_dW[k]);
    return size;
}

/// Scaling z scales a: f(c·z) = c·f(z) for c > 0, so f(z) = z·f′(z).
Activation homogeneous(test::Random& random) {
    return std::array{Activation::identity, Activation::relu}[random.below(2)];
}

/// Unit j of the hidden layer becomes unit (j + 1) mod units, with all that belongs to it.
template <class T>
std::vector<T> turned_rows(const std::vector<T>& rows, std::size_t width) {
    std::vector<T> turned = rows;
    if (!turned.empty()) std::rotate(turned.begin(), turned.end() - static_cast<std::ptrdiff_t>(width), turned.end());
    return turned;
}

template <class T>
std::vector<T> turned_columns(const std::vector<T>& rows, std::size_t width) {
    std::vector<T> turned;
    for (std::size_t at = 0; at < rows.size(); at += width) {
        const auto row = rows.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = row + static_cast<std::ptrdiff_t>(width);
        turned.push_back(*(end - 1));
        turned.insert(turned.end(), row, end - 1);
    }
    return turned;
}

Network turned(Network network, std::size_t hidden) {
    Layer& layer = network.layers[hidden];
    Layer& next = network.layers[hidden + 1];
    layer.weights = turned_rows(layer.weights, layer.inputs);
    layer.frozen_weights = turned_rows(layer.frozen_weights, layer.inputs);
    layer.biases = turned_rows(layer.biases, 1);
    layer.frozen_biases = turned_rows(layer.frozen_biases, 1);
    next.weights = turned_columns(next.weights, next.inputs);
    next.frozen_weights = turned_columns(next.frozen_weights, next.inputs);
    return network;
}

bool all_close(const std::vector<double>& one, const std::vector<double>& other, double relative) {
    if (one.size() != other.size()) return false;
    for (std::size_t k = 0; k < one.size(); ++k) {
        if (!test::close(one[k], other[k], relative)) return false;
    }
    return true;
}

bool all_close(const Network& one, const Network& other, double relative) {
    for (std::size_t l = 0; l < one.layers.size(); ++l) {
        if (!all_close(one.layers[l].weights, other.layers[l].weights, relative)) return false;
        if (!all_close(one.layers[l].biases, other.layers[l].biases, relative)) return false;
    }
    return true;
}

bool all_close(const Gradient& one, const Gradient& other, double relative) {
    for (std::size_t l = 0; l < one.layers.size(); ++l) {
        if (!all_close(one.layers[l].dC_dW, other.layers[l].dC_dW, relative)) return false;
        if (!all_close(one.layers[l].dC_db, other.layers[l].dC_db, relative)) return false;
    }
    return test::close(one.cost, other.cost, relative);
}

}  // namespace

TEST_CASE("in a chain of any length without biases, weight times gradient is the same for every layer") {
    test::Random random(60);
    for (int n = 0; n < 2000; ++n) {
        Scenario s;
        const std::size_t length = 2 + random.below(9);
        for (std::size_t l = 0; l < length; ++l) {
            s.network.layers.push_back(test::layer(homogeneous(random), 1, {random.between(0.3, 1.8)}));
        }
        s.network.layers.back().activation = any_of(activations, random);
        s.examples = {{{random.between(0.2, 2)}, {random.between(-1, 1)}}};
        const Trace t = trace(s.network, s.examples[0], s.loss);
        const double last = s.network.layers.back().weights[0] * t.layers.back().dC_dW[0];
        for (std::size_t l = 0; l < length; ++l) {
            REQUIRE(test::close(s.network.layers[l].weights[0] * t.layers[l].dC_dW[0], last, rounding, 0));
        }
    }
}

TEST_CASE("at a unit without bias whose activation only scales, as much weight times gradient comes in as goes out") {
    test::Random random(61);
    for (int n = 0; n < 2000; ++n) {
        Scenario s = test::random_scenario(random, {.most_layers = 5, .most_units = 5, .most_examples = 1});
        for (std::size_t l = 0; l + 1 < s.network.layers.size(); ++l) {
            s.network.layers[l].activation = homogeneous(random);
            s.network.layers[l].biases.clear();
        }
        const Trace t = trace(s.network, s.examples[0], s.loss);
        for (std::size_t l = 0; l + 1 < s.network.layers.size(); ++l) {
            const Layer& here = s.network.layers[l];
            const Layer& next = s.network.layers[l + 1];
            const double size = size_of(here, t.layers[l]) + size_of(next, t.layers[l + 1]);
            for (std::size_t j = 0; j < here.units; ++j) {
                REQUIRE(
                    test::close(row_sum(here, t.layers[l], j), column_sum(next, t.layers[l + 1], j), rounding, size));
            }
        }
    }
}

TEST_CASE("permuting the units of any hidden layer permutes gradient and training and changes nothing else") {
    // Sums in another order differ in their last bits, which a few steps may amplify.
    constexpr double trained = 1e-9;
    test::Random random(62);
    for (int n = 0; n < 1000; ++n) {
        const Scenario s = test::random_scenario(random, {.most_layers = 4, .most_units = 5, .most_examples = 4});
        if (s.network.layers.size() < 2) continue;
        const std::size_t hidden = random.below(s.network.layers.size() - 1);
        Scenario other = s;
        other.network = turned(s.network, hidden);

        const Gradient before = gradient(s);
        Gradient expected = before;
        auto& here = expected.layers[hidden];
        auto& next = expected.layers[hidden + 1];
        here.dC_dW = turned_rows(here.dC_dW, s.network.layers[hidden].inputs);
        here.dC_db = turned_rows(here.dC_db, 1);
        next.dC_dW = turned_columns(next.dC_dW, s.network.layers[hidden + 1].inputs);
        REQUIRE(all_close(gradient(other), expected, rounding));

        const Descended run = descend(s, 3);
        const Descended other_run = descend(other, 3);
        if (run.diverged || other_run.diverged) continue;
        // Not where steps leap, or leave what the loss is defined for.
        if (!std::all_of(run.costs.begin(), run.costs.end(), [](double cost) { return cost < 10; })) continue;
        REQUIRE(all_close(other_run.scenario.network, turned(run.scenario.network, hidden), trained));
    }
}

TEST_CASE("cost and gradient are the traced ones added up in the order of the examples, bit for bit, for any batch") {
    test::Random random(66);
    for (int n = 0; n < 300; ++n) {
        const std::size_t most = std::array{std::size_t{9}, std::size_t{40}, std::size_t{100}}[random.below(3)];
        const Scenario s = test::random_scenario(random, {.most_layers = 3, .most_units = 11, .most_examples = most});
        const double count = static_cast<double>(s.examples.size());
        Gradient sum;
        for (const Layer& layer : s.network.layers) {
            sum.layers.push_back({std::vector<double>(layer.weights.size()), std::vector<double>(layer.biases.size())});
        }
        for (const Example& example : s.examples) {
            const Trace t = trace(s.network, example, s.loss);
            sum.cost += t.loss;
            for (std::size_t l = 0; l < t.layers.size(); ++l) {
                for (std::size_t k = 0; k < t.layers[l].dC_dW.size(); ++k) {
                    sum.layers[l].dC_dW[k] += t.layers[l].dC_dW[k];
                }
                for (std::size_t k = 0; k < t.layers[l].dC_db.size(); ++k) {
                    sum.layers[l].dC_db[k] += t.layers[l].dC_db[k];
                }
            }
        }
        const Gradient g = gradient(s);
        if (!std::isfinite(sum.cost)) continue;
        REQUIRE(g.cost == sum.cost / count);
        for (std::size_t l = 0; l < g.layers.size(); ++l) {
            for (double& slope : sum.layers[l].dC_dW) slope /= count;
            for (double& slope : sum.layers[l].dC_db) slope /= count;
            REQUIRE(g.layers[l].dC_dW == sum.layers[l].dC_dW);
            REQUIRE(g.layers[l].dC_db == sum.layers[l].dC_db);
        }
    }
}

TEST_CASE("every example twice gives the same cost and gradient as every example once") {
    test::Random random(63);
    for (int n = 0; n < 500; ++n) {
        const Scenario s = test::random_scenario(random, {.most_layers = 3, .most_units = 4, .most_examples = 6});
        Scenario twice = s;
        twice.examples.own().insert(twice.examples.end(), s.examples.begin(), s.examples.end());
        REQUIRE(all_close(gradient(twice), gradient(s), rounding));
    }
}

TEST_CASE("the order of the examples changes neither cost nor gradient") {
    test::Random random(64);
    for (int n = 0; n < 500; ++n) {
        const Scenario s = test::random_scenario(random, {.most_layers = 3, .most_units = 4, .most_examples = 6});
        Scenario other = s;
        std::reverse(other.examples.own().begin(), other.examples.own().end());
        REQUIRE(all_close(gradient(other), gradient(s), rounding));
    }
}

TEST_CASE("a unit nobody listens to has no gradient, and none reaches what is before it alone") {
    test::Random random(65);
    for (int n = 0; n < 500; ++n) {
        Scenario s = test::random_scenario(random, {.most_layers = 4, .most_units = 4, .most_examples = 3});
        if (s.network.layers.size() < 2) continue;
        const std::size_t hidden = random.below(s.network.layers.size() - 1);
        Layer& next = s.network.layers[hidden + 1];
        const std::size_t unit = random.below(next.inputs);
        for (std::size_t k = 0; k < next.units; ++k) next.weights[k * next.inputs + unit] = 0;
        const LayerGradient layer = gradient(s).layers[hidden];
        const std::size_t inputs = s.network.layers[hidden].inputs;
        for (std::size_t i = 0; i < inputs; ++i) REQUIRE(layer.dC_dW[unit * inputs + i] == 0);
        if (!layer.dC_db.empty()) REQUIRE(layer.dC_db[unit] == 0);
    }
}
