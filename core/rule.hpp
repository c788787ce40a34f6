#pragma once
/// The descent rules: what one step does to the parameters.

#include <cstddef>

#include "core/scenario.hpp"

namespace backprop {

/// What the rule needs of a step, the same for every parameter: worked out once.
struct RuleStep {
    const Descent* descent;
    double mean_correction;    ///< 1 − β₁ᵗ, t the number of this step from 1; only Adam's rules use it
    double square_correction;  ///< √(1 − β₂ᵗ), likewise
};

/// `step` counts from 0; `descent` must outlive what is returned.
[[nodiscard]] RuleStep rule_step(const Descent& descent, std::uint64_t step);

/// One parameter with what its rule remembers of it.
struct Remembered {
    double parameter;
    double first;   ///< 0 where the rule has none
    double second;  ///< 0 where the rule has none
};

[[nodiscard]] Remembered moved(const RuleStep& step, const Remembered& before, double gradient);

/// A list of parameters with what their rule remembers of each; no data where it has nothing to.
template <class Number>
struct RememberedList {
    Number* parameters;
    Number* first;
    Number* second;
};

/// Moves the parameters of `before` into `after`, frozen ones as they are; false when one of them, or what the rule
/// remembers, stopped being finite.
[[nodiscard]] bool move(const RuleStep& step, std::size_t count, const double* gradient, const Frozen& frozen,
                        const RememberedList<const double>& before, const RememberedList<double>& after);

}  // namespace backprop
