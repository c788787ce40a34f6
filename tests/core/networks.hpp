#pragma once
/// Networks the tests share: the note's chain, and random ones from a seed.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/scenario.hpp"
#include "core/trace.hpp"

namespace backprop::test {

inline Layer layer(Activation f, std::size_t inputs, std::vector<double> weights, std::vector<double> biases = {}) {
    Layer made;
    made.activation = f;
    made.inputs = inputs;
    made.units = weights.size() / inputs;
    made.weights = std::move(weights);
    made.biases = std::move(biases);
    return made;
}

/// y_p = σ(w₃·ReLU(w₂·ReLU(w₁·i₁))), C = (y_p − y)²
inline Scenario the_note(double i1, double w1, double w2, double w3, double y, double alpha) {
    Scenario s;
    s.network.layers = {layer(Activation::relu, 1, {w1}), layer(Activation::relu, 1, {w2}),
                        layer(Activation::sigmoid, 1, {w3})};
    s.examples = {{{i1}, {y}}};
    s.loss = Loss::squared_error;
    s.descent.alpha = alpha;
    return s;
}

inline Scenario start_document() { return the_note(1.2, 0.4, 0.7, 1.5, 1, 0.6); }

/// The same numbers on every machine: standard distributions differ between libraries. SplitMix64.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t bits() {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    double between(double low, double high) { return low + (high - low) * static_cast<double>(bits() >> 11) * 0x1p-53; }
    std::size_t below(std::size_t count) { return bits() % count; }
    bool coin() { return below(2) == 1; }
    std::vector<double> list(std::size_t count, double low, double high) {
        std::vector<double> values(count);
        for (double& value : values) value = between(low, high);
        return values;
    }

  private:
    std::uint64_t state_;
};

struct Shape {
    std::size_t most_layers = 4;
    std::size_t most_units = 4;
    std::size_t most_examples = 3;
};

template <class E, std::size_t n>
E any_of(const std::array<Named<E>, n>& table, Random& random) {
    return table[random.below(n)].value;
}

/// What an output layer and its loss must have in common.
inline void fit_output_to_loss(Scenario& s, Random& random) {
    Activation& output = s.network.layers.back().activation;
    if (s.loss == Loss::cross_entropy) output = Activation::softmax;
    const bool several = s.network.outputs() > 1;  // one softmax unit is always 1, and ln(1 − 1) clamped
    const bool probability = output == Activation::sigmoid || (output == Activation::softmax && several);
    if (s.loss == Loss::binary_cross_entropy && !probability) output = Activation::sigmoid;
    if (s.loss != Loss::cross_entropy && s.loss != Loss::binary_cross_entropy) return;
    for (Example& example : s.examples.own()) {
        for (double& y : example.targets)
            y = random.coin() ? random.between(0, 1) : static_cast<double>(random.below(2));
    }
}

inline Scenario any_scenario(Random& random, const Shape& shape) {
    Scenario s;
    std::size_t inputs = 1 + random.below(shape.most_units);
    const std::size_t first = inputs;
    const std::size_t layers = 1 + random.below(shape.most_layers);
    for (std::size_t l = 0; l < layers; ++l) {
        const std::size_t units = 1 + random.below(shape.most_units);
        const auto biases = random.coin() ? random.list(units, -1, 1) : std::vector<double>();
        Activation f = any_of(activations, random);
        while (f == Activation::softmax && l + 1 < layers) f = any_of(activations, random);
        s.network.layers.push_back(layer(f, inputs, random.list(units * inputs, -1.5, 1.5), biases));
        inputs = units;
    }
    const std::size_t examples = 1 + random.below(shape.most_examples);
    for (std::size_t n = 0; n < examples; ++n) {
        s.examples.own().push_back({random.list(first, -2, 2), random.list(inputs, -1, 1)});
    }
    s.loss = any_of(losses, random);
    fit_output_to_loss(s, random);
    s.descent.alpha = random.between(0.01, 0.5);
    return s;
}

/// exp over exp leaves the range in which two orders of the same sum agree.
inline bool is_tame(const Scenario& s) {
    constexpr double most = 6;  // a textbook formula loses e^6 of its 1e16 digits in 1 − σ(z)
    for (const Example& example : s.examples) {
        for (const LayerTrace& t : trace(s.network, example, s.loss).layers) {
            for (const double z : t.z) {
                if (!(std::abs(z) < most)) return false;
            }
        }
    }
    return true;
}

inline Scenario random_scenario(Random& random, const Shape& shape = {}) {
    while (true) {
        Scenario s = any_scenario(random, shape);
        if (is_tame(s)) return s;
    }
}

/// Every weight and bias of a network.
inline std::vector<Ref> parameters_of(const Network& network) {
    std::vector<Ref> refs;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Layer& layer = network.layers[l];
        for (std::size_t j = 0; j < layer.units; ++j) {
            for (std::size_t i = 0; i < layer.inputs; ++i) refs.push_back({Ref::Kind::weight, l, j, i});
            if (!layer.biases.empty()) refs.push_back({Ref::Kind::bias, l, j, 0});
        }
    }
    return refs;
}

/// Every activation of a network.
inline std::vector<Ref> units_of(const Network& network) {
    std::vector<Ref> refs;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        for (std::size_t j = 0; j < network.layers[l].units; ++j) refs.push_back({Ref::Kind::unit, l, j, 0});
    }
    return refs;
}

/// Agreement relative to the larger of the two. `floor` is the size of the numbers they were summed from: where these
/// cancel, the digits of the sum are worth no more than theirs.
inline bool close(double one, double other, double relative, double floor = 1) {
    const double larger = std::max({std::abs(one), std::abs(other), floor});
    return std::abs(one - other) <= relative * larger;
}

}  // namespace backprop::test
