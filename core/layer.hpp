#pragma once
/// The four moves backpropagation is made of, each over one layer. The explaining path and the descent are both built
/// from these, so they agree bit for bit. They write into memory the caller owns, since the descent allocates nothing
/// in its loop.

#include <cstddef>
#include <span>

#include "core/loss.hpp"
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

/// a = f(z) and the slope there.   all (units)
inline void activate(Activation f, std::span<const double> z, std::span<double> a, std::span<double> da_dz) {
    for (std::size_t j = 0; j < z.size(); ++j) {
        const Activated unit = at(f, z[j]);
        a[j] = unit.a;
        da_dz[j] = unit.da_dz;
    }
}

/// ∂C/∂a of the outputs.   all (outputs)
inline void loss_slopes(Loss loss, std::span<const double> a, std::span<const double> y, std::span<double> dC_da) {
    for (std::size_t k = 0; k < a.size(); ++k) dC_da[k] = at(loss, a[k], y[k]).dC_da;
}

/// ∂C/∂z = ∂C/∂a · ∂a/∂z.   all (units)
inline void through_activation(std::span<const double> dC_da, std::span<const double> da_dz, std::span<double> dC_dz) {
    for (std::size_t j = 0; j < dC_da.size(); ++j) dC_dz[j] = dC_da[j] * da_dz[j];
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
