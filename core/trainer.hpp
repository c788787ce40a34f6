#pragma once
/// The step loop of a descent, over flat lists. Nothing is allocated inside it.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/batch.hpp"
#include "core/flat.hpp"
#include "core/kernel.hpp"
#include "core/rule.hpp"

namespace backprop {

/// How far a sum over examples has come.
struct Pass {
    std::size_t seen = 0;
    double sum = 0;  ///< of their losses; the cost once all are in
};

/// What stays the same from step to step, and room to compute in.
struct Trainer {
    Layout layout;
    FlatExamples examples;
    Loss loss;
    Descent descent;
    Frozen frozen;
    Workspace work;

    /// For batches of at most so many examples.
    Trainer(const Scenario& scenario, std::size_t batch);

    [[nodiscard]] double cost(const std::vector<double>& parameters, std::span<const std::size_t> indices);

    /// The cost; its gradient into `gradient`.
    double differentiate(const std::vector<double>& parameters, std::span<const std::size_t> indices,
                         std::vector<double>& gradient);

    /// The same in parts: goes on with about so many examples, of one block at least. True when all are in. `gradient`
    /// may be null.
    bool go_on(Pass& pass, std::size_t examples, const std::vector<double>& parameters,
               std::span<const std::size_t> indices, std::vector<double>* gradient);

  private:
    /// With l1 and l2.
    double with_penalty(double loss, const std::vector<double>& parameters, double* gradient);
};

/// Everything a step changes; no numbers in `first` or `second` where the rule remembers none.
struct Position {
    std::vector<double> parameters, first, second;
};

/// From `before` to `after`; false when something stopped being finite.
bool move(const RuleStep& step, const std::vector<double>& gradient, const Frozen& frozen, const Position& before,
          Position& after);

/// Takes up to `steps` steps from `now` on, the first of them number `step` of its run, and adds the cost before each
/// to `costs`. Stops before one that would leave what is finite: `gradient` and `next` are then those of that step.
/// Returns how many were taken.
std::size_t take_steps(Trainer& trainer, Batches& batches, std::uint64_t step, std::size_t steps,
                       std::vector<double>& costs, std::vector<double>& gradient, Position& now, Position& next);

}  // namespace backprop
