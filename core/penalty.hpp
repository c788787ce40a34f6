#pragma once
/// What l1 and l2 add to a cost and to its slopes: of a network, and of the flat lists a descent works on.

#include <cstddef>

#include "core/descent.hpp"
#include "core/flat.hpp"
#include "core/scenario.hpp"

namespace backprop {

/// l1·Σ|w| + l2/2·Σw²: weights, not biases.   parameters (layout.count)
[[nodiscard]] double penalty(const Network& network, const Descent& descent);
[[nodiscard]] double penalty(const Layout& layout, const double* parameters, const Descent& descent);

/// Its slopes, added to those of the weights.   weights, slopes (count)
void add_penalty_slopes(const Network& network, const Descent& descent, Gradient& gradient);
void add_penalty_slopes(std::size_t count, const double* weights, const Descent& descent, double* slopes);

}  // namespace backprop
