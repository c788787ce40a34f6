#pragma once
/// The moves backpropagation is made of, each over one layer. The explaining path and the descent are both built
/// from these, so they agree bit for bit. They write into memory the caller owns, since the descent allocates nothing
/// in its loop. Those of many examples take pointers: in WebAssembly a span goes through memory at each call.

#include <cstddef>
#include <span>

#include "core/loss.hpp"
#include "core/math.hpp"
#include "core/network.hpp"

namespace backprop {

/// A layer as the moves see it: its shape, and where its parameters begin. The parameters must outlive it.
struct LayerView {
    Activation activation;
    std::size_t inputs;
    std::size_t units;
    const double* weights;  ///< (units, inputs) row-major
    const double* biases;   ///< (units); null = the layer has none

    LayerView(Activation f, std::size_t input_count, std::size_t unit_count, const double* w, const double* b)
        : activation(f), inputs(input_count), units(unit_count), weights(w), biases(b) {}
    /// Not explicit: wherever a move is made over a whole layer, the layer itself is named.
    LayerView(const Layer& layer)
        : LayerView(layer.activation, layer.inputs, layer.units, layer.weights.data(),
                    layer.biases.empty() ? nullptr : layer.biases.data()) {}
};

/// z = Σᵢ w·x in index order, then + b.   x (inputs, count), z (units, count): several examples lie side by side, one
/// in each lane.
void weighted_sums(const LayerView& layer, const double* x, double* z, std::size_t count);
inline void weighted_sums(const LayerView& layer, std::span<const double> x, std::span<double> z) {
    weighted_sums(layer, x.data(), z.data(), 1);
}

/// How many slopes a layer has: one per unit, but with softmax every a answers to every z.
[[nodiscard]] inline std::size_t slope_count(const LayerView& layer) {
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
    at(f, z.data(), a.data(), da_dz.data(), z.size());
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
void through_weights(const LayerView& layer, const double* dC_dz, double* dC_da, std::size_t count);
inline void through_weights(const LayerView& layer, std::span<const double> dC_dz, std::span<double> dC_da) {
    through_weights(layer, dC_dz.data(), dC_da.data(), 1);
}

/// The sum of the examples' ∂C/∂W = ∂C/∂z · x, and of ∂C/∂b = ∂C/∂z, in their order; `overwrite`: in place of what
/// stands there, else added to it.   x_rows (count, inputs), dC_dz (units, count), dC_dW (units, inputs), dC_db
/// (units), only where the layer has biases
void add_gradient(const LayerView& layer, const double* x_rows, const double* dC_dz, std::size_t count, bool overwrite,
                  double* dC_dW, double* dC_db);

}  // namespace backprop
