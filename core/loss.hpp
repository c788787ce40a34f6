#pragma once
/// The loss of one example: how far the outputs a are from the targets y, as one number, and its derivative by each
/// output. The cost of several examples is the mean of their losses.

#include <array>
#include <span>

#include "core/name.hpp"

namespace backprop {

enum class Loss {
    squared_error,       ///< Σ (a − y)², the note's
    half_squared_error,  ///< ½ Σ (a − y)²
};

inline constexpr std::array losses{
    Named<Loss>{Loss::squared_error, "squared_error"},
    Named<Loss>{Loss::half_squared_error, "half_squared_error"},
};

/// What one output adds to the loss, and ∂loss/∂a.
struct OutputLoss {
    double value;
    double dC_da;
};

[[nodiscard]] inline OutputLoss at(Loss loss, double a, double y) {
    const double error = a - y;
    switch (loss) {
        case Loss::squared_error:
            return {error * error, 2 * error};
        case Loss::half_squared_error:
            return {0.5 * (error * error), error};
    }
    return {};
}

/// (outputs) and (outputs) -> the loss of one example
[[nodiscard]] inline double value(Loss loss, std::span<const double> a, std::span<const double> y) {
    double sum = 0;
    for (std::size_t k = 0; k < a.size(); ++k) sum += at(loss, a[k], y[k]).value;
    return sum;
}

}  // namespace backprop
