#include "core/layer.hpp"

#include "core/product.hpp"

namespace backprop {

namespace {

/// left · right (rows, columns) into `to`, plus what is to be added to each row, where that is not null.
void multiply_into(std::size_t rows, std::size_t inner, std::size_t columns, Left left, Right right,
                   const double* added, double* to) {
    multiply(
        rows, inner, columns, left, right, [](auto lanes, std::size_t, std::size_t) { return decltype(lanes){}; },
        [&](std::size_t r, std::size_t n, auto sum) {
            store(added ? sum + all<decltype(sum)>(added[r]) : sum, to + r * columns + n);
        });
}

}  // namespace

void weighted_sums(const LayerView& layer, const double* x, double* z, std::size_t count) {
    multiply_into(layer.units, layer.inputs, count, {layer.weights, layer.inputs, 1}, {x, count}, layer.biases, z);
}

void through_weights(const LayerView& layer, const double* dC_dz, double* dC_da, std::size_t count) {
    if (count == 1) {
        // One example has no neighbours, but a weight does: the same products, with the inputs in the lanes.
        return multiply_into(1, layer.units, layer.inputs, {dC_dz, 0, 1}, {layer.weights, layer.inputs}, nullptr,
                             dC_da);
    }
    multiply_into(layer.inputs, layer.units, count, {layer.weights, 1, layer.inputs}, {dC_dz, count}, nullptr, dC_da);
}

void add_gradient(const LayerView& layer, const double* x_rows, const double* dC_dz, std::size_t count, bool overwrite,
                  double* dC_dW, double* dC_db) {
    const auto add = [&](std::size_t columns, Right right, double* sums) {
        multiply(
            layer.units, count, columns, {dC_dz, count, 1}, right,
            [&](auto lanes, std::size_t j, std::size_t i) {
                using V = decltype(lanes);
                return overwrite ? V{} : load<V>(sums + j * columns + i);
            },
            [&](std::size_t j, std::size_t i, auto sum) { store(sum, sums + j * columns + i); });
    };
    add(layer.inputs, {x_rows, layer.inputs}, dC_dW);
    // A bias is the weight of an input that is always 1.
    constexpr double one = 1;
    if (layer.biases) add(1, {&one, 0}, dC_db);
}

}  // namespace backprop
