#include "core/descent.hpp"

#include <cmath>
#include <numeric>
#include <utility>

#include "core/batch.hpp"
#include "core/flat.hpp"
#include "core/progress.hpp"
#include "core/rule.hpp"
#include "core/trace.hpp"
#include "core/trainer.hpp"

namespace backprop {

namespace {

/// Examples of one step.
std::size_t batch_of(const Scenario& scenario) { return scenario.descent.batch.value_or(scenario.examples.size()); }

Gradient gradient_over(const Scenario& scenario, std::span<const std::size_t> indices) {
    Trainer trainer(scenario, indices.size());
    std::vector<double> numbers(trainer.layout.count);
    const double cost = trainer.differentiate(flat(scenario.network), indices, numbers);
    return {cost, layers_of(numbers, trainer.layout)};
}

/// Zeros where there is nothing to remember yet.
std::vector<double> remembered(const ParameterNumbers& numbers, const Layout& layout) {
    return numbers.empty() ? std::vector<double>(layout.count) : flat(numbers);
}

Position position_of(const Scenario& scenario, const Layout& layout) {
    Position at{flat(scenario.network), {}, {}};
    const RuleState state = scenario.descent.state.value_or(RuleState{});
    if (uses_first(scenario.descent.rule)) at.first = remembered(state.first, layout);
    if (uses_second(scenario.descent.rule)) at.second = remembered(state.second, layout);
    return at;
}

std::uint64_t steps_taken(const Scenario& scenario) {
    return scenario.descent.state ? scenario.descent.state->step : 0;
}

/// The scenario at a position. It holds a state only where rule or batch needs one.
void put(const Position& at, std::uint64_t step, const Layout& layout, Scenario& scenario) {
    put(at.parameters, scenario.network);
    const auto memory = [&](const std::vector<double>& numbers) {
        return numbers.empty() ? ParameterNumbers{} : shaped(numbers, layout);
    };
    const bool remembers = !at.first.empty() || !at.second.empty();
    scenario.descent.state.reset();
    if (remembers || Batches(scenario).differ()) {
        scenario.descent.state = RuleState{step, memory(at.first), memory(at.second)};
    }
}

/// The first number of a list shaped like the parameters that is not finite.
std::optional<Diverged> non_finite_in(const std::vector<double>& numbers, const Layout& layout,
                                      std::string_view of_weight, std::string_view of_bias) {
    if (numbers.empty()) return {};
    for (std::size_t l = 0; l < layout.layers.size(); ++l) {
        const LayerPlace& layer = layout.layers[l];
        for (std::size_t k = 0; k < layer.units * layer.inputs; ++k) {
            if (!std::isfinite(numbers[layer.weights + k])) return Diverged{0, l, k / layer.inputs, of_weight};
        }
        for (std::size_t j = 0; layer.has_biases && j < layer.units; ++j) {
            if (!std::isfinite(numbers[layer.biases + j])) return Diverged{0, l, j, of_bias};
        }
    }
    return {};
}

/// Which quantity of the step from `before` failed first. `after` is where the step would have led.
Diverged cause(const Scenario& before, std::span<const std::size_t> indices, const Layout& layout,
               const std::vector<double>& gradient, const Position& after) {
    for (const std::size_t index : indices) {
        if (const auto found = trace(before.network, before.examples[index], before.loss).first_non_finite) {
            return {0, found->layer, found->unit, found->quantity};
        }
    }
    if (auto found = non_finite_in(gradient, layout, "dC_dW", "dC_db")) return *found;
    if (auto found = non_finite_in(after.first, layout, "first", "first")) return *found;
    if (auto found = non_finite_in(after.second, layout, "second", "second")) return *found;
    if (auto found = non_finite_in(after.parameters, layout, "w", "b")) return *found;
    return {0, 0, 0, "C"};
}

}  // namespace

std::vector<LayerGradient> layers_of(std::span<const double> numbers, const Layout& layout) {
    std::vector<LayerGradient> layers;
    for (LayerNumbers& layer : shaped(numbers, layout)) {
        layers.push_back({std::move(layer.weights), std::move(layer.biases)});
    }
    return layers;
}

std::vector<std::size_t> all_examples(const Scenario& scenario) {
    std::vector<std::size_t> indices(scenario.examples.size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    return indices;
}

Gradient gradient(const Scenario& scenario) { return gradient_over(scenario, all_examples(scenario)); }

double cost(const Scenario& scenario) {
    return Trainer(scenario, scenario.examples.size()).cost(flat(scenario.network), all_examples(scenario));
}

std::vector<std::size_t> step_examples(const Scenario& scenario) {
    Batches batches(scenario);
    const auto indices = batches.of_step(steps_taken(scenario));
    return {indices.begin(), indices.end()};
}

Scenario stepped(const Scenario& scenario, const Gradient& gradient) {
    const Layout layout = layout_of(scenario.network);
    const std::uint64_t step = steps_taken(scenario);
    const Position before = position_of(scenario, layout);
    Position next = before;
    std::vector<double> slopes;
    for (const LayerGradient& layer : gradient.layers) {
        slopes.insert(slopes.end(), layer.dC_dW.begin(), layer.dC_dW.end());
        slopes.insert(slopes.end(), layer.dC_db.begin(), layer.dC_db.end());
    }
    (void)move(rule_step(scenario.descent, step), slopes, flat_frozen(scenario.network), before, next);
    Scenario after = scenario;
    put(next, step + 1, layout, after);
    return after;
}

bool is_finite(const Scenario& scenario) {
    const RuleState state = scenario.descent.state.value_or(RuleState{});
    const Layout layout = layout_of(scenario.network);
    return !non_finite_in(flat(scenario.network), layout, "", "") &&
           !non_finite_in(flat(state.first), layout, "", "") && !non_finite_in(flat(state.second), layout, "", "");
}

Descended descend(const Scenario& scenario, std::size_t steps) {
    Descended result{scenario, {}, {}};
    result.costs.reserve(steps + 1);
    Trainer trainer(scenario, batch_of(scenario));
    Batches batches(scenario);
    std::vector<double> gradient(trainer.layout.count);
    Position now = position_of(scenario, trainer.layout);
    Position next = now;
    const std::uint64_t first = steps_taken(scenario);
    const std::size_t taken = take_steps(trainer, batches, first, steps, result.costs, gradient, now, next);
    const std::uint64_t step = first + taken;
    put(now, step, trainer.layout, result.scenario);
    if (taken < steps) {
        result.diverged = cause(result.scenario, batches.of_step(step), trainer.layout, gradient, next);
        result.diverged->step = taken;
    } else {
        result.costs.push_back(trainer.cost(now.parameters, batches.of_step(step)));
    }
    return result;
}

namespace {

/// How far a step in parts has come: the gradient where it starts, then the cost where it leads.
struct Halfway {
    bool has_gradient = false;
    Pass pass;
    double cost = 0;               ///< where it starts
    std::vector<double> gradient;  ///< (parameters)
};

template <class S, class Fields>
void each_field(S& at, const Scenario& scenario, Fields& fields) {
    fields.flag(at.has_gradient);
    fields.whole(at.pass.seen, batch_of(scenario) / most_in_block * most_in_block);
    fields.number(at.pass.sum);
    fields.number(at.cost);
    fields.list(at.gradient);
}

DescentPart part_of(const Halfway& at, const Scenario& scenario) {
    constexpr double of_gradient = 0.75;  // it takes about three times as long as the cost
    const double within = static_cast<double>(at.pass.seen) / static_cast<double>(batch_of(scenario));
    const double share = at.has_gradient ? of_gradient + (1 - of_gradient) * within : of_gradient * within;
    return {numbers_of(at, scenario), share, {}};
}

}  // namespace

DescentPart descend_on(const Scenario& scenario, std::span<const double> progress, std::size_t examples) {
    Trainer trainer(scenario, batch_of(scenario));
    Batches batches(scenario);
    const std::uint64_t step = steps_taken(scenario);
    const Position now = position_of(scenario, trainer.layout);
    Halfway at = state_of(progress, Halfway{false, {}, 0, std::vector<double>(trainer.layout.count)}, scenario);
    if (!at.has_gradient) {
        at.has_gradient = trainer.go_on(at.pass, examples, now.parameters, batches.of_step(step), &at.gradient);
        if (at.has_gradient) at.cost = std::exchange(at.pass, {}).sum;
        return part_of(at, scenario);
    }
    Descended result{scenario, {at.cost}, {}};
    Position next = now;
    if (!move(rule_step(trainer.descent, step), at.gradient, trainer.frozen, now, next)) {
        put(now, step, trainer.layout, result.scenario);
        result.diverged = cause(result.scenario, batches.of_step(step), trainer.layout, at.gradient, next);
        return {{}, 1, std::move(result)};
    }
    if (!trainer.go_on(at.pass, examples, next.parameters, batches.of_step(step + 1), nullptr))
        return part_of(at, scenario);
    put(next, step + 1, trainer.layout, result.scenario);
    result.costs.push_back(at.pass.sum);
    return {{}, 1, std::move(result)};
}

Update next_update(const Scenario& scenario, const Ref& parameter) {
    Trainer trainer(scenario, batch_of(scenario));
    Batches batches(scenario);
    std::vector<double> gradient(trainer.layout.count);
    std::vector<double> costs;
    Position now = position_of(scenario, trainer.layout);
    Position next = now;
    const std::size_t at = index_of(trainer.layout, parameter);
    const double before = now.parameters[at];
    take_steps(trainer, batches, steps_taken(scenario), 1, costs, gradient, now, next);
    return {before, gradient[at], now.parameters[at]};
}

}  // namespace backprop
