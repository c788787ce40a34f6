#pragma once
/// The moves backpropagation is made of, each over one layer. The explaining path and the descent are both built
/// from these, so they agree bit for bit. They write into memory the caller owns, since the descent allocates nothing
/// in its loop.

#include <cstddef>
#include <span>

#include "core/loss.hpp"
#include "core/math.hpp"
#include "core/network.hpp"

namespace backprop {

/// z = Σᵢ w·x in index order, then + b.   x (inputs), z (units)
inline void weighted_sums(const Layer& layer, std::span<const double> x, std::span<double> z) {
    const double* row = layer.weights.data();
    for (std::size_t j = 0; j < layer.units; ++j, row += layer.inputs) {
        double sum = 0;
        for (std::size_t i = 0; i < layer.inputs; ++i) sum += row[i] * x[i];
        z[j] = layer.biases.empty() ? sum : sum + layer.biases[j];
    }
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
    for (std::size_t j = 0; j < z.size(); ++j) {
        const Activated unit = at(f, z[j]);
        a[j] = unit.a;
        da_dz[j] = unit.da_dz;
    }
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

/// ∂C/∂a of the layer before: the sum over all units a feeds.   dC_dz (units), dC_da (inputs)
inline void through_weights(const Layer& layer, std::span<const double> dC_dz, std::span<double> dC_da) {
    for (double& sum : dC_da) sum = 0;
    const double* row = layer.weights.data();
    for (std::size_t j = 0; j < layer.units; ++j, row += layer.inputs) {
        for (std::size_t i = 0; i < layer.inputs; ++i) dC_da[i] += row[i] * dC_dz[j];
    }
}

}  // namespace backprop
