#include "core/descent.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/batch.hpp"
#include "core/layer.hpp"
#include "core/rule.hpp"
#include "core/trace.hpp"

namespace backprop {

namespace {

/// What one example leaves behind on its way through a layer.
struct Scratch {
    std::vector<double> z, a;          ///< (units)
    std::vector<double> da_dz;         ///< (`slope_count`)
    std::vector<double> dC_da, dC_dz;  ///< (units)
};

/// All memory of a run, allocated once.
struct Workspace {
    std::vector<Scratch> layers;
    Gradient gradient;
};

Workspace workspace(const Network& network) {
    Workspace work;
    for (const Layer& layer : network.layers) {
        const std::vector<double> units(layer.units);
        const std::vector<double> slopes(slope_count(layer));
        work.layers.push_back({units, units, slopes, units, units});
        work.gradient.layers.push_back(
            {std::vector<double>(layer.weights.size()), std::vector<double>(layer.biases.size())});
    }
    return work;
}

std::span<const double> inputs_of(std::size_t layer, const Example& example, const Workspace& work) {
    return layer == 0 ? std::span<const double>(example.inputs) : work.layers[layer - 1].a;
}

Outputs outputs_of(const Network& network, const Workspace& work) {
    return {network.layers.back().activation, work.layers.back().z, work.layers.back().a};
}

double forward(const Network& network, const Example& example, Loss loss, Workspace& work) {
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        Scratch& s = work.layers[l];
        weighted_sums(network.layers[l], inputs_of(l, example, work), s.z);
        activate(network.layers[l].activation, s.z, s.a, s.da_dz);
    }
    return value(loss, outputs_of(network, work), example.targets);
}

void add_gradient(const Layer& layer, std::span<const double> x, std::span<const double> dC_dz, LayerGradient& sum) {
    double* row = sum.dC_dW.data();
    for (std::size_t j = 0; j < layer.units; ++j, row += layer.inputs) {
        for (std::size_t i = 0; i < layer.inputs; ++i) row[i] += dC_dz[j] * x[i];
    }
    for (std::size_t j = 0; j < sum.dC_db.size(); ++j) sum.dC_db[j] += dC_dz[j];
}

void backward(const Network& network, const Example& example, Loss loss, Workspace& work) {
    Scratch& last = work.layers.back();
    begin_backward(loss, outputs_of(network, work), example.targets, last.da_dz, last.dC_da, last.dC_dz);
    for (std::size_t l = network.layers.size(); l-- > 0;) {
        Scratch& s = work.layers[l];
        add_gradient(network.layers[l], inputs_of(l, example, work), s.dC_dz, work.gradient.layers[l]);
        if (l == 0) return;
        Scratch& before = work.layers[l - 1];
        through_weights(network.layers[l], s.dC_dz, before.dC_da);
        through_activation(before.dC_da, before.da_dz, before.dC_dz);
    }
}

template <class Apply>
void for_each_list(Gradient& gradient, Apply apply) {
    for (LayerGradient& layer : gradient.layers) {
        apply(layer.dC_dW);
        apply(layer.dC_db);
    }
}

double sign(double w) { return w > 0 ? 1 : w < 0 ? -1 : 0; }

/// l1·Σ|w| + l2/2·Σw²: weights, not biases.
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

/// Cost and gradient over some of the examples, into `work.gradient`.
void accumulate(const Scenario& scenario, std::span<const std::size_t> indices, Workspace& work) {
    for_each_list(work.gradient, [](std::vector<double>& list) { std::fill(list.begin(), list.end(), 0.0); });
    double sum = 0;
    for (const std::size_t index : indices) {
        sum += forward(scenario.network, scenario.examples[index], scenario.loss, work);
        backward(scenario.network, scenario.examples[index], scenario.loss, work);
    }
    const double count = static_cast<double>(indices.size());
    work.gradient.cost = sum / count + penalty(scenario.network, scenario.descent);
    for_each_list(work.gradient, [count](std::vector<double>& list) {
        for (double& g : list) g /= count;
    });
    add_penalty_slopes(scenario.network, scenario.descent, work.gradient);
}

double cost(const Scenario& scenario, std::span<const std::size_t> indices, Workspace& work) {
    double sum = 0;
    for (const std::size_t index : indices) {
        sum += forward(scenario.network, scenario.examples[index], scenario.loss, work);
    }
    return sum / static_cast<double>(indices.size()) + penalty(scenario.network, scenario.descent);
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

/// The buffers of one list of parameters; no data where the rule has none.
struct Buffers {
    double* first;
    double* second;
};

/// Moves one list of parameters; false when one of them, or what its rule remembers, stopped being finite.
bool move(const RuleStep& step, std::span<const double> gradient, const Frozen& frozen, std::span<double> parameters,
          Buffers buffers) {
    double zero_if_finite = 0;
    for (std::size_t k = 0; k < parameters.size(); ++k) {
        if (!frozen.empty() && frozen[k]) continue;
        const double first = buffers.first ? buffers.first[k] : 0;
        const double second = buffers.second ? buffers.second[k] : 0;
        const Remembered after = moved(step, {parameters[k], first, second}, gradient[k]);
        parameters[k] = after.parameter;
        if (buffers.first) buffers.first[k] = after.first;
        if (buffers.second) buffers.second[k] = after.second;
        zero_if_finite += (after.parameter * 0 + after.first * 0) + after.second * 0;
    }
    return zero_if_finite == 0;
}

Buffers buffers_of(Position& at, std::size_t layer, std::vector<double> LayerNumbers::*list) {
    Memory& memory = at.memory;
    return {memory.first.empty() ? nullptr : (memory.first[layer].*list).data(),
            memory.second.empty() ? nullptr : (memory.second[layer].*list).data()};
}

bool move(const RuleStep& step, const Gradient& gradient, Position& at) {
    bool finite = true;
    for (std::size_t l = 0; l < at.network.layers.size(); ++l) {
        Layer& layer = at.network.layers[l];
        finite &= move(step, gradient.layers[l].dC_dW, layer.frozen_weights, layer.weights,
                       buffers_of(at, l, &LayerNumbers::weights));
        finite &= move(step, gradient.layers[l].dC_db, layer.frozen_biases, layer.biases,
                       buffers_of(at, l, &LayerNumbers::biases));
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

/// Which quantity of the step from `before` failed first. `after` is where the step would have led.
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

void copy(const std::vector<double>& from, std::vector<double>& to) { std::copy(from.begin(), from.end(), to.begin()); }

void copy(const ParameterNumbers& from, ParameterNumbers& to) {
    for (std::size_t l = 0; l < from.size(); ++l) {
        copy(from[l].weights, to[l].weights);
        copy(from[l].biases, to[l].biases);
    }
}

void copy(const Network& from, Network& to) {
    for (std::size_t l = 0; l < from.layers.size(); ++l) {
        copy(from.layers[l].weights, to.layers[l].weights);
        copy(from.layers[l].biases, to.layers[l].biases);
    }
}

}  // namespace

Gradient gradient(const Scenario& scenario) {
    Workspace work = workspace(scenario.network);
    accumulate(scenario, all_of(scenario), work);
    return std::move(work.gradient);
}

double cost(const Scenario& scenario) {
    Workspace work = workspace(scenario.network);
    return cost(scenario, all_of(scenario), work);
}

Gradient step_gradient(const Scenario& scenario) {
    Workspace work = workspace(scenario.network);
    Batches batches(scenario);
    accumulate(scenario, batches.of_step(scenario.descent.state.value_or(RuleState{}).step), work);
    return std::move(work.gradient);
}

Descended descend(const Scenario& scenario, std::size_t steps) {
    Descended result{scenario, {}, {}};
    result.costs.reserve(steps + 1);
    Workspace work = workspace(scenario.network);
    Batches batches(scenario);
    Position next = position_of(scenario);
    Memory last_finite = next.memory;
    Scenario& now = result.scenario;
    std::uint64_t step = scenario.descent.state ? scenario.descent.state->step : 0;
    for (std::size_t taken = 0; taken < steps; ++taken, ++step) {
        accumulate(now, batches.of_step(step), work);
        result.costs.push_back(work.gradient.cost);
        if (!move(rule_step(scenario.descent, step), work.gradient, next)) {
            result.diverged = cause(now, batches.of_step(step), work.gradient, next);
            result.diverged->step = taken;
            break;
        }
        copy(next.network, now.network);
        copy(next.memory.first, last_finite.first);
        copy(next.memory.second, last_finite.second);
    }
    if (!result.diverged) result.costs.push_back(cost(now, batches.of_step(step), work));

    now.descent.state.reset();
    if (batches.differ() || !last_finite.first.empty() || !last_finite.second.empty()) {
        now.descent.state = RuleState{step, std::move(last_finite.first), std::move(last_finite.second)};
    }
    return result;
}

}  // namespace backprop
