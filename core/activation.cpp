#include "core/activation.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/math.hpp"

namespace backprop {

[[gnu::noinline]] Activated sigmoid(double z) { return sigmoid<double>(z); }

double softplus(double z) { return (0 < z ? z : 0 * z) + math::log1p(math::exp(-std::fabs(z))); }

Activated at(Activation f, double z) {
    switch (f) {
        case Activation::identity:
            return {z, 1};
        case Activation::relu:
            return relu(z);
        case Activation::leaky_relu:
            return 0 < z ? Activated{z, 1} : Activated{0.01 * z, 0.01};
        case Activation::elu:
            return {0 < z ? z : math::expm1_below(z), z < 0 ? math::exp(z) : 1};
        case Activation::softplus:
            return {softplus(z), sigmoid(z).a};
        case Activation::sigmoid:
            return sigmoid(z);
        case Activation::tanh: {
            const auto [value, slope] = math::tanh(z);
            return {value, slope};
        }
        case Activation::gelu: {
            const double below = 0.5 * math::erfc(-z * (std::numbers::sqrt2 / 2));  // Φ(z)
            const double density = std::numbers::inv_sqrtpi / std::numbers::sqrt2 * math::exp(-0.5 * z * z);
            return {z * below, below + z * density};
        }
        case Activation::silu: {
            const Activated s = sigmoid(z);
            return {z * s.a, s.a + z * s.da_dz};
        }
        case Activation::sin: {
            const auto [sin, cos] = math::sin_cos(z);
            return {sin, cos};
        }
        case Activation::cos: {
            const auto [sin, cos] = math::sin_cos(z);
            return {cos, -sin};
        }
        case Activation::exp: {
            const double e = math::exp(z);
            return {e, e};
        }
        case Activation::softmax:
            break;
    }
    constexpr double none = __builtin_nan("");
    return {none, none};
}

namespace {

/// Where many z stand and where what follows from them goes.
struct Many {
    Activation f;
    const double* z;
    double* a;
    double* da_dz;
    std::size_t count;

    /// Number k, which is left over of the lanes.
    void one(std::size_t k) const {
        const Activated unit = at(f, z[k]);
        a[k] = unit.a;
        if (da_dz) da_dz[k] = unit.da_dz;
    }
};

/// body(V{}, k) for lanes only; what is left over goes number by number.
template <class Widest, class Body>
[[gnu::always_inline]] inline void in_lanes(const Many& many, Body&& body) {
    over_lanes<Widest>(many.count, [&](auto lanes, std::size_t k) {
        if constexpr (1 < width<decltype(lanes)>) body(lanes, k);
    });
}

template <class Function>
void in_lanes_with(const Many& many, Function function) {
    in_lanes<Lanes4>(many, [&](auto lanes, std::size_t k) {
        const auto lane = function(load<decltype(lanes)>(many.z + k));
        store(lane.a, many.a + k);
        if (many.da_dz) store(lane.da_dz, many.da_dz + k);
    });
    if (many.count % 2 == 1) many.one(many.count - 1);
}

/// In two loops: one alone has more numbers at hand than a processor has registers. In between they wait in `a` and
/// beside it.
void tanh(const Many& many) {
    constexpr std::size_t most = 64;
    double n[most];
    double bulge[most];
    for (std::size_t first = 0; first < many.count; first += most) {
        double* da_dz = many.da_dz ? many.da_dz + first : nullptr;
        const Many some{many.f, many.z + first, many.a + first, da_dz, std::min(most, many.count - first)};
        in_lanes<Lanes4>(some, [&](auto lanes, std::size_t k) {
            const auto parts = math::tanh_parts(load<decltype(lanes)>(some.z + k));
            store(parts.n, n + k);
            store(parts.h, some.a + k);
            store(parts.bulge, bulge + k);
        });
        in_lanes<Lanes4>(some, [&](auto lanes, std::size_t k) {
            using V = decltype(lanes);
            const auto tanh =
                math::tanh<V>(load<V>(some.z + k), {load<V>(n + k), load<V>(some.a + k), load<V>(bulge + k)});
            store(tanh.value, some.a + k);
            if (some.da_dz) store(tanh.slope, some.da_dz + k);
        });
    }
    if (many.count % 2 == 1) many.one(many.count - 1);
}

}  // namespace

/// The commonest in lanes. sin_cos and erfc branch and take one double; so do the rarer functions, since each width of
/// each of them is code that every visitor loads.
void at(Activation f, const double* z, double* a, double* da_dz, std::size_t count) {
    const Many many{f, z, a, da_dz, count};
    if (f == Activation::relu) return in_lanes_with(many, [](auto lanes) { return relu(lanes); });
    if (f == Activation::sigmoid) return in_lanes_with(many, [](auto lanes) { return sigmoid(lanes); });
    if (f == Activation::tanh) return tanh(many);
    for (std::size_t k = 0; k < count; ++k) many.one(k);
}

}  // namespace backprop
