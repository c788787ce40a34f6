#include "core/descent.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/batch.hpp"
#include "core/kernel.hpp"
#include "core/rule.hpp"
#include "core/trace.hpp"

namespace backprop {

namespace {

Gradient gradient_of(const Network& network) {
    Gradient gradient;
    for (const Layer& layer : network.layers) {
        gradient.layers.push_back(
            {std::vector<double>(layer.weights.size()), std::vector<double>(layer.biases.size())});
    }
    return gradient;
}

double sign(double w) { return w > 0 ? 1 : w < 0 ? -1 : 0; }

}  // namespace

double penalty(const Network& network, const Descent& descent) {
    if (descent.l1 == 0 && descent.l2 == 0) return 0;
    double sizes = 0;
    double squares = 0;
    for (const Layer& layer : network.layers) {
        for (const double w : layer.weights) {
            sizes += std::fabs(w);
            squares += w * w;
        }
    }
    return descent.l1 * sizes + descent.l2 / 2 * squares;
}

void add_penalty_slopes(const Network& network, const Descent& descent, Gradient& gradient) {
    if (descent.l1 == 0 && descent.l2 == 0) return;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const std::vector<double>& weights = network.layers[l].weights;
        std::vector<double>& slopes = gradient.layers[l].dC_dW;
        for (std::size_t k = 0; k < weights.size(); ++k) {
            slopes[k] += descent.l1 * sign(weights[k]) + descent.l2 * weights[k];
        }
    }
}

namespace {

/// Cost and gradient over some of the examples, into `gradient`.
void accumulate(const Scenario& scenario, std::span<const std::size_t> indices, Workspace& work, Gradient& gradient) {
    const Network& network = scenario.network;
    const double loss = mean_loss(network, scenario.examples, indices, scenario.loss, work, &gradient);
    gradient.cost = loss + penalty(network, scenario.descent);
    add_penalty_slopes(network, scenario.descent, gradient);
}

double cost(const Scenario& scenario, std::span<const std::size_t> indices, Workspace& work) {
    const Network& network = scenario.network;
    return mean_loss(network, scenario.examples, indices, scenario.loss, work, nullptr) +
           penalty(network, scenario.descent);
}

std::vector<std::size_t> all_of(const Scenario& scenario) {
    std::vector<std::size_t> indices(scenario.examples.size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    return indices;
}

/// What a rule remembers; empty where it has nothing to.
struct Memory {
    ParameterNumbers first, second;
};

/// Everything a step changes.
struct Position {
    Network network;
    Memory memory;
};

ParameterNumbers zeros(const Network& network) {
    ParameterNumbers numbers;
    for (const Layer& layer : network.layers) {
        numbers.push_back({std::vector<double>(layer.weights.size()), std::vector<double>(layer.biases.size())});
    }
    return numbers;
}

Position position_of(const Scenario& scenario) {
    Position at{scenario.network, {}};
    const RuleState state = scenario.descent.state.value_or(RuleState{});
    if (uses_first(scenario.descent.rule)) at.memory.first = state.first.empty() ? zeros(at.network) : state.first;
    if (uses_second(scenario.descent.rule)) at.memory.second = state.second.empty() ? zeros(at.network) : state.second;
    return at;
}

std::uint64_t steps_taken(const Scenario& scenario) {
    return scenario.descent.state ? scenario.descent.state->step : 0;
}

/// Only where rule or batch needs one.
std::optional<RuleState> state_after(const Scenario& scenario, std::uint64_t step, Memory memory) {
    const bool remembers = !memory.first.empty() || !memory.second.empty();
    if (!remembers && !Batches(scenario).differ()) return {};
    return RuleState{step, std::move(memory.first), std::move(memory.second)};
}

ParameterNumbers parameters_of(const Network& network) {
    ParameterNumbers numbers;
    for (const Layer& layer : network.layers) numbers.push_back({layer.weights, layer.biases});
    return numbers;
}

using List = std::vector<double> LayerNumbers::*;

/// The part of a memory that belongs to one list of a layer's parameters; nothing where there is no memory.
auto* part_of(auto& numbers, std::size_t layer, List list) {
    return numbers.empty() ? nullptr : (numbers[layer].*list).data();
}

/// From `before` to `after`; false when something stopped being finite.
bool move(const RuleStep& step, const Gradient& gradient, const Network& network, const Memory& memory,
          Position& after) {
    bool finite = true;
    const auto move_list = [&](std::size_t l, List list, const std::vector<double>& slopes, const Frozen& frozen,
                               const std::vector<double>& from, std::vector<double>& to) {
        if (from.empty()) return;
        const RememberedList<const double> old{from.data(), part_of(memory.first, l, list),
                                               part_of(memory.second, l, list)};
        const RememberedList<double> moved{to.data(), part_of(after.memory.first, l, list),
                                           part_of(after.memory.second, l, list)};
        finite &= move(step, from.size(), slopes.data(), frozen, old, moved);
    };
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Layer& from = network.layers[l];
        Layer& to = after.network.layers[l];
        const LayerGradient& slopes = gradient.layers[l];
        move_list(l, &LayerNumbers::weights, slopes.dC_dW, from.frozen_weights, from.weights, to.weights);
        move_list(l, &LayerNumbers::biases, slopes.dC_db, from.frozen_biases, from.biases, to.biases);
    }
    return finite;
}

std::optional<Diverged> non_finite_in(const std::vector<double>& values, std::size_t layer, std::size_t per_unit,
                                      std::string_view quantity) {
    for (std::size_t k = 0; k < values.size(); ++k) {
        if (!std::isfinite(values[k])) return Diverged{0, layer, k / per_unit, quantity};
    }
    return {};
}

std::optional<Diverged> non_finite_in(const ParameterNumbers& numbers, const Network& network,
                                      std::string_view quantity) {
    for (std::size_t l = 0; l < numbers.size(); ++l) {
        if (auto found = non_finite_in(numbers[l].weights, l, network.layers[l].inputs, quantity)) return found;
        if (auto found = non_finite_in(numbers[l].biases, l, 1, quantity)) return found;
    }
    return {};
}

/// Which quantity of the step from `before` failed first. `after` is where the
/// step would have led.
Diverged cause(const Scenario& before, std::span<const std::size_t> indices, const Gradient& gradient,
               const Position& after) {
    for (const std::size_t index : indices) {
        if (const auto found = trace(before.network, before.examples[index], before.loss).first_non_finite) {
            return {0, found->layer, found->unit, found->quantity};
        }
    }
    const auto& layers = after.network.layers;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        if (auto found = non_finite_in(gradient.layers[l].dC_dW, l, layers[l].inputs, "dC_dW")) return *found;
        if (auto found = non_finite_in(gradient.layers[l].dC_db, l, 1, "dC_db")) return *found;
    }
    if (auto found = non_finite_in(after.memory.first, after.network, "first")) return *found;
    if (auto found = non_finite_in(after.memory.second, after.network, "second")) return *found;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        if (auto found = non_finite_in(layers[l].weights, l, layers[l].inputs, "w")) return *found;
        if (auto found = non_finite_in(layers[l].biases, l, 1, "b")) return *found;
    }
    return {0, 0, 0, "C"};
}

}  // namespace

