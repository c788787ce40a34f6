#pragma once
/// What all examples together say of a network as it stands, and the findings that follow from that alone.

#include <cstddef>
#include <vector>

#include "core/descent.hpp"
#include "core/diagnose.hpp"
#include "core/scenario.hpp"
#include "core/trace.hpp"

namespace backprop {

[[nodiscard]] Finding finding(FindingKind kind);
[[nodiscard]] Finding finding(FindingKind kind, std::size_t layer, std::size_t unit);

/// Of the examples seen so far.
struct Survey {
    std::vector<double> steepest;      ///< (units of all layers) largest |slope| over the examples
    std::vector<double> norms;         ///< (layers) Σ (∂C/∂z)²
    std::vector<double> answer_norms;  ///< (layers) of ∂C/∂a
};

/// Of no example yet.
[[nodiscard]] Survey empty_survey(const Network& network);

/// One example more.
void add(const Trace& t, const Network& network, Survey& survey);

/// Whether a step changes anything in the first `count` layers.
[[nodiscard]] bool moves(const Network& network, const std::vector<LayerGradient>& gradient, std::size_t count);

/// Units that are dead or saturated, a gradient that vanishes or explodes, targets out of range.   survey, gradient: of
/// all examples
[[nodiscard]] std::vector<Finding> findings_of(const Scenario& scenario, const Survey& survey,
                                               const std::vector<LayerGradient>& gradient);

}  // namespace backprop
