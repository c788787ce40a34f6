#include "core/layer.hpp"

#include "core/product.hpp"

namespace backprop {

void weighted_sums(const Layer& layer, const double* x, double* z, std::size_t count) {
    const double* biases = layer.biases.empty() ? nullptr : layer.biases.data();
    const auto zero = [](auto lanes, std::size_t, std::size_t) { return decltype(lanes){}; };
    multiply(layer.units, layer.inputs, count, {layer.weights.data(), layer.inputs, 1}, x, zero,
             [&](std::size_t j, std::size_t n, auto sum) {
                 store(biases ? sum + all<decltype(sum)>(biases[j]) : sum, z + j * count + n);
             });
}

void through_weights(const Layer& layer, const double* dC_dz, double* dC_da, std::size_t count) {
    const auto zero = [](auto lanes, std::size_t, std::size_t) { return decltype(lanes){}; };
    if (count == 1) {
        // One example has no neighbours, but a weight does: the same products, with the inputs in the lanes.
        multiply(1, layer.units, layer.inputs, {dC_dz, 0, 1}, layer.weights.data(), zero,
                 [&](std::size_t, std::size_t i, auto sum) { store(sum, dC_da + i); });
        return;
    }
    multiply(layer.inputs, layer.units, count, {layer.weights.data(), 1, layer.inputs}, dC_dz, zero,
             [&](std::size_t i, std::size_t n, auto sum) { store(sum, dC_da + i * count + n); });
}

void add_gradient(const Layer& layer, const double* x_rows, const double* dC_dz, std::size_t count, const Share& share,
                  double* dC_dW, double* dC_db) {
    multiply(
        layer.units, count, layer.inputs, {dC_dz, count, 1}, x_rows,
        [&](auto lanes, std::size_t j, std::size_t i) {
            using V = decltype(lanes);
            return share.first ? V{} : load<V>(dC_dW + j * layer.inputs + i);
        },
        [&](std::size_t j, std::size_t i, auto sum) {
            store(share.last ? sum / all<decltype(sum)>(share.of) : sum, dC_dW + j * layer.inputs + i);
        });
    if (layer.biases.empty()) return;
    for (std::size_t j = 0; j < layer.units; ++j) {
        double sum = share.first ? 0 : dC_db[j];
        for (std::size_t n = 0; n < count; ++n) sum += dC_dz[j * count + n];
        dC_db[j] = share.last ? sum / share.of : sum;
    }
}

}  // namespace backprop
