#pragma once
/// The explaining path: everything that happens to one example, forwards and backwards, kept. `descent` computes the
/// same numbers and keeps only what the next step needs; a test holds the two together.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/scenario.hpp"

namespace backprop {

/// One layer; a value and its derivative are neighbours.
struct LayerTrace {
    std::vector<double> x;      ///< (inputs) what the layer was given
    std::vector<double> z;      ///< (units) Σᵢ w·x in index order, then + b
    std::vector<double> a;      ///< (units) f(z)
    std::vector<double> dC_da;  ///< (units)
    std::vector<double> da_dz;  ///< (units) slope of f at z; softmax: (units, units), row = a, column = z
    std::vector<double> dC_dz;  ///< (units)
    std::vector<double> dC_dW;  ///< (units, inputs) row-major
    std::vector<double> dC_db;  ///< (units); empty = the layer has no biases
};

/// The first quantity, in the order of computation, that is infinite or not a number. Overflow is a result, not an
/// error.
struct NonFinite {
    std::size_t layer = 0;  ///< for C: the last
    std::size_t unit = 0;   ///< for C: 0
    std::string_view quantity;
};

struct Trace {
    double loss = 0;  ///< C of this one example
    std::vector<LayerTrace> layers;
    std::optional<NonFinite> first_non_finite;

    [[nodiscard]] const std::vector<double>& outputs() const { return layers.back().a; }
};

[[nodiscard]] Trace trace(const Network& network, const Example& example, Loss loss);

}  // namespace backprop
