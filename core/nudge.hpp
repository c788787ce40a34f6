#pragma once
/// What really happens when one number is moved a little, hop by hop, beside what the factors of the chain rule
/// predict.

#include <cstddef>
#include <optional>
#include <vector>

#include "core/scenario.hpp"

namespace backprop {

struct Change {
    Quantity of;
    double before = 0;
    double after = 0;
    double change = 0;            ///< after − before: what really happened
    double linear = 0;            ///< what the factors predict: derivative times nudge
    std::optional<double> ratio;  ///< change / the change before it, where both are alone in their layers
};

/// The nudged number, every activation it reaches layer by layer, the cost.
[[nodiscard]] std::vector<Change> nudge(const Scenario& scenario, const Ref& ref, double delta,
                                        std::size_t example = 0);

}  // namespace backprop
