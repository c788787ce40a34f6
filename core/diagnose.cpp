#include "core/diagnose.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/batch.hpp"
#include "core/descent.hpp"
#include "core/diagnosis.hpp"
#include "core/findings.hpp"
#include "core/flat.hpp"
#include "core/progress.hpp"
#include "core/trace.hpp"
#include "core/trainer.hpp"
#include "core/validate.hpp"

namespace backprop {

namespace {

using Phase = DiagnosisPhase;

/// A run long enough to see whether it stands still, short enough to answer at once.
std::size_t run_length(const Scenario& scenario) {
    std::size_t work = scenario.examples.size();
    std::size_t parameters = 0;
    for (const Layer& layer : scenario.network.layers) parameters += layer.weights.size() + layer.biases.size();
    work *= parameters;
    return std::clamp<std::size_t>(2'000'000 / work, 1, 1'000);
}

/// A diagnosis that goes on from a state.
class Diagnosis {
  public:
    Diagnosis(const Scenario& scenario, DiagnosisState& state)
        : scenario_(scenario),
          state_(state),
          trainer_(scenario, scenario.examples.size()),
          all_(all_examples(scenario)) {}

    /// By about so many examples.
    void go_on(std::size_t examples) {
        for (left_ = examples; left_ > 0 && state_.phase != Phase::done;) part();
    }

    [[nodiscard]] std::vector<Finding> findings() const {
        if (non_finite_) return {*non_finite_};  // what follows from it says nothing new
        auto found = findings_of(scenario_, state_.survey, layers_of(state_.all_gradient, trainer_.layout));
        add_standstill(found);
        if (state_.too_large) {
            found.push_back(finding(FindingKind::alpha_too_large));
            found.back().value = state_.low;
        }
        return found;
    }

  private:
    void part() {
        switch (state_.phase) {
            case Phase::survey:
                return survey();
            case Phase::gradient:
                return all_gradient();
            case Phase::step_gradient:
                return step_gradient();
            case Phase::run:
                return run();
            case Phase::rest:
                return rest();
            case Phase::next_batch:
                return next_batch();
            case Phase::alpha:
                return alpha();
            case Phase::halving:
                return halving();
            case Phase::bisection:
                return bisection();
            case Phase::done:
                return;
        }
    }

    void spend(std::size_t examples) { left_ -= std::min(left_, examples); }

    /// A sum over examples; the cost once all are in.
    std::optional<double> sum(const std::vector<double>& parameters, std::span<const std::size_t> indices,
                              std::vector<double>* gradient) {
        const std::size_t seen = state_.pass.seen = std::min(state_.pass.seen, indices.size());
        const bool all = trainer_.go_on(state_.pass, left_, parameters, indices, gradient);
        spend(state_.pass.seen - seen);
        if (!all) return {};
        return std::exchange(state_.pass, {}).sum;
    }

    void survey() {
        constexpr std::size_t of_trace = 4;  // it keeps everything, and takes that much longer than a sum
        std::size_t& n = state_.pass.seen;
        for (; n < all_.size() && left_ > 0; ++n, spend(of_trace)) {
            const Trace t = trace(scenario_.network, scenario_.examples[n], scenario_.loss);
            add(t, scenario_.network, state_.survey);
            if (!t.first_non_finite) continue;
            non_finite_ = finding(FindingKind::non_finite, t.first_non_finite->layer, t.first_non_finite->unit);
            non_finite_->quantity = t.first_non_finite->quantity;
            non_finite_->example = n;
            state_.phase = Phase::done;
            return;
        }
        if (n < all_.size()) return;
        state_.pass = {};
        state_.phase = Phase::gradient;
    }

    void all_gradient() {
        const auto cost = sum(flat(scenario_.network), all_, &state_.gradient);
        if (!cost) return;
        state_.all_gradient = state_.gradient;
        if (Batches(scenario_).differ()) {
            state_.phase = Phase::step_gradient;
        } else {
            set_step(*cost);
        }
    }

    void step_gradient() {
        if (const auto cost = sum(flat(scenario_.network), step_examples(scenario_), &state_.gradient)) set_step(*cost);
    }

    void set_step(double cost) {
        state_.step_cost = cost;
        state_.step_gradient = state_.gradient;
        state_.phase = Phase::run;
    }

    /// Whether a run ends where no gradient is left though the cost is not at its least.
    void run() {
        const std::size_t steps = run_length(scenario_);
        if (steps == 1) {
            const Scenario after = step_with(scenario_.descent.alpha);
            state_.parameters = flat(after.network);
            state_.phase = is_finite(after) ? Phase::rest : Phase::alpha;
        } else {
            const Descended descended = descend(scenario_, steps);
            state_.parameters = flat(descended.scenario.network);
            const auto& costs = descended.costs;
            state_.steps = static_cast<double>(std::find(costs.begin(), costs.end(), costs.back()) - costs.begin());
            state_.phase = descended.diverged ? Phase::alpha : Phase::rest;
            spend(steps * scenario_.examples.size());
        }
        state_.low = state_.high = state_.tried = scenario_.descent.alpha;
    }

    void rest() {
        constexpr double least_cost = 1e-12;  // below that there is nothing left to reach
        const auto cost = sum(state_.parameters, all_, &state_.gradient);
        if (!cost) return;
        Network end = scenario_.network;
        put(state_.parameters, end);
        const auto left = layers_of(state_.gradient, trainer_.layout);
        state_.end_cost = *cost;
        state_.stands_still = *cost > least_cost && !moves(end, left, end.layers.size());
        state_.phase = state_.stands_still && run_length(scenario_) == 1 ? Phase::next_batch : Phase::alpha;
    }

    /// Whether the one step of the run changed the cost.
    void next_batch() {
        const auto cost = sum(state_.parameters, step_examples(step_with(scenario_.descent.alpha)), nullptr);
        if (!cost) return;
        state_.steps = *cost == state_.step_cost ? 0 : 1;
        state_.phase = Phase::alpha;
    }

    void add_standstill(std::vector<Finding>& found) const {
        if (!state_.stands_still) return;
        found.push_back(finding(FindingKind::unreachable));
        found.back().value = state_.end_cost;
        found.back().steps = static_cast<std::size_t>(state_.steps);
    }

    /// One step from the same place along the same gradient, with one α or another.
    [[nodiscard]] Scenario step_with(double alpha) const {
        Scenario here = scenario_;
        here.descent.alpha = alpha;
        return stepped(here, {state_.step_cost, layers_of(state_.step_gradient, trainer_.layout)});
    }

    /// Whether the step lowers the cost of its own examples or leaves it; nothing while they are not all in.
    std::optional<bool> is_safe(double alpha) {
        const Scenario after = step_with(alpha);
        if (!is_finite(after)) return false;
        const auto cost = sum(flat(after.network), step_examples(scenario_), nullptr);
        if (!cost) return {};
        return *cost <= state_.step_cost;
    }

    void alpha() {
        if (!std::isfinite(state_.step_cost)) {
            state_.phase = Phase::done;
            return;
        }
        const auto safe = is_safe(state_.tried);
        if (!safe) return;
        state_.phase = *safe ? Phase::done : Phase::halving;
        state_.tried = state_.low / 2;
    }

    void halving() {
        const auto safe = is_safe(state_.tried);
        if (!safe) return;
        state_.high = std::exchange(state_.low, state_.tried);
        if (*safe) {
            state_.too_large = true;
            state_.tries = 0;
            return bisect();
        }
        // No step along this direction helps: α is not to blame.
        if (++state_.tries == most_halvings) state_.phase = Phase::done;
        state_.tried = state_.low / 2;
    }

    void bisection() {
        const auto safe = is_safe(state_.tried);
        if (!safe) return;
        (*safe ? state_.low : state_.high) = state_.tried;
        ++state_.tries;
        bisect();
    }

    /// Chooses the next α between; done where there is none.
    void bisect() {
        state_.tried = state_.low + (state_.high - state_.low) / 2;
        const bool goes_on = state_.tries < most_halvings && state_.tried != state_.low && state_.tried != state_.high;
        state_.phase = goes_on ? Phase::bisection : Phase::done;
    }

    const Scenario& scenario_;
    DiagnosisState& state_;
    Trainer trainer_;
    std::vector<std::size_t> all_;
    std::size_t left_ = 0;  ///< examples that this part may still look at
    std::optional<Finding> non_finite_;
};

}  // namespace

std::vector<Finding> diagnose(const Scenario& scenario) {
    DiagnosisState state = diagnosis_to_begin(scenario.network);
    Diagnosis diagnosis(scenario, state);
    while (state.phase != Phase::done) diagnosis.go_on(limits::examples);
    return diagnosis.findings();
}

DiagnosisPart diagnose_on(const Scenario& scenario, std::span<const double> progress, std::size_t examples) {
    DiagnosisState state = state_of(progress, diagnosis_to_begin(scenario.network), scenario);
    Diagnosis diagnosis(scenario, state);
    diagnosis.go_on(std::max<std::size_t>(examples, 1));
    if (state.phase == Phase::done) return {{}, 1, diagnosis.findings()};
    return {numbers_of(state, scenario), share_of(state, scenario), {}};
}

}  // namespace backprop
