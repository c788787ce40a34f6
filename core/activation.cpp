#include "core/activation.hpp"

#include <numbers>
#include <type_traits>

#include "core/math.hpp"

namespace backprop {

namespace {

/// `Activated` for V, which is a `double` or lanes of them: the functions below are written once for both.
template <class V>
struct Lane {
    V a;
    V da_dz;
};

template <class V>
Lane<V> relu(V z) {
    return {where_below(z, all<V>(0), all<V>(0), z), where_below(all<V>(0), z, all<V>(1), all<V>(0))};  // NaN stays NaN
}

template <class V>
Lane<V> leaky_relu(V z) {
    return {where_below(all<V>(0), z, z, 0.01 * z), where_below(all<V>(0), z, all<V>(1), all<V>(0.01))};
}

template <class V>
Lane<V> elu(V z) {
    return {where_below(all<V>(0), z, z, math::expm1_below(z)), where_below(z, all<V>(0), math::exp(z), all<V>(1))};
}

template <class V>
[[gnu::always_inline]] inline Lane<V> sigmoid_lane(V z) {
    // From e^−|z|, which cannot overflow; the slope without 1 − a, which cancels for large z.
    const V e = math::exp(-1.0 * magnitude(z));
    const V larger = 1.0 / (1.0 + e);
    const V smaller = e / (1.0 + e);
    return {where_below(z, all<V>(0), smaller, larger), larger * smaller};
}

template <class V>
Lane<V> softplus_lane(V z) {
    const V e = math::exp(-1.0 * magnitude(z));
    return {where_below(all<V>(0), z, z, 0.0 * z) + math::log1p(e), sigmoid_lane(z).a};
}

template <class V>
[[gnu::always_inline]] inline Lane<V> tanh(V z) {
    const math::Tanh<V> t = math::tanh(z);
    return {t.value, t.slope};
}

template <class V>
Lane<V> silu(V z) {
    const Lane<V> s = sigmoid_lane(z);
    return {z * s.a, s.a + z * s.da_dz};
}

template <class V>
Lane<V> exponential(V z) {
    const V e = math::exp(z);
    return {e, e};
}

Lane<double> gelu(double z) {
    const double below = 0.5 * math::erfc(-z * (std::numbers::sqrt2 / 2));  // Φ(z)
    const double density = std::numbers::inv_sqrtpi / std::numbers::sqrt2 * math::exp(-0.5 * z * z);
    return {z * below, below + z * density};
}

/// Calls `use` with the function itself, so that a loop over many z asks only once which it is. What takes `auto` takes
/// lanes as well. sin_cos and erfc branch and take one double; so do the rarer functions made of exponentials, since
/// each width of each of them is code that every visitor loads.
template <class Use>
auto with_function(Activation f, Use use) {
    switch (f) {
        case Activation::identity:
            return use([](auto z) { return Lane<decltype(z)>{z, all<decltype(z)>(1)}; });
        case Activation::relu:
            return use([](auto z) { return relu(z); });
        case Activation::leaky_relu:
            return use([](auto z) { return leaky_relu(z); });
        case Activation::elu:
            return use([](double z) { return elu(z); });
        case Activation::softplus:
            return use([](double z) { return softplus_lane(z); });
        case Activation::sigmoid:
            return use([](auto z) { return sigmoid_lane(z); });
        case Activation::tanh:
            return use([](auto z) { return tanh(z); });
        case Activation::gelu:
            return use([](double z) { return gelu(z); });
        case Activation::silu:
            return use([](double z) { return silu(z); });
        case Activation::sin:
            return use([](double z) {
                const auto [sin, cos] = math::sin_cos(z);
                return Lane<double>{sin, cos};
            });
        case Activation::cos:
            return use([](double z) {
                const auto [sin, cos] = math::sin_cos(z);
                return Lane<double>{cos, -sin};
            });
        case Activation::exp:
            return use([](double z) { return exponential(z); });
        case Activation::softmax:
            break;
    }
    constexpr double none = __builtin_nan("");
    return use([](double) { return Lane<double>{none, none}; });
}

}  // namespace

Activated sigmoid(double z) {
    const Lane<double> lane = sigmoid_lane(z);
    return {lane.a, lane.da_dz};
}

double softplus(double z) { return softplus_lane(z).a; }

Activated at(Activation f, double z) {
    Activated unit{};
    at(f, &z, &unit.a, &unit.da_dz, 1);
    return unit;
}

void at(Activation f, const double* z, double* a, double* da_dz, std::size_t count) {
    with_function(f, [&](auto function) {
        const auto some = [&](auto lanes, std::size_t k) {
            const auto lane = function(load<decltype(lanes)>(z + k));
            store(lane.a, a + k);
            store(lane.da_dz, da_dz + k);
        };
        if constexpr (std::is_invocable_v<decltype(function), Lanes4>) {
            over_lanes<Lanes4>(count, some);
        } else {
            for (std::size_t k = 0; k < count; ++k) some(double{}, k);
        }
    });
}

}  // namespace backprop
