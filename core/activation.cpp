#include "core/activation.hpp"

#include <numbers>

#include "core/math.hpp"

namespace backprop {

Activated sigmoid(double z) {
    // From e^−|z|, which cannot overflow; the slope without 1 − a, which cancels for large z.
    const double e = math::exp(z < 0 ? z : -z);
    const double larger = 1 / (1 + e);
    const double smaller = e / (1 + e);
    return {z < 0 ? smaller : larger, larger * smaller};
}

double softplus(double z) { return (z > 0 ? z : 0 * z) + math::log1p(math::exp(z < 0 ? z : -z)); }

namespace {

Activated gelu(double z) {
    const double below = 0.5 * math::erfc(-z * (std::numbers::sqrt2 / 2));  // Φ(z)
    const double density = std::numbers::inv_sqrtpi / std::numbers::sqrt2 * math::exp(-0.5 * z * z);
    return {z * below, below + z * density};
}

Activated silu(double z) {
    const double s = sigmoid(z).a;
    return {z * s, s + z * sigmoid(z).da_dz};
}

}  // namespace

Activated at(Activation f, double z) {
    switch (f) {
        case Activation::identity:
            return {z, 1};
        case Activation::relu:
            return {z < 0 ? 0 : z, z > 0 ? 1.0 : 0.0};  // NaN stays NaN
        case Activation::leaky_relu:
            return {z > 0 ? z : 0.01 * z, z > 0 ? 1.0 : 0.01};
        case Activation::elu:
            return {z > 0 ? z : math::expm1_below(z), z < 0 ? math::exp(z) : 1.0};
        case Activation::softplus:
            return {softplus(z), sigmoid(z).a};
        case Activation::sigmoid:
            return sigmoid(z);
        case Activation::tanh: {
            const math::Tanh t = math::tanh(z);
            return {t.value, t.slope};
        }
        case Activation::gelu:
            return gelu(z);
        case Activation::silu:
            return silu(z);
        case Activation::sin: {
            const math::SinCos t = math::sin_cos(z);
            return {t.sin, t.cos};
        }
        case Activation::cos: {
            const math::SinCos t = math::sin_cos(z);
            return {t.cos, -t.sin};
        }
        case Activation::exp:
            return {math::exp(z), math::exp(z)};
        case Activation::softmax:
            break;
    }
    constexpr double none = __builtin_nan("");
    return {none, none};
}

}  // namespace backprop
