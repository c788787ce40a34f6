#include "core/diagnosis.hpp"

#include "core/flat.hpp"

namespace backprop {

DiagnosisState diagnosis_to_begin(const Network& network) {
    DiagnosisState state;
    state.survey = empty_survey(network);
    state.gradient.assign(layout_of(network).count, 0);
    state.all_gradient = state.step_gradient = state.parameters = state.gradient;
    return state;
}

/// Where α is too large, the search for one that is not takes most of the time.
double share_of(const DiagnosisState& state, const Scenario& scenario) {
    constexpr double before_search = 0.3;
    constexpr double before_bisection = 0.4;
    constexpr double of_survey = 4;  // passes over the examples
    constexpr double passes = 8;
    const double within = static_cast<double>(state.pass.seen) / static_cast<double>(scenario.examples.size());
    switch (state.phase) {
        case DiagnosisPhase::survey:
            return before_search * of_survey * within / passes;
        case DiagnosisPhase::gradient:
            return before_search * (of_survey + within) / passes;
        case DiagnosisPhase::step_gradient:
        case DiagnosisPhase::run:
        case DiagnosisPhase::rest:
        case DiagnosisPhase::next_batch:
        case DiagnosisPhase::alpha:
            return before_search * (of_survey + 1) / passes;
        case DiagnosisPhase::halving:
            return before_search + (before_bisection - before_search) * state.tries / most_halvings;
        case DiagnosisPhase::bisection:
            return before_bisection + (1 - before_bisection) * state.tries / most_halvings;
        case DiagnosisPhase::done:
            break;
    }
    return 1;
}

}  // namespace backprop
