#include "core/check.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/descent.hpp"
#include "core/flat.hpp"
#include "core/penalty.hpp"
#include "core/probe.hpp"
#include "core/progress.hpp"
#include "core/trainer.hpp"

namespace backprop {

namespace {

/// The cube root of a double's precision balances truncation, step², against rounding, 1 / step.
double step_for(double parameter) { return 6e-6 * std::max(1.0, std::fabs(parameter)); }

/// Where a check stands.
struct State {
    bool has_gradient = false;
    Pass pass;  ///< of the gradient
    double cost = 0;
    std::vector<double> gradient;  ///< (parameters)
    std::size_t first = 0;         ///< example of the block at hand
    std::size_t next = 0;          ///< parameter to be moved next in it
    // (parameters) Sums of the examples' losses with one parameter above and below where it is, and whether that
    // crosses a kink.
    std::vector<double> above, below, at_kink;
};

State beginning(const Layout& layout) {
    const std::vector<double> zeros(layout.count);
    State state;
    state.gradient = state.above = state.below = state.at_kink = zeros;
    return state;
}

template <class S, class Fields>
void each_field(S& state, const Scenario& scenario, Fields& fields) {
    fields.flag(state.has_gradient);
    fields.whole(state.pass.seen, scenario.examples.size());
    fields.number(state.pass.sum);
    fields.number(state.cost);
    fields.whole(state.first, scenario.examples.size());
    fields.whole(state.next, state.gradient.size());
    for (auto* list : {&state.gradient, &state.above, &state.below, &state.at_kink}) fields.list(*list);
}

/// All of a network, in the order of a flat list.
std::vector<Ref> parameters_of(const Network& network) {
    std::vector<Ref> refs;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Layer& layer = network.layers[l];
        for (std::size_t k = 0; k < layer.weights.size(); ++k) {
            refs.push_back({Ref::Kind::weight, l, k / layer.inputs, k % layer.inputs});
        }
        for (std::size_t j = 0; j < layer.biases.size(); ++j) refs.push_back({Ref::Kind::bias, l, j, 0});
    }
    return refs;
}

void move(Probe& probe, const Ref& ref, double here, std::size_t index, State& state) {
    const double step = step_for(here);
    probe.move(ref, here + step);
    state.above[index] = probe.add_losses(state.above[index]);
    bool at_kink = probe.has_crossed(ref.layer);
    probe.move(ref, here - step);
    state.below[index] = probe.add_losses(state.below[index]);
    at_kink = at_kink || probe.has_crossed(ref.layer);
    probe.move(ref, here);
    if (at_kink) state.at_kink[index] = 1;
}

/// The examples in the outer loop: what all parameters share of a block is then computed once. Goes on by so many
/// moves of a parameter on a block; true at the end.
bool go_on(const Scenario& scenario, const std::vector<Ref>& refs, std::size_t moves, State& state) {
    const std::span<const Example> examples = scenario.examples;
    Probe probe(scenario);
    for (; state.first < examples.size(); state.first += Probe::most_examples, state.next = 0) {
        if (moves == 0) return false;
        probe.load(examples.subspan(state.first, std::min(Probe::most_examples, examples.size() - state.first)));
        for (; state.next < refs.size(); ++state.next, --moves) {
            if (moves == 0) return false;
            const Ref& ref = refs[state.next];
            move(probe, ref, parameter(scenario.network, ref), state.next, state);
        }
    }
    return true;
}

double error_of(const ParameterCheck& of, double cost) {
    const double larger = std::max(std::fabs(of.analytic), std::fabs(of.numeric));
    // Below this a difference of two costs holds no digits.
    const double least = 1e-6 * std::max(1.0, std::fabs(cost));
    return std::fabs(of.analytic - of.numeric) / std::max(larger, least);
}

/// The central difference of the parameter with this index. `network` is given back as it was.
double difference(const ParameterCheck& of, std::size_t index, const State& sums, const Scenario& scenario,
                  Network& network) {
    const double examples = static_cast<double>(scenario.examples.size());
    double& parameter = parameter_at(network, of.ref);
    const double here = parameter;
    parameter = here + of.step;
    const double above = sums.above[index] / examples + penalty(network, scenario.descent);
    const double width_above = parameter - here;
    parameter = here - of.step;
    const double below = sums.below[index] / examples + penalty(network, scenario.descent);
    const double width = width_above + (here - parameter);
    parameter = here;
    return (above - below) / width;
}

bool is_at_penalty_kink(const ParameterCheck& of, const Scenario& scenario) {
    return scenario.descent.l1 > 0 && of.ref.kind == Ref::Kind::weight &&
           std::fabs(parameter(scenario.network, of.ref)) <= of.step;
}

std::optional<std::size_t> worst_of(const std::vector<ParameterCheck>& parameters) {
    std::optional<std::size_t> worst;
    for (std::size_t k = 0; k < parameters.size(); ++k) {
        const ParameterCheck& one = parameters[k];
        if (one.at_kink || std::isnan(one.error)) continue;
        if (!worst || one.error > parameters[*worst].error) worst = k;
    }
    return worst;
}

Check check_of(const Scenario& scenario, const std::vector<Ref>& refs, const State& state) {
    Check result;
    Network network = scenario.network;
    for (std::size_t k = 0; k < refs.size(); ++k) {
        ParameterCheck of{refs[k], state.gradient[k],    0, step_for(parameter(network, refs[k])),
                          0,       state.at_kink[k] != 0};
        of.numeric = difference(of, k, state, scenario, network);
        of.error = error_of(of, state.cost);
        of.at_kink = of.at_kink || is_at_penalty_kink(of, scenario);
        result.parameters.push_back(of);
    }
    result.worst = worst_of(result.parameters);
    return result;
}

double share_of(const State& state, const Scenario& scenario) {
    const double within = static_cast<double>(state.next) / static_cast<double>(state.gradient.size());
    const double blocks = (static_cast<double>(state.first) / Probe::most_examples) + within;
    const double of = std::ceil(static_cast<double>(scenario.examples.size()) / Probe::most_examples);
    return std::min(blocks / of, 1.0);
}

}  // namespace

Check check(const Scenario& scenario) {
    std::vector<double> progress;
    for (;;) {
        CheckPart part = check_on(scenario, progress, std::numeric_limits<std::size_t>::max());
        if (part.check) return *std::move(part.check);
        progress = std::move(part.progress);
    }
}

CheckPart check_on(const Scenario& scenario, std::span<const double> progress, std::size_t moves) {
    const Layout layout = layout_of(scenario.network);
    State state = state_of(progress, beginning(layout), scenario);
    moves = std::max<std::size_t>(moves, 1);
    if (!state.has_gradient) {
        Trainer trainer(scenario, scenario.examples.size());
        const std::vector<std::size_t> all = all_examples(scenario);
        state.has_gradient = trainer.go_on(state.pass, std::min(moves, all.size()) * Probe::most_examples,
                                           flat(scenario.network), all, &state.gradient);
        state.cost = state.pass.sum;
        return {numbers_of(state, scenario), 0, {}};
    }
    const std::vector<Ref> refs = parameters_of(scenario.network);
    if (go_on(scenario, refs, moves, state)) return {{}, 1, check_of(scenario, refs, state)};
    return {numbers_of(state, scenario), share_of(state, scenario), {}};
}

}  // namespace backprop
