#pragma once
/// The activation functions: a = f(z) for one unit, and the slope da/dz beside it. To add one: its name in `Activation`
/// and in `activations`, its case in `at`. The compiler names every switch that still lacks it.

#include <array>

#include "core/math.hpp"
#include "core/name.hpp"

namespace backprop {

enum class Activation { identity, relu, sigmoid, tanh };

inline constexpr std::array activations{
    Named<Activation>{Activation::identity, "identity"},
    Named<Activation>{Activation::relu, "relu"},
    Named<Activation>{Activation::sigmoid, "sigmoid"},
    Named<Activation>{Activation::tanh, "tanh"},
};

/// A value and its derivative are neighbours: one exponential yields both.
struct Activated {
    double a;      ///< f(z)
    double da_dz;  ///< slope at z; relu: 0 at z = 0, as PyTorch
};

/// 1 / (1 + e^−z) from e^−|z|, which cannot overflow; its slope without 1 − a, which cancels for large z.
[[nodiscard]] inline Activated sigmoid(double z) {
    const double e = math::exp(z < 0 ? z : -z);
    const double larger = 1 / (1 + e);
    const double smaller = e / (1 + e);
    return {z < 0 ? smaller : larger, larger * smaller};
}

[[nodiscard]] inline Activated at(Activation f, double z) {
    switch (f) {
        case Activation::identity:
            return {z, 1};
        case Activation::relu:
            return {z < 0 ? 0 : z, z > 0 ? 1.0 : 0.0};  // NaN stays NaN
        case Activation::sigmoid:
            return sigmoid(z);
        case Activation::tanh: {
            const math::Tanh t = math::tanh(z);
            return {t.value, t.slope};
        }
    }
    return {};
}

}  // namespace backprop
