#pragma once
/// The activation functions: a = f(z) for one unit, and the slope da/dz beside it. To add one: its name in `Activation`
/// and in `activations`, its case in `range_of` and in `at` (activation.cpp), and in `has_kink` where its slope jumps.
/// The compiler names every switch that still lacks it; README.md has the rest of the way, to the page. Softmax is the
/// one that looks at all units of its layer at once; layer.hpp has it.

#include <array>
#include <cstddef>
#include <limits>

#include "core/math.hpp"
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

/// A value and its derivative are neighbours: one exponential yields both. V is a `double` or lanes of them.
template <class V>
struct ActivatedIn {
    V a;      ///< f(z)
    V da_dz;  ///< slope at z
};
using Activated = ActivatedIn<double>;

/// z where it is positive, else 0; NaN stays NaN.
template <class V>
[[gnu::always_inline]] inline ActivatedIn<V> relu(V z) {
    return {at_least(0, z), where_below(all<V>(0), z, all<V>(1), all<V>(0))};
}

/// 1 / (1 + e^−z), from the smaller of σ(z) and σ(−z), which add up to 1: for large z neither value nor slope loses its
/// digits.
template <class V>
[[gnu::always_inline]] inline ActivatedIn<V> sigmoid(V z) {
    const V smaller = math::smaller_share(z);
    const V larger = 1.0 - smaller;
    return {where_below(z, all<V>(0), smaller, larger), larger * smaller};
}

/// The same, one copy for all who ask for one number.
[[nodiscard]] Activated sigmoid(double z);

/// ln(1 + e^z), which for large z is z.
[[nodiscard]] double softplus(double z);

/// Of one unit. Softmax has no such thing; asked for, it answers with NaN.
[[nodiscard]] Activated at(Activation f, double z);

/// The same of each of `count` numbers z; the slopes only where `da_dz` is not null.
void at(Activation f, const double* z, double* a, double* da_dz, std::size_t count);

/// Whether the slope jumps at z = 0.
[[nodiscard]] constexpr bool has_kink(Activation f) { return f == Activation::relu || f == Activation::leaky_relu; }

/// What a can be at all: from the least, or what it comes ever nearer to, up to the greatest.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

[[nodiscard]] inline Range range_of(Activation f) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    switch (f) {
        case Activation::sigmoid:
        case Activation::softmax:
            return {0, 1};
        case Activation::tanh:
        case Activation::sin:
        case Activation::cos:
            return {-1, 1};
        case Activation::relu:
        case Activation::softplus:
        case Activation::exp:
            return {0, infinity};
        case Activation::elu:
            return {-1, infinity};
        case Activation::gelu:
            return {-0.16997120747990369, infinity};
        case Activation::silu:
            return {-0.27846454276107380, infinity};
        case Activation::identity:
        case Activation::leaky_relu:
            break;
    }
    return {};
}

}  // namespace backprop
