#include "workloads.hpp"

#include <cstdint>

namespace backprop::bench {

namespace {

/// SplitMix64: the same numbers everywhere.
class Random {
  public:
    double between(double low, double high) { return low + (high - low) * static_cast<double>(bits() >> 11) * 0x1p-53; }

  private:
    std::uint64_t bits() {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::uint64_t state_ = 1;
};

std::vector<double> list(std::size_t count, double size, Random& random) {
    std::vector<double> numbers(count);
    for (double& number : numbers) number = random.between(-size, size);
    return numbers;
}

/// With biases, tanh inside.
Network dense(const std::vector<std::size_t>& widths, Activation output, Random& random) {
    Network network;
    for (std::size_t l = 1; l < widths.size(); ++l) {
        Layer layer;
        layer.activation = l + 1 == widths.size() ? output : Activation::tanh;
        layer.inputs = widths[l - 1];
        layer.units = widths[l];
        layer.weights = list(layer.units * layer.inputs, 2 / static_cast<double>(1 + layer.inputs), random);
        layer.biases = list(layer.units, 0.1, random);
        network.layers.push_back(layer);
    }
    return network;
}

/// The lecture note's chain: one example, no biases.
Scenario note() {
    Scenario s;
    const auto layer = [](Activation f, double w) {
        Layer one;
        one.activation = f;
        one.inputs = one.units = 1;
        one.weights = {w};
        return one;
    };
    s.network.layers = {layer(Activation::relu, 0.4), layer(Activation::relu, 0.7), layer(Activation::sigmoid, 1.5)};
    s.examples = {{{1.2}, {1}}};
    s.descent.alpha = 0.6;
    return s;
}

/// Points of the plane; inside the circle 1, outside −1.
Scenario circle(const std::vector<std::size_t>& widths, std::size_t batch) {
    Random random;
    Scenario s;
    s.network = dense(widths, Activation::tanh, random);
    for (int n = 0; n < 500; ++n) {
        const double x = random.between(-1, 1), y = random.between(-1, 1);
        s.examples.own().push_back({{x, y}, {x * x + y * y < 0.5 ? 1.0 : -1.0}});
    }
    s.loss = Loss::half_squared_error;
    s.descent.alpha = 0.03;
    s.descent.batch = batch;
    return s;
}

/// Noise to be told apart into ten classes.
Scenario classes(const std::vector<std::size_t>& widths, std::size_t batch) {
    Random random;
    Scenario s;
    s.network = dense(widths, Activation::softmax, random);
    for (std::size_t n = 0; n < 512; ++n) {
        std::vector<double> targets(widths.back());
        targets[n % targets.size()] = 1;
        s.examples.own().push_back({list(widths.front(), 1, random), targets});
    }
    s.loss = Loss::cross_entropy;
    s.descent.alpha = 0.03;
    s.descent.batch = batch;
    return s;
}

}  // namespace

std::vector<Workload> workloads() {
    return {
        {"W1", note()},
        {"W2", circle({2, 4, 2, 1}, 10)},
        {"W3", circle({2, 8, 8, 8, 8, 8, 8, 1}, 10)},
        {"W4", classes({64, 128, 64, 10}, 32)},
        {"2-2-1", circle({2, 2, 1}, 10)},
        {"2-8-8-1", circle({2, 8, 8, 1}, 10)},
        {"2-30-28-1", circle({2, 30, 28, 1}, 10)},
        {"2-138-138-1", circle({2, 138, 138, 1}, 10)},
    };
}

std::size_t batch_size(const Scenario& scenario) { return scenario.descent.batch.value_or(scenario.examples.size()); }

std::vector<double> grid(std::size_t side) {
    std::vector<double> points;
    points.reserve(2 * side * side);
    const auto at = [side](std::size_t k) { return 2 * static_cast<double>(k) / static_cast<double>(side - 1) - 1; };
    for (std::size_t row = 0; row < side; ++row) {
        for (std::size_t column = 0; column < side; ++column) {
            points.push_back(at(column));
            points.push_back(at(row));
        }
    }
    return points;
}

}  // namespace backprop::bench
