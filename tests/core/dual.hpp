#pragma once
/// Forward-mode differentiation, independent of the core's backward pass and of its slopes: every number carries its
/// derivative by one chosen parameter. One pass per parameter, where backpropagation needs one for all.

#include <cmath>
#include <vector>

#include "core/scenario.hpp"

namespace backprop::test {

struct Dual {
    double value = 0;
    double by = 0;  ///< d value / d(chosen parameter)
};

inline Dual operator+(Dual a, Dual b) { return {a.value + b.value, a.by + b.by}; }
inline Dual operator-(Dual a, Dual b) { return {a.value - b.value, a.by - b.by}; }
inline Dual operator*(Dual a, Dual b) { return {a.value * b.value, a.by * b.value + a.value * b.by}; }

inline Dual activation(Activation f, Dual z) {
    switch (f) {
        case Activation::identity:
            return z;
        case Activation::relu:
            return z.value > 0 ? z : Dual{};
        case Activation::sigmoid: {
            const double a = 1 / (1 + std::exp(-z.value));
            return {a, z.by * a / (1 + std::exp(z.value))};  // σ′ = σ(z)·σ(−z)
        }
        case Activation::tanh: {
            const double cosh = std::cosh(z.value);
            return {std::tanh(z.value), z.by / (cosh * cosh)};
        }
    }
    return {};
}

inline Dual loss_term(Loss loss, Dual a, double y) {
    const Dual error = a - Dual{y, 0};
    switch (loss) {
        case Loss::squared_error:
            return error * error;
        case Loss::half_squared_error:
            return Dual{0.5, 0} * error * error;
    }
    return {};
}

/// C of the example and ∂C/∂ref of a parameter.
inline Dual cost(const Scenario& s, const Example& example, const Ref& ref) {
    std::vector<Dual> x;
    for (const double value : example.inputs) x.push_back({value, 0});
    for (std::size_t l = 0; l < s.network.layers.size(); ++l) {
        const Layer& layer = s.network.layers[l];
        std::vector<Dual> a;
        for (std::size_t j = 0; j < layer.units; ++j) {
            const bool here = l == ref.layer && j == ref.unit;
            Dual z;
            for (std::size_t i = 0; i < layer.inputs; ++i) {
                const bool chosen = here && ref.kind == Ref::Kind::weight && i == ref.input;
                z = z + Dual{layer.weights[j * layer.inputs + i], chosen ? 1.0 : 0.0} * x[i];
            }
            if (!layer.biases.empty()) {
                z = z + Dual{layer.biases[j], here && ref.kind == Ref::Kind::bias ? 1.0 : 0.0};
            }
            a.push_back(activation(layer.activation, z));
        }
        x = a;
    }
    Dual sum;
    for (std::size_t k = 0; k < x.size(); ++k) sum = sum + loss_term(s.loss, x[k], example.targets[k]);
    return sum;
}

}  // namespace backprop::test
