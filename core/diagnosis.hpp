#pragma once
/// For diagnose.cpp alone: where a diagnosis that goes on in parts stands, from the first look at the examples to the
/// search for an α that is not too large.

#include <vector>

#include "core/findings.hpp"
#include "core/scenario.hpp"
#include "core/trainer.hpp"

namespace backprop {

/// How often α is halved, and the stretch that is left then halved again, before a search ends.
inline constexpr int most_halvings = 60;

enum class DiagnosisPhase { survey, gradient, step_gradient, run, rest, next_batch, alpha, halving, bisection, done };

/// Where a diagnosis stands.
struct DiagnosisState {
    DiagnosisPhase phase = DiagnosisPhase::survey;
    Pass pass;  ///< of the sum over examples that goes on
    Survey survey;
    std::vector<double> gradient;       ///< (parameters) of the sum that goes on
    std::vector<double> all_gradient;   ///< (parameters) over all examples
    std::vector<double> step_gradient;  ///< (parameters) over the examples of the next step
    double step_cost = 0;
    std::vector<double> parameters;  ///< (parameters) at the end of the run
    double end_cost = 0;
    double steps = 0;  ///< of the run, after which it stands still
    bool stands_still = false;
    double low = 0;  ///< the largest α known to be safe; until there is one, the last that is not
    double high = 0;
    double tried = 0;
    double tries = 0;
    bool too_large = false;
};

template <class S, class Fields>
void each_field(S& state, const Scenario& scenario, Fields& fields) {
    fields.whole(state.phase, DiagnosisPhase::done);
    fields.whole(state.pass.seen, scenario.examples.size());
    fields.flag(state.stands_still);
    fields.flag(state.too_large);
    for (auto* list : {&state.survey.steepest, &state.survey.norms, &state.survey.answer_norms, &state.gradient,
                       &state.all_gradient, &state.step_gradient, &state.parameters}) {
        fields.list(*list);
    }
    for (auto* number : {&state.pass.sum, &state.step_cost, &state.end_cost, &state.steps, &state.low, &state.high,
                         &state.tried, &state.tries}) {
        fields.number(*number);
    }
}

[[nodiscard]] DiagnosisState diagnosis_to_begin(const Network& network);

/// About how much of it is done, 0 … 1.
[[nodiscard]] double share_of(const DiagnosisState& state, const Scenario& scenario);

}  // namespace backprop
