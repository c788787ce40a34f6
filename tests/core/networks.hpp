#pragma once
/// Networks the tests share: the note's chain, and random ones from a seed.

#include <cstdint>
#include <random>
#include <vector>

#include "core/scenario.hpp"

namespace backprop::test {

inline Layer layer(Activation f, std::size_t inputs, std::vector<double> weights, std::vector<double> biases = {}) {
  Layer made;
  made.activation = f;
  made.inputs = inputs;
  made.units = weights.size() / inputs;
  made.weights = std::move(weights);
  made.biases = std::move(biases);
  return made;
}

/// y_p = σ(w₃·ReLU(w₂·ReLU(w₁·i₁))), C = (y_p − y)²
inline Scenario the_note(double i1, double w1, double w2, double w3, double y, double alpha) {
  Scenario s;
  s.network.layers = {layer(Activation::relu, 1, {w1}), layer(Activation::relu, 1, {w2}),
                      layer(Activation::sigmoid, 1, {w3})};
  s.examples = {{{i1}, {y}}};
  s.loss = Loss::squared_error;
  s.descent.alpha = alpha;
  return s;
}

inline Scenario start_document() { return the_note(1.2, 0.4, 0.7, 1.5, 1, 0.6); }

}  // namespace backprop::test
