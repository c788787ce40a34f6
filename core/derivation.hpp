#pragma once
/// Why a gradient is what it is: the factors of the chain rule in the order in which a nudge travels, from the
/// parameter to the cost, each with its parts, and where a unit feeds several others the terms of the sum.

#include <cstddef>
#include <optional>
#include <vector>

#include "core/descent.hpp"
#include "core/path.hpp"
#include "core/scenario.hpp"

namespace backprop {

/// ∂of/∂by
struct Part {
    Quantity of;
    Quantity by;
    double value = 0;
};

struct Term;

/// One link of the chain. Its parts, in the order a nudge travels, multiply to its value: ∂a/∂w = ∂z/∂w · ∂a/∂z.
struct Factor {
    Quantity of;
    Quantity by;
    double value = 0;
    std::vector<Part> parts;  ///< empty for ∂C/∂a
    std::vector<Term> terms;  ///< one per unit of the next layer, adding up to `value`; empty where there is one way on
};

struct Term {
    std::vector<Factor> factors;  ///< the last one, ∂C/∂a, is not opened again: derive that unit for it
    double value = 0;             ///< their product
};

struct Derivation {
    double gradient = 0;  ///< ∂C/∂ref of the example
    std::vector<Factor> factors;
    double path_count = 0;
    std::vector<Path> strongest;
    std::optional<Update> update;  ///< nothing for an activation
};

struct DerivationOptions {
    std::size_t example = 0;
    std::size_t paths = 10;  ///< how many of the strongest paths to list
};

[[nodiscard]] Derivation derive(const Scenario& scenario, const Ref& ref, const DerivationOptions& options = {});

}  // namespace backprop