Gradient gradient(const Scenario& scenario) {
    Workspace work = workspace(scenario.network, scenario.examples.size());
    Gradient gradient = gradient_of(scenario.network);
    accumulate(scenario, all_of(scenario), work, gradient);
    return gradient;
}

double cost(const Scenario& scenario) {
    Workspace work = workspace(scenario.network, scenario.examples.size());
    return cost(scenario, all_of(scenario), work);
}

std::vector<std::size_t> step_examples(const Scenario& scenario) {
    Batches batches(scenario);
    const auto indices = batches.of_step(steps_taken(scenario));
    return {indices.begin(), indices.end()};
}

Gradient step_gradient(const Scenario& scenario) {
    const std::vector<std::size_t> indices = step_examples(scenario);
    Workspace work = workspace(scenario.network, indices.size());
    Gradient gradient = gradient_of(scenario.network);
    accumulate(scenario, indices, work, gradient);
    return gradient;
}

Scenario stepped(const Scenario& scenario, const Gradient& gradient) {
    const std::uint64_t step = steps_taken(scenario);
    const Memory memory = position_of(scenario).memory;
    Position next{scenario.network, memory};
    (void)move(rule_step(scenario.descent, step), gradient, scenario.network, memory, next);
    Scenario after = scenario;
    after.network = std::move(next.network);
    after.descent.state = state_after(scenario, step + 1, std::move(next.memory));
    return after;
}

bool is_finite(const Scenario& scenario) {
    const RuleState state = scenario.descent.state.value_or(RuleState{});
    const Network& network = scenario.network;
    return !non_finite_in(parameters_of(network), network, "") && !non_finite_in(state.first, network, "") &&
           !non_finite_in(state.second, network, "");
}

Descended descend(const Scenario& scenario, std::size_t steps) {
    Descended result{scenario, {}, {}};
    result.costs.reserve(steps + 1);
    Workspace work = workspace(scenario.network, scenario.descent.batch.value_or(scenario.examples.size()));
    Gradient gradient = gradient_of(scenario.network);
    Batches batches(scenario);
    Position next = position_of(scenario);
    Memory last_finite = next.memory;
    Scenario& now = result.scenario;
    std::uint64_t step = steps_taken(scenario);
    for (std::size_t taken = 0; taken < steps; ++taken, ++step) {
        accumulate(now, batches.of_step(step), work, gradient);
        result.costs.push_back(gradient.cost);
        if (!move(rule_step(scenario.descent, step), gradient, now.network, last_finite, next)) {
            result.diverged = cause(now, batches.of_step(step), gradient, next);
            result.diverged->step = taken;
            break;
        }
        std::swap(next.network, now.network);
        std::swap(next.memory, last_finite);
    }
    if (!result.diverged) result.costs.push_back(cost(now, batches.of_step(step), work));

    now.descent.state = state_after(scenario, step, std::move(last_finite));
    return result;
}

}  // namespace backprop
