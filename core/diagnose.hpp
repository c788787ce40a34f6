#pragma once
/// What is wrong with a network, or will be: findings a student can act on, each with the place and the number that
/// shows it.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/name.hpp"
#include "core/scenario.hpp"

namespace backprop {

enum class FindingKind {
    non_finite,   ///< `quantity` of `example` is infinite or not a number
    dead,         ///< a relu unit with slope 0 for every example; `revivable` when a gradient still moves what feeds it
    saturated,    ///< a sigmoid or tanh unit nearly flat for every example; `value` its largest slope
    vanishing,    ///< `value` = gradient norm of the first layer / of the last; at `layer` it shrinks most
    exploding,    ///< the same, growing
    unreachable,  ///< the run ends where no gradient is left; `value` the cost that remains, or `target` is out of
                  ///< range
    alpha_too_large,  ///< this step raises the cost; `value` the α above which it does
};

inline constexpr std::array finding_kinds{
    Named<FindingKind>{FindingKind::non_finite, "nonFinite"},
    Named<FindingKind>{FindingKind::dead, "dead"},
    Named<FindingKind>{FindingKind::saturated, "saturated"},
    Named<FindingKind>{FindingKind::vanishing, "vanishing"},
    Named<FindingKind>{FindingKind::exploding, "exploding"},
    Named<FindingKind>{FindingKind::unreachable, "unreachable"},
    Named<FindingKind>{FindingKind::alpha_too_large, "alphaTooLarge"},
};

/// The two parts of a factor ∂a/∂a.
enum class FactorPart { slope, weight };

inline constexpr std::array factor_parts{
    Named<FactorPart>{FactorPart::slope, "slope"},
    Named<FactorPart>{FactorPart::weight, "weight"},
};

/// Only what the kind speaks of is there.
struct Finding {
    FindingKind kind;
    std::optional<std::size_t> layer, unit;
    std::optional<double> value;
    std::optional<std::size_t> example;
    std::optional<std::string_view> quantity;
    std::optional<bool> revivable;
    std::vector<double> norms;          ///< per layer, root mean square of ∂C/∂z over units and examples
    std::optional<FactorPart> through;  ///< what shrinks or grows most
    std::optional<double> target;       ///< outside of what the output's activation can give; `value` is the nearest
    std::optional<std::size_t> steps;   ///< after which the run stands still
};

[[nodiscard]] std::vector<Finding> diagnose(const Scenario& scenario);

/// A part of a diagnosis; the same findings in the end.
struct DiagnosisPart {
    std::vector<double> progress;  ///< what the next part goes on from; empty at the end
    double share;                  ///< about how much of it is done, 0 … 1
    std::optional<std::vector<Finding>> findings;
};

/// Goes on by about so many examples, of one at least. `progress`: that of the part before, of the same scenario; empty
/// for the first.
[[nodiscard]] DiagnosisPart diagnose_on(const Scenario& scenario, std::span<const double> progress,
                                        std::size_t examples);

}  // namespace backprop
