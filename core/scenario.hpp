#pragma once
/// The document in the core's own form: a network, its examples and its way down. What arrives from outside is only
/// used after `validate`; every other function relies on that.

#include <array>
#include <vector>

#include "core/loss.hpp"
#include "core/name.hpp"
#include "core/network.hpp"

namespace backprop {

enum class Rule {
    gradient_descent,  ///< w ← w − α ∂C/∂w
};

inline constexpr std::array rules{
    Named<Rule>{Rule::gradient_descent, "gradient_descent"},
};

/// How a step moves the parameters.
struct Descent {
    Rule rule = Rule::gradient_descent;
    double alpha = 0.1;  ///< learning rate, ≥ 0
};

struct Scenario {
    Network network;
    std::vector<Example> examples;  ///< at least one
    Loss loss = Loss::squared_error;
    Descent descent;
};

}  // namespace backprop
