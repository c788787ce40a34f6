#pragma once
/// The training path: the cost over all examples, its gradient, and steps down it. All parameters move at once, from
/// gradients at the old values. Nothing is allocated inside the step loop.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/flat.hpp"
#include "core/scenario.hpp"

namespace backprop {

/// ∂C/∂parameter of one layer, shaped like the layer.
struct LayerGradient {
    std::vector<double> dC_dW;  ///< (units, inputs) row-major
    std::vector<double> dC_db;  ///< (units); empty = the layer has no biases
};

struct Gradient {
    double cost = 0;  ///< mean loss over the examples, with l1 and l2
    std::vector<LayerGradient> layers;
};

/// Why a run stopped before its last step: the first quantity of that step that was infinite or not a number.
/// `quantity` is one of a trace's, or where only these overflow: "dC_db", what the rule remembers, "first" or "second",
/// or the moved parameter itself, "w" or "b".
struct Diverged {
    std::size_t step = 0;  ///< the step that was not taken, counted from 0 within this run
    std::size_t layer = 0;
    std::size_t unit = 0;
    std::string_view quantity;
};

struct Descended {
    Scenario scenario;  ///< after the steps, or the last finite one
    std::vector<double>
        costs;  ///< (steps taken + 1): costs[k] of the batch of step k before it, last: of the next batch
    std::optional<Diverged> diverged;
};

/// `numbers`: one for each parameter, in the order of the layout.
[[nodiscard]] std::vector<LayerGradient> layers_of(std::span<const double> numbers, const Layout& layout);

/// Over all examples.
[[nodiscard]] Gradient gradient(const Scenario& scenario);
[[nodiscard]] double cost(const Scenario& scenario);

/// Which examples the next step sees.
[[nodiscard]] std::vector<std::size_t> step_examples(const Scenario& scenario);

/// The index of every example, in the document's order.
[[nodiscard]] std::vector<std::size_t> all_examples(const Scenario& scenario);

/// One step of the rule with a gradient given to it; the result may not be finite.
[[nodiscard]] Scenario stepped(const Scenario& scenario, const Gradient& gradient);

/// Whether every parameter, and what the rule remembers, is.
[[nodiscard]] bool is_finite(const Scenario& scenario);

[[nodiscard]] Descended descend(const Scenario& scenario, std::size_t steps);

/// A part of one step; the same bits in the end as those of `descend` by one.
struct DescentPart {
    std::vector<double> progress;  ///< what the next part goes on from; empty at the end
    double share;                  ///< how much of it is done, 0 … 1
    std::optional<Descended> descended;
};

/// Goes on by about so many examples, at least one block. `progress`: that of the part before, of the same scenario;
/// empty for the first.
[[nodiscard]] DescentPart descend_on(const Scenario& scenario, std::span<const double> progress, std::size_t examples);

/// What the next step makes of a parameter: `gradient` over its examples; after = before where it would leave what is
/// finite.
struct Update {
    double before;
    double gradient;
    double after;
};

[[nodiscard]] Update next_update(const Scenario& scenario, const Ref& parameter);

}  // namespace backprop
