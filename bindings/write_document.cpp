#include <algorithm>

#include "bindings/document.hpp"
#include "bindings/js.hpp"

namespace backprop {

using emscripten::val;

namespace {

val rows_of(const std::vector<double>& weights, std::size_t columns) { return js::rows(weights, columns); }

val rows_of(const Frozen& flags, std::size_t columns) {
    val rows = val::array();
    for (std::size_t k = 0; k < flags.size(); k += columns) {
        val row = val::array();
        for (std::size_t i = 0; i < columns; ++i) js::append(row, val(flags[k + i] != 0));
        js::append(rows, row);
    }
    return rows;
}

bool all(const Frozen& flags) {
    return std::all_of(flags.begin(), flags.end(), [](auto flag) { return flag != 0; });
}

bool any(const Frozen& flags) {
    return std::any_of(flags.begin(), flags.end(), [](auto flag) { return flag != 0; });
}

/// In the canonical form: `true` for all, absent for none.
val frozen_of(const Layer& layer) {
    val frozen = val::object();
    if (any(layer.frozen_weights)) {
        js::set(frozen, "weights", all(layer.frozen_weights) ? val(true) : rows_of(layer.frozen_weights, layer.inputs));
    }
    if (any(layer.frozen_biases)) {
        js::set(frozen, "biases", all(layer.frozen_biases) ? val(true) : rows_of(layer.frozen_biases, layer.units)[0]);
    }
    return frozen;
}

val layer_of(const Layer& layer) {
    val object = val::object();
    js::set(object, "activation", name_of(activations, layer.activation));
    js::set(object, "weights", rows_of(layer.weights, layer.inputs));
    if (!layer.biases.empty()) js::set(object, "biases", js::list(layer.biases));
    if (any(layer.frozen_weights) || any(layer.frozen_biases)) js::set(object, "frozen", frozen_of(layer));
    return object;
}

val parameter_numbers_of(const ParameterNumbers& numbers, const Network& network) {
    val list = val::array();
    for (std::size_t l = 0; l < numbers.size(); ++l) {
        val object = val::object();
        js::set(object, "weights", rows_of(numbers[l].weights, network.layers[l].inputs));
        if (!numbers[l].biases.empty()) js::set(object, "biases", js::list(numbers[l].biases));
        js::append(list, object);
    }
    return list;
}

val state_of(const RuleState& state, const Network& network) {
    val object = val::object();
    js::set(object, "step", static_cast<double>(state.step));
    if (!state.first.empty()) js::set(object, "first", parameter_numbers_of(state.first, network));
    if (!state.second.empty()) js::set(object, "second", parameter_numbers_of(state.second, network));
    return object;
}

val descent_of(const Descent& descent, const Network& network) {
    const Descent usual = defaults(descent.rule);
    val object = val::object();
    js::set(object, "rule", name_of(rules, descent.rule));
    js::set(object, "alpha", descent.alpha);
    for (const RuleNumber& number : rule_numbers) {
        if (descent.*number.member != usual.*number.member)
            js::set(object, js::Key::lasting(number.name), descent.*number.member);
    }
    if (descent.batch) js::set(object, "batch", *descent.batch);
    if (descent.seed) js::set(object, "seed", static_cast<double>(*descent.seed));
    if (descent.l1 != 0) js::set(object, "l1", descent.l1);
    if (descent.l2 != 0) js::set(object, "l2", descent.l2);
    if (descent.state) js::set(object, "state", state_of(*descent.state, network));
    return object;
}

val dataset_of(const Dataset& dataset) {
    val object = val::object();
    js::set(object, "name", name_of(dataset_names, dataset.name));
    js::set(object, "count", dataset.count);
    js::set(object, "noise", dataset.noise);
    js::set(object, "seed", static_cast<double>(dataset.seed));
    return object;
}

}  // namespace

val to_js(const Scenario& scenario, const Carried& carried) {
    val object = val::object();
    js::set(object, "version", 1.0);
    if (!carried.title.isUndefined()) js::set(object, "title", carried.title);
    js::set(object, "layers", js::list_of(scenario.network.layers, layer_of));
    if (scenario.dataset) {
        js::set(object, "dataset", dataset_of(*scenario.dataset));
    } else {
        js::set(object, "examples", carried.has_known_list ? known_examples() : to_js(scenario.examples));
    }
    js::set(object, "loss", name_of(losses, scenario.loss));
    js::set(object, "descent", descent_of(scenario.descent, scenario.network));
    return object;
}

val to_js(const Examples& examples) {
    const std::size_t inputs = examples[0].inputs.size();
    const std::size_t targets = examples[0].targets.size();
    std::vector<double> numbers;
    for (const Example& example : examples) {
        numbers.insert(numbers.end(), example.inputs.begin(), example.inputs.end());
        numbers.insert(numbers.end(), example.targets.begin(), example.targets.end());
    }
    return js::records({"inputs", inputs, "targets", targets}, numbers);
}

}  // namespace backprop
