#pragma once
/// The moves backpropagation is made of, each over one layer. The explaining path and the descent are both built
/// from these, so they agree bit for bit. They write into memory the caller owns, since the descent allocates nothing
/// in its loop.

#include <cstddef>
#include <span>

#include "core/lanes.hpp"
#include "core/loss.hpp"
#include "core/math.hpp"
#include "core/network.hpp"

namespace backprop {

/// z = Σᵢ w·x in index order, then + b.   x (inputs, count), z (units, count): several examples lie side by side, one
/// in each lane.
inline void weighted_sums(const Layer& layer, std::span<const double> x, std::span<double> z, std::size_t count = 1) {
    over_lanes<Lanes8>(count, [&](auto lanes, std::size_t n) {
        using V = decltype(lanes);
        const double* row = layer.weights.data();
        for (std::size_t j = 0; j < layer.units; ++j, row += layer.inputs) {
            V sum{};
            for (std::size_t i = 0; i < layer.inputs; ++i) sum = sum + row[i] * load<V>(&x[i * count + n]);
            if (!layer.biases.empty()) sum = sum + all<V>(layer.biases[j]);
            store(sum, &z[j * count + n]);
        }
    });
}

/// How many slopes a layer has: one per unit, but with softmax every a answers to every z.
[[nodiscard]] inline std::size_t slope_count(const Layer& layer) {
    return layer.activation == Activation::softmax ? layer.units * layer.units : layer.units;
}

/// Softmax of the whole layer.   z, a (units), da_dz (units, units): row = a, column = z
inline void softmax(std::span<const double> z, std::span<double> a, std::span<double> da_dz) {
    const std::size_t units = z.size();
    double largest = z[0];
    for (const double each : z) largest = each > largest ? each : largest;
    double sum = 0;
    for (std::size_t k = 0; k < units; ++k) {
        a[k] = math::exp(z[k] - largest);
        sum += a[k];
    }
    for (double& each : a) each /= sum;
    for (std::size_t j = 0; j < units; ++j) {
        for (std::size_t k = 0; k < units; ++k) da_dz[j * units + k] = a[j] * ((j == k ? 1.0 : 0.0) - a[k]);
    }
}

/// a = f(z) and the slopes there.   z, a (units), da_dz (`slope_count`)
inline void activate(Activation f, std::span<const double> z, std::span<double> a, std::span<double> da_dz) {
    if (f == Activation::softmax) return softmax(z, a, da_dz);
    at(f, z, a, da_dz);
}

/// ∂C/∂z = Σ ∂C/∂a · ∂a/∂z, which is one product unless the layer is softmax.   dC_da, dC_dz (units), da_dz
/// (`slope_count`)
inline void through_activation(std::span<const double> dC_da, std::span<const double> da_dz, std::span<double> dC_dz) {
    const std::size_t units = dC_da.size();
    if (da_dz.size() == units) {
        for (std::size_t j = 0; j < units; ++j) dC_dz[j] = dC_da[j] * da_dz[j];
        return;
    }
    for (std::size_t k = 0; k < units; ++k) {
        dC_dz[k] = 0;
        for (std::size_t j = 0; j < units; ++j) dC_dz[k] += dC_da[j] * da_dz[j * units + k];
    }
}

/// Where the way back begins: ∂C/∂a and ∂C/∂z of the last layer.   y, dC_da, dC_dz (outputs), da_dz (`slope_count`)
inline void begin_backward(Loss loss, const Outputs& outputs, std::span<const double> y, std::span<const double> da_dz,
                           std::span<double> dC_da, std::span<double> dC_dz) {
    loss_slopes(loss, outputs, y, dC_da);
    if (is_from_z(loss, outputs.activation)) return loss_slopes_from_z(loss, outputs.a, y, dC_dz);
    through_activation(dC_da, da_dz, dC_dz);
}

/// ∂C/∂a of the layer before: the sum over all units a feeds, in their order.   dC_dz (units, count), dC_da (inputs,
/// count)
inline void through_weights(const Layer& layer, std::span<const double> dC_dz, std::span<double> dC_da,
                            std::size_t count = 1) {
    const double* w = layer.weights.data();
    if (count == 1) {
        // One example has no neighbours, but a weight does.
        over_lanes<Lanes8>(layer.inputs, [&](auto lanes, std::size_t i) {
            using V = decltype(lanes);
            V sum{};
            for (std::size_t j = 0; j < layer.units; ++j) sum = sum + dC_dz[j] * load<V>(w + j * layer.inputs + i);
            store(sum, &dC_da[i]);
        });
        return;
    }
    over_lanes<Lanes8>(count, [&](auto lanes, std::size_t n) {
        using V = decltype(lanes);
        for (std::size_t i = 0; i < layer.inputs; ++i) {
            V sum{};
            for (std::size_t j = 0; j < layer.units; ++j) {
                sum = sum + w[j * layer.inputs + i] * load<V>(&dC_dz[j * count + n]);
            }
            store(sum, &dC_da[i * count + n]);
        }
    });
}

}  // namespace backprop
