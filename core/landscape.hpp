#pragma once
/// The cost over one or two parameters, everything else as it is.

#include <cstddef>
#include <vector>

#include "core/scenario.hpp"

namespace backprop {

/// `resolution` points from low to high, both included.
struct Axis {
    Ref ref;
    double low = -1;
    double high = 1;
};

/// One or two axes of different parameters -> (resolution) or (resolution, resolution) costs, row-major, the first axis
/// slow.
[[nodiscard]] std::vector<double> landscape(const Scenario& scenario, const std::vector<Axis>& axes,
                                            std::size_t resolution);

}  // namespace backprop
