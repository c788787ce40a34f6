#pragma once
/// The activation functions: a = f(z) for one unit, and the slope da/dz beside it. To add one: its name in `Activation`
/// and in `activations`, its case in `at` (activation.cpp), and in `has_kink` where its slope jumps. The compiler names
/// every switch that still lacks it. Softmax is the one that looks at all units of its layer at once; layer.hpp has it.

#include <array>
#include <cstddef>

#include "core/name.hpp"

namespace backprop {

/// PyTorch's definitions.
enum class Activation {
    identity,
    relu,        ///< max(0, z); slope 0 at 0
    leaky_relu,  ///< z, 0.01·z below 0; slope 0.01 at 0
    elu,         ///< z, e^z − 1 below 0
    softplus,    ///< ln(1 + e^z)
    sigmoid,     ///< 1 / (1 + e^−z)
    tanh,
    gelu,  ///< z·Φ(z), Φ the normal distribution, not its tanh approximation
    silu,  ///< z·σ(z)
    sin,
    cos,
    exp,
    softmax,  ///< e^z / Σ e^z over the layer's units; output layer only
};

inline constexpr std::array activations{
    Named<Activation>{Activation::identity, "identity"},
    Named<Activation>{Activation::relu, "relu"},
    Named<Activation>{Activation::leaky_relu, "leaky_relu"},
    Named<Activation>{Activation::elu, "elu"},
    Named<Activation>{Activation::softplus, "softplus"},
    Named<Activation>{Activation::sigmoid, "sigmoid"},
    Named<Activation>{Activation::tanh, "tanh"},
    Named<Activation>{Activation::gelu, "gelu"},
    Named<Activation>{Activation::silu, "silu"},
    Named<Activation>{Activation::sin, "sin"},
    Named<Activation>{Activation::cos, "cos"},
    Named<Activation>{Activation::exp, "exp"},
    Named<Activation>{Activation::softmax, "softmax"},
};

/// A value and its derivative are neighbours: one exponential yields both.
struct Activated {
    double a;      ///< f(z)
    double da_dz;  ///< slope at z
};

/// z where it is positive, else 0; NaN stays NaN.
[[nodiscard]] constexpr Activated relu(double z) { return {z < 0 ? 0 : z, 0 < z ? 1.0 : 0.0}; }

/// 1 / (1 + e^−z); for large z neither value nor slope loses its digits.
[[nodiscard]] Activated sigmoid(double z);

/// ln(1 + e^z), which for large z is z.
[[nodiscard]] double softplus(double z);

/// Of one unit. Softmax has no such thing; asked for, it answers with NaN.
[[nodiscard]] Activated at(Activation f, double z);

/// The same of each of `count` numbers z; the slopes only where `da_dz` is not null.
void at(Activation f, const double* z, double* a, double* da_dz, std::size_t count);

/// Whether the slope jumps at z = 0.
[[nodiscard]] constexpr bool has_kink(Activation f) { return f == Activation::relu || f == Activation::leaky_relu; }

}  // namespace backprop
