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

inline Dual operator/(Dual a, Dual b) {
    return {a.value / b.value, (a.by * b.value - a.value * b.by) / (b.value * b.value)};
}
inline Dual exp(Dual a) { return {std::exp(a.value), a.by * std::exp(a.value)}; }
inline Dual log(Dual a) { return {std::log(a.value), a.by / a.value}; }
inline Dual constant(double value) { return {value, 0}; }

/// By the formulas of a textbook, not the core's.
inline Dual activation(Activation f, Dual z) {
    const Dual one = constant(1);
    switch (f) {
        case Activation::identity:
            return z;
        case Activation::relu:
            return z.value > 0 ? z : constant(0);
        case Activation::leaky_relu:
            return z.value > 0 ? z : constant(0.01) * z;
        case Activation::elu:
            return z.value > 0 ? z : exp(z) - one;
        case Activation::softplus:
            return log(one + exp(z));
        case Activation::sigmoid:
            return one / (one + exp(constant(0) - z));
        case Activation::tanh: {
            const double cosh = std::cosh(z.value);
            return {std::tanh(z.value), z.by / (cosh * cosh)};
        }
        case Activation::gelu: {
            const double density = std::exp(-z.value * z.value / 2) / std::sqrt(2 * 3.14159265358979323846);
            const Dual below{0.5 * (1 + std::erf(z.value / std::sqrt(2.0))), z.by * density};
            return z * below;
        }
        case Activation::silu:
            return z / (one + exp(constant(0) - z));
        case Activation::sin:
            return {std::sin(z.value), z.by * std::cos(z.value)};
        case Activation::cos:
            return {std::cos(z.value), -z.by * std::sin(z.value)};
        case Activation::exp:
            return exp(z);
        case Activation::softmax:
            break;
    }
    return {};
}

inline std::vector<Dual> activations_of(Activation f, const std::vector<Dual>& z) {
    std::vector<Dual> a;
    if (f != Activation::softmax) {
        for (const Dual& each : z) a.push_back(activation(f, each));
        return a;
    }
    Dual sum;
    for (const Dual& each : z) sum = sum + exp(each);
    for (const Dual& each : z) a.push_back(exp(each) / sum);
    return a;
}

inline Dual loss_term(Loss loss, Dual a, double y, double count) {
    const Dual error = a - constant(y);
    const Dual size = error.value < 0 ? constant(0) - error : error;
    switch (loss) {
        case Loss::squared_error:
            return error * error;
        case Loss::half_squared_error:
            return constant(0.5) * error * error;
        case Loss::mean_squared_error:
            return error * error / constant(count);
        case Loss::absolute_error:
            return size;
        case Loss::huber:
            return size.value > 1 ? size - constant(0.5) : constant(0.5) * error * error;
        case Loss::binary_cross_entropy:
            return constant(0) - constant(y) * log(a) - constant(1 - y) * log(constant(1) - a);
        case Loss::cross_entropy:
            return constant(-y) * log(a);
    }
    return {};
}

/// C of the example and ∂C/∂ref of a parameter.
inline Dual cost(const Scenario& s, const Example& example, const Ref& ref) {
    std::vector<Dual> x;
    for (const double value : example.inputs) x.push_back({value, 0});
    for (std::size_t l = 0; l < s.network.layers.size(); ++l) {
        const Layer& layer = s.network.layers[l];
        std::vector<Dual> zs;
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
            zs.push_back(z);
        }
        x = activations_of(layer.activation, zs);
    }
    Dual sum;
    for (std::size_t k = 0; k < x.size(); ++k) {
        sum = sum + loss_term(s.loss, x[k], example.targets[k], static_cast<double>(x.size()));
    }
    return sum;
}

}  // namespace backprop::test
