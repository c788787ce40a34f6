#pragma once
/// The network of a document: its layers, each with the inputs that the one before it leaves.

#include "bindings/reading.hpp"
#include "core/network.hpp"

namespace backprop {

[[nodiscard]] Result<Network> read_network(const val& document);

/// `inputs` is how many numbers each row must hold; the first layer's first row sets it.
[[nodiscard]] Problem read_weights(const val& weights, std::size_t inputs, Layer& layer, const Place& place);
[[nodiscard]] Problem read_biases(const val& biases, Layer& layer, const Place& place);

}  // namespace backprop
