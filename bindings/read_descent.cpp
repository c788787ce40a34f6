#include "bindings/read_descent.hpp"

#include <cmath>
#include <string>
#include <utility>

#include "bindings/read_network.hpp"
#include "core/validate.hpp"

namespace backprop {

namespace {

std::string not_used_by(Rule rule) { return "is not used by " + std::string(name_of(rules, rule)); }

/// One entry of a state's list, shaped like its layer.
Result<LayerNumbers> read_layer_numbers(const val& value, const Layer& layer, const Place& place) {
    if (auto problem = check_object(value, "weights biases", place)) return *problem;
    Layer shaped;
    const auto weights = required(value, "weights", place);
    if (!weights) return weights.error();
    const Place weights_place = member(place, "weights");
    if (auto problem = check_length(*weights, layer.units, "rows", weights_place)) return *problem;
    if (auto problem = read_weights(*weights, layer.inputs, shaped, weights_place)) return *problem;
    const auto biases = optional(value, "biases", place);
    if (!biases) return biases.error();
    if (biases->isUndefined() && !layer.biases.empty()) return refuse(member(place, "biases"), "is missing");
    if (!biases->isUndefined() && layer.biases.empty())
        return refuse(member(place, "biases"), "the layer has no biases");
    if (auto problem = read_biases(*biases, shaped, member(place, "biases"))) return *problem;
    return LayerNumbers{std::move(shaped.weights), std::move(shaped.biases)};
}

Result<ParameterNumbers> read_parameter_numbers(const val& state, js::Key key, bool used, const Network& network,
                                                Rule rule, const Place& place) {
    const auto value = optional(state, key, place);
    if (!value) return value.error();
    const Place list = member(place, key);
    if (!used && value->isUndefined()) return ParameterNumbers{};
    if (!used) return refuse(list, not_used_by(rule));
    if (value->isUndefined()) return refuse(list, "is missing");
    if (auto problem = check_length(*value, network.layers.size(), "layers", list)) return *problem;
    ParameterNumbers numbers;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const auto entry = element(*value, l, list);
        if (!entry) return entry.error();
        auto of_layer = read_layer_numbers(*entry, network.layers[l], item(list, l));
        if (!of_layer) return of_layer.error();
        numbers.push_back(*std::move(of_layer));
    }
    return numbers;
}

Result<RuleState> read_state(const val& value, const Network& network, Rule rule, const Place& place) {
    if (auto problem = check_object(value, "step first second", place)) return *problem;
    const auto step = read_number(value, "step", place);
    if (!step) return step.error();
    if (std::trunc(*step) != *step || *step < 0 || *step > limits::state_step) {
        static_assert(limits::state_step == 9007199254740992);
        return refuse(member(place, "step"),
                      "expects a whole number from 0 to 9007199254740992, got " + js::quoted(val(*step)));
    }
    auto first = read_parameter_numbers(value, "first", uses_first(rule), network, rule, place);
    if (!first) return first.error();
    auto second = read_parameter_numbers(value, "second", uses_second(rule), network, rule, place);
    if (!second) return second.error();
    return RuleState{static_cast<std::uint64_t>(*step), *std::move(first), *std::move(second)};
}

/// A number that the rule does not use would be one nobody sees the effect of.
Problem read_rule_number(const val& object, const RuleNumber& number, Descent& descent, const Place& place) {
    const auto key = js::Key::lasting(number.name);
    const auto value = optional(object, key, place);
    if (!value) return value.error();
    if (!value->isUndefined() && !uses(descent.rule, number)) {
        return refuse(member(place, key), not_used_by(descent.rule));
    }
    return read_optional_number(object, key, descent.*number.member, place);
}

}  // namespace

Result<Descent> read_descent(const val& document, const Network& network, std::size_t examples) {
    const auto value = required(document, "descent", whole_document);
    if (!value) return value.error();
    const Place place = member(whole_document, "descent");
    constexpr const char* known =
        "rule alpha momentum beta1 beta2 epsilon smoothing weightDecay batch seed l1 l2 state";
    if (auto problem = check_object(*value, known, place)) return *problem;
    const auto rule = read_name(rules, *value, "rule", place);
    if (!rule) return rule.error();
    Descent descent = defaults(*rule);
    const auto alpha = read_number(*value, "alpha", place);
    if (!alpha) return alpha.error();
    descent.alpha = *alpha;
    for (const RuleNumber& number : rule_numbers) {
        if (auto problem = read_rule_number(*value, number, descent, place)) return *problem;
    }
    const auto batch = read_whole(*value, "batch", 1, examples, place);
    if (!batch) return batch.error();
    descent.batch = *batch;
    const auto seed = read_whole(*value, "seed", 0, limits::seed, place);
    if (!seed) return seed.error();
    if (*seed) descent.seed = static_cast<std::uint32_t>(**seed);
    if (auto problem = read_optional_number(*value, "l1", descent.l1, place)) return *problem;
    if (auto problem = read_optional_number(*value, "l2", descent.l2, place)) return *problem;
    const auto state = optional(*value, "state", place);
    if (!state) return state.error();
    if (state->isUndefined()) return descent;
    auto read = read_state(*state, network, *rule, member(place, "state"));
    if (!read) return read.error();
    descent.state = *std::move(read);
    return descent;
}

}  // namespace backprop
