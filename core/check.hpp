#pragma once
/// The gradient held against central differences of the cost, parameter by parameter: the proof a student can ask for.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/scenario.hpp"

namespace backprop {

struct ParameterCheck {
    Ref ref;
    double analytic = 0;  ///< ∂C/∂parameter, over all examples, with l1 and l2
    double numeric = 0;   ///< (C(w + step) − C(w − step)) / 2·step
    double step = 0;
    double error = 0;  ///< |analytic − numeric| relative to the larger, or to what rounding allows where both are tiny
    bool at_kink = false;  ///< a slope jumps between w − step and w + step: the two need not agree
};

struct Check {
    std::optional<std::size_t> worst;  ///< the largest error not at a kink
    std::vector<ParameterCheck> parameters;
};

[[nodiscard]] Check check(const Scenario& scenario);

/// A part of a check; the same numbers in the end.
struct CheckPart {
    std::vector<double> progress;  ///< what the next part goes on from; empty at the end
    double share;                  ///< how much of it is done, 0 … 1
    std::optional<Check> check;
};

/// Goes on by so many moves of a parameter on a block of examples, at least one; the gradient is a part of its own.
/// `progress`: that of the part before, of the same scenario; empty for the first.
[[nodiscard]] CheckPart check_on(const Scenario& scenario, std::span<const double> progress, std::size_t moves);

}  // namespace backprop
