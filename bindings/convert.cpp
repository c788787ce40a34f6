#include "bindings/convert.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "bindings/js.hpp"
#include "core/dataset.hpp"
#include "core/validate.hpp"

namespace backprop {

namespace {

using emscripten::val;
using js::Kind;

/// Where in the document we are. A chain on the stack, written out only when something is wrong: most documents are
/// right.
struct Place {
    const Place* parent = nullptr;
    const char* key = nullptr;  ///< or else `index`
    std::size_t index = 0;

    [[nodiscard]] std::string text() const {
        std::string path = parent ? parent->text() : std::string();
        const std::string own = key ? std::string(key) : std::to_string(index);
        return path.empty() ? own : path + "." + own;
    }
};

const Place whole_document{nullptr, "", 0};

Place member(const Place& parent, const char* key) { return {&parent, key, 0}; }
Place item(const Place& parent, std::size_t index) { return {&parent, nullptr, index}; }

using Problem = std::optional<Error>;

Error refuse(const Place& place, std::string message) { return {place.text(), std::move(message)}; }
Error unreadable(const Place& place) { return refuse(place, "could not be read"); }

Error wrong_kind(const Place& place, const char* expected, const val& value) {
    return refuse(place,
                  std::string("expects ") + expected + ", got " + std::string(js::described(js::kind_of(value))));
}

/// `object` is an object with no other keys than `known` (separated by spaces).
Problem check_object(const val& object, const char* known, const Place& place) {
    if (js::kind_of(object) != Kind::object) return wrong_kind(place, "an object", object);
    const auto unknown = js::unknown_key(object, known);
    if (!unknown) return unreadable(place);
    if (!unknown->found) return {};
    return refuse(member(place, unknown->name.c_str()), std::string("is not a known key; known are ") + known);
}

/// An argument whose members are named without it: "resolution", not "options.resolution".
Problem check_options(const val& object, const char* known) {
    if (js::kind_of(object) != Kind::object) return wrong_kind(member(whole_document, "options"), "an object", object);
    return check_object(object, known, whole_document);
}

Result<val> required(const val& object, const char* key, const Place& place) {
    auto value = js::get(object, key);
    if (!value) return unreadable(member(place, key));
    if (value->isUndefined()) return refuse(member(place, key), "is missing");
    return *std::move(value);
}

/// Undefined when it is absent.
Result<val> optional(const val& object, const char* key, const Place& place) {
    auto value = js::get(object, key);
    if (!value) return unreadable(member(place, key));
    return *std::move(value);
}

/// The length of a list, before anything in it is read.
Result<std::size_t> length_of(const val& list, const Place& place) {
    if (js::kind_of(list) != Kind::list) return wrong_kind(place, "a list", list);
    const auto length = js::length(list);
    if (!length) return unreadable(place);
    return *length;
}

Result<std::size_t> length_between(const val& list, std::size_t least, std::size_t most, const char* what,
                                   const Place& place) {
    auto length = length_of(list, place);
    if (length && (*length < least || *length > most))
        return refuse(place, expects_between(least, most, what, *length));
    return length;
}

Problem check_length(const val& list, std::size_t expected, const char* what, const Place& place) {
    const auto length = length_of(list, place);
    if (!length) return length.error();
    if (*length != expected) return refuse(place, expects_count(expected, what, *length));
    return {};
}

Result<val> element(const val& list, std::size_t index, const Place& place) {
    auto value = js::get(list, index);
    if (!value) return unreadable(item(place, index));
    return *std::move(value);
}

Problem not_finite(const val& value, const Place& place) {
    if (js::kind_of(value) != Kind::number) return wrong_kind(place, "a number", value);
    if (!std::isfinite(value.as<double>())) return refuse(place, "expects a finite number");
    return {};
}

/// Exactly as many numbers as `to` holds, all finite.
Problem read_numbers(const val& list, std::span<double> to, const Place& place) {
    if (auto problem = check_length(list, to.size(), "numbers", place)) return problem;
    const std::size_t read = js::read_numbers(list, to);
    if (read == to.size()) return {};
    const auto value = element(list, read, place);
    if (!value) return value.error();
    if (auto problem = not_finite(*value, item(place, read))) return problem;
    return unreadable(item(place, read));  // it changed between two looks
}

Result<double> read_number(const val& object, const char* key, const Place& place) {
    const auto value = required(object, key, place);
    if (!value) return value.error();
    if (auto problem = not_finite(*value, member(place, key))) return *problem;
    return value->as<double>();
}

Result<std::size_t> whole_number(const val& value, std::size_t least, std::size_t most, const Place& place) {
    if (auto problem = not_finite(value, place)) return *problem;
    const double number = value.as<double>();
    if (std::trunc(number) == number && number >= static_cast<double>(least) && number <= static_cast<double>(most)) {
        return static_cast<std::size_t>(number);
    }
    return refuse(place, expects_whole(least, most) + ", got " + js::quoted(value));
}

template <class E, std::size_t n>
Result<E> read_name(const std::array<Named<E>, n>& table, const val& object, const char* key, const Place& place) {
    const auto value = required(object, key, place);
    if (!value) return value.error();
    if (js::kind_of(*value) == Kind::string) {
        if (const auto found = find_named(table, value->as<std::string>())) return *found;
    }
    const char* expects = n == 1 ? "expects " : "expects one of ";
    return refuse(member(place, key), expects + listed(table) + ", got " + js::quoted(*value));
}

Result<bool> read_flag(const val& list, std::size_t index, const Place& place) {
    const auto value = element(list, index, place);
    if (!value) return value.error();
    if (js::kind_of(*value) != Kind::boolean) return wrong_kind(item(place, index), "true or false", *value);
    return value->isTrue();
}

Problem read_flags(const val& list, std::span<std::uint8_t> to, const Place& place) {
    if (auto problem = check_length(list, to.size(), "flags", place)) return problem;
    for (std::size_t k = 0; k < to.size(); ++k) {
        const auto flag = read_flag(list, k, place);
        if (!flag) return flag.error();
        to[k] = *flag;
    }
    return {};
}

/// `inputs` is how many numbers each row must hold; the first layer's first row sets it.
Problem read_weights(const val& weights, std::size_t inputs, Layer& layer, const Place& place) {
    const auto units = length_between(weights, 1, limits::units, "units", place);
    if (!units) return units.error();
    layer.units = *units;
    layer.inputs = inputs;
    layer.weights.resize(layer.units * layer.inputs);
    for (std::size_t j = 0; j < layer.units; ++j) {
        const auto row = element(weights, j, place);
        if (!row) return row.error();
        const auto to = std::span(layer.weights).subspan(j * inputs, inputs);
        if (auto problem = read_numbers(*row, to, item(place, j))) return problem;
    }
    return {};
}

/// How many inputs the first layer's first row has.
Result<std::size_t> first_row_length(const val& weights, const Place& place) {
    const auto units = length_between(weights, 1, limits::units, "units", place);
    if (!units) return units.error();
    const auto row = element(weights, 0, place);
    if (!row) return row.error();
    return length_between(*row, 1, limits::inputs, "numbers", item(place, 0));
}

Problem read_frozen_weights(const val& flags, Layer& layer, const Place& place) {
    if (flags.isUndefined()) return {};
    layer.frozen_weights.assign(layer.weights.size(), 1);
    if (flags.isTrue()) return {};
    if (auto problem = check_length(flags, layer.units, "rows", place)) return problem;
    for (std::size_t j = 0; j < layer.units; ++j) {
        const auto row = element(flags, j, place);
        if (!row) return row.error();
        const auto to = std::span(layer.frozen_weights).subspan(j * layer.inputs, layer.inputs);
        if (auto problem = read_flags(*row, to, item(place, j))) return problem;
    }
    return {};
}

Problem read_frozen_biases(const val& flags, Layer& layer, const Place& place) {
    if (flags.isUndefined()) return {};
    if (layer.biases.empty()) return refuse(place, "the layer has no biases");
    layer.frozen_biases.assign(layer.biases.size(), 1);
    if (flags.isTrue()) return {};
    return read_flags(flags, layer.frozen_biases, place);
}

Problem read_frozen(const val& frozen, Layer& layer, const Place& place) {
    if (frozen.isUndefined()) return {};
    if (auto problem = check_object(frozen, "weights biases", place)) return problem;
    const auto weights = optional(frozen, "weights", place);
    if (!weights) return weights.error();
    if (auto problem = read_frozen_weights(*weights, layer, member(place, "weights"))) return problem;
    const auto biases = optional(frozen, "biases", place);
    if (!biases) return biases.error();
    return read_frozen_biases(*biases, layer, member(place, "biases"));
}

Problem read_biases(const val& biases, Layer& layer, const Place& place) {
    if (biases.isUndefined()) return {};
    layer.biases.resize(layer.units);
    return read_numbers(biases, layer.biases, place);
}

/// `inputs`: the units of the layer before; 0 for the first layer.
Result<Layer> read_layer(const val& value, std::size_t inputs, const Place& place) {
    if (auto problem = check_object(value, "activation weights biases frozen", place)) return *problem;
    Layer layer;
    const auto activation = read_name(activations, value, "activation", place);
    if (!activation) return activation.error();
    layer.activation = *activation;

    const auto weights = required(value, "weights", place);
    if (!weights) return weights.error();
    const Place weights_place = member(place, "weights");
    const auto width = inputs > 0 ? Result<std::size_t>(inputs) : first_row_length(*weights, weights_place);
    if (!width) return width.error();
    if (auto problem = read_weights(*weights, *width, layer, weights_place)) return *problem;

    const auto biases = optional(value, "biases", place);
    if (!biases) return biases.error();
    if (auto problem = read_biases(*biases, layer, member(place, "biases"))) return *problem;
    const auto frozen = optional(value, "frozen", place);
    if (!frozen) return frozen.error();
    if (auto problem = read_frozen(*frozen, layer, member(place, "frozen"))) return *problem;
    return layer;
}

Result<Network> read_network(const val& document) {
    const auto layers = required(document, "layers", whole_document);
    if (!layers) return layers.error();
    const Place place = member(whole_document, "layers");
    const auto count = length_between(*layers, 1, limits::layers, "layers", place);
    if (!count) return count.error();
    Network network;
    std::size_t inputs = 0;
    for (std::size_t k = 0; k < *count; ++k) {
        const auto value = element(*layers, k, place);
        if (!value) return value.error();
        auto layer = read_layer(*value, inputs, item(place, k));
        if (!layer) return layer.error();
        inputs = layer->units;
        network.layers.push_back(*std::move(layer));
    }
    return network;
}

Problem read_list(const val& object, const char* key, std::size_t count, std::vector<double>& to, const Place& place) {
    const auto value = required(object, key, place);
    if (!value) return value.error();
    to.resize(count);
    return read_numbers(*value, to, member(place, key));
}

Result<Example> read_example(const val& value, const Network& network, const Place& place) {
    if (auto problem = check_object(value, "inputs targets", place)) return *problem;
    Example example;
    if (auto problem = read_list(value, "inputs", network.inputs(), example.inputs, place)) return *problem;
    if (auto problem = read_list(value, "targets", network.outputs(), example.targets, place)) return *problem;
    return example;
}

js::Records shape_of_examples(const Network& network) {
    return {"inputs", network.inputs(), "targets", network.outputs()};
}

Result<std::vector<Example>> read_examples(const val& document, const Network& network) {
    const auto value = required(document, "examples", whole_document);
    if (!value) return value.error();
    const Place place = member(whole_document, "examples");
    const auto count = length_between(*value, 1, limits::examples, "examples", place);
    if (!count) return count.error();
    const std::size_t inputs = network.inputs();
    const std::size_t width = inputs + network.outputs();
    std::vector<double> numbers(*count * width);
    const std::size_t read = js::read_records(*value, shape_of_examples(network), numbers);
    std::vector<Example> examples;
    examples.reserve(*count);
    for (std::size_t n = 0; n < read; ++n) {
        const auto row = numbers.begin() + static_cast<std::ptrdiff_t>(n * width);
        const auto middle = row + static_cast<std::ptrdiff_t>(inputs);
        examples.push_back({{row, middle}, {middle, row + static_cast<std::ptrdiff_t>(width)}});
    }
    // What is wrong with the first that is not as it should be; one by one costs more, and explains.
    for (std::size_t n = read; n < *count; ++n) {
        const auto entry = element(*value, n, place);
        if (!entry) return entry.error();
        auto example = read_example(*entry, network, item(place, n));
        if (!example) return example.error();
        examples.push_back(*std::move(example));
    }
    return examples;
}

/// A whole number that is there or not.
Result<std::optional<std::size_t>> read_whole(const val& object, const char* key, std::size_t least, std::size_t most,
                                              const Place& place) {
    const auto value = optional(object, key, place);
    if (!value) return value.error();
    if (value->isUndefined()) return std::optional<std::size_t>();
    const auto number = whole_number(*value, least, most, member(place, key));
    if (!number) return number.error();
    return std::optional(*number);
}

Result<Dataset> read_dataset(const val& value, const Place& place) {
    if (auto problem = check_object(value, "name count noise seed", place)) return *problem;
    Dataset dataset;
    const auto name = read_name(dataset_names, value, "name", place);
    if (!name) return name.error();
    const auto noise = read_number(value, "noise", place);
    if (!noise) return noise.error();
    for (const char* key : {"count", "seed"}) {
        if (auto there = required(value, key, place); !there) return there.error();
    }
    const auto count = read_whole(value, "count", 1, limits::examples, place);
    if (!count) return count.error();
    const auto seed = read_whole(value, "seed", 0, limits::seed, place);
    if (!seed) return seed.error();
    dataset = {*name, **count, *noise, static_cast<std::uint32_t>(**seed)};
    if (auto problem = validate(dataset)) return *problem;
    return dataset;
}

/// The examples of a document and the dataset they come from, which stand instead of each other.
struct Data {
    std::vector<Example> examples;
    std::optional<Dataset> dataset;
};

Result<Data> read_data(const val& document, const Network& network) {
    const auto value = optional(document, "dataset", whole_document);
    if (!value) return value.error();
    if (value->isUndefined()) {
        auto examples = read_examples(document, network);
        if (!examples) return examples.error();
        return Data{*std::move(examples), {}};
    }
    const Place place = member(whole_document, "dataset");
    const auto examples = optional(document, "examples", whole_document);
    if (!examples) return examples.error();
    if (!examples->isUndefined()) return refuse(place, "expects examples or a dataset, got both");
    const auto dataset = read_dataset(*value, place);
    if (!dataset) return dataset.error();
    if (network.inputs() != 2)
        return refuse(place, "needs a network with 2 inputs, got " + std::to_string(network.inputs()));
    if (network.outputs() != 1)
        return refuse(place, "needs a network with 1 output, got " + std::to_string(network.outputs()));
    return Data{examples_of(*dataset), *dataset};
}

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

Result<ParameterNumbers> read_parameter_numbers(const val& state, const char* key, bool used, const Network& network,
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
        return refuse(member(place, "step"), "expects a whole number of at least 0");
    }
    auto first = read_parameter_numbers(value, "first", uses_first(rule), network, rule, place);
    if (!first) return first.error();
    auto second = read_parameter_numbers(value, "second", uses_second(rule), network, rule, place);
    if (!second) return second.error();
    return RuleState{static_cast<std::uint64_t>(*step), *std::move(first), *std::move(second)};
}

/// `number` keeps its default when the key is absent.
Problem read_optional_number(const val& object, const char* key, double& number, const Place& place) {
    const auto value = optional(object, key, place);
    if (!value) return value.error();
    if (value->isUndefined()) return {};
    if (auto problem = not_finite(*value, member(place, key))) return problem;
    number = value->as<double>();
    return {};
}

/// A number that the rule does not use would be one nobody sees the effect of.
Problem read_rule_number(const val& object, const RuleNumber& number, Descent& descent, const Place& place) {
    const auto value = optional(object, number.name, place);
    if (!value) return value.error();
    if (!value->isUndefined() && !uses(descent.rule, number)) {
        return refuse(member(place, number.name), not_used_by(descent.rule));
    }
    return read_optional_number(object, number.name, descent.*number.member, place);
}

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

Problem check_version(const val& document) {
    const auto version = required(document, "version", whole_document);
    if (!version) return version.error();
    if (js::kind_of(*version) == Kind::number && version->as<double>() == 1) return {};
    return refuse(member(whole_document, "version"), "expects 1, got " + js::quoted(*version));
}

/// Undefined when there is none; an empty one is none.
Result<val> read_title(const val& document) {
    auto title = optional(document, "title", whole_document);
    if (!title || title->isUndefined()) return title;
    if (js::kind_of(*title) != Kind::string) return wrong_kind(member(whole_document, "title"), "text", *title);
    return js::length(*title) == 0 ? val::undefined() : *title;
}

/// Whole and not negative, whatever its size: whether the network has it is `validate`'s to say.
Result<std::size_t> read_index(const val& object, const char* key, const Place& place) {
    const auto number = read_number(object, key, place);
    if (!number) return number.error();
    if (std::trunc(*number) == *number && *number >= 0 && *number < 4294967295.0)
        return static_cast<std::size_t>(*number);
    return refuse(member(place, key), "expects a whole number of at least 0");
}

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

template <class T, class Convert>
val list_of(const std::vector<T>& items, Convert convert) {
    val list = val::array();
    for (std::size_t k = 0; k < items.size(); ++k) js::append(list, convert(items[k]));
    return list;
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
        if (descent.*number.member != usual.*number.member) js::set(object, number.name, descent.*number.member);
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

/// In the canonical form: keys in order, defaults left out.
val document_of(const Scenario& scenario, const val& title) {
    val object = val::object();
    js::set(object, "version", 1.0);
    if (!title.isUndefined()) js::set(object, "title", title);
    js::set(object, "layers", list_of(scenario.network.layers, layer_of));
    if (scenario.dataset) {
        js::set(object, "dataset", dataset_of(*scenario.dataset));
    } else {
        js::set(object, "examples", to_js(scenario.examples));
    }
    js::set(object, "loss", name_of(losses, scenario.loss));
    js::set(object, "descent", descent_of(scenario.descent, scenario.network));
    return object;
}

const char* name_of(Quantity::Kind kind) {
    switch (kind) {
        case Quantity::Kind::C:
            return "C";
        case Quantity::Kind::a:
            return "a";
        case Quantity::Kind::z:
            return "z";
        case Quantity::Kind::w:
            return "w";
        case Quantity::Kind::b:
            return "b";
    }
    return "";
}

val quantity_to_js(const Quantity& quantity) {
    val object = val::object();
    js::set(object, "kind", std::string_view(name_of(quantity.kind)));
    if (quantity.kind == Quantity::Kind::C) return object;
    js::set(object, "layer", quantity.layer);
    js::set(object, "unit", quantity.unit);
    if (quantity.kind == Quantity::Kind::w) js::set(object, "input", quantity.input);
    return object;
}

val part_to_js(const Quantity& of, const Quantity& by, double value) {
    val object = val::object();
    js::set(object, "of", quantity_to_js(of));
    js::set(object, "by", quantity_to_js(by));
    js::set(object, "value", value);
    return object;
}

val term_to_js(const Term& term);

val factor_to_js(const Factor& factor) {
    val object = part_to_js(factor.of, factor.by, factor.value);
    js::set(object, "parts",
            list_of(factor.parts, [](const Part& part) { return part_to_js(part.of, part.by, part.value); }));
    if (!factor.terms.empty()) js::set(object, "terms", list_of(factor.terms, term_to_js));
    return object;
}

val term_to_js(const Term& term) {
    val object = val::object();
    js::set(object, "factors", list_of(term.factors, factor_to_js));
    js::set(object, "value", term.value);
    return object;
}

val path_to_js(const Path& path) {
    val object = val::object();
    js::set(object, "units", list_of(path.units, [](std::size_t unit) { return val(unit); }));
    js::set(object, "value", path.value);
    return object;
}

val layer_trace_to_js(const LayerTrace& trace) {
    val object = val::object();
    js::set(object, "x", js::numbers(trace.x));
    js::set(object, "z", js::numbers(trace.z));
    js::set(object, "a", js::numbers(trace.a));
    js::set(object, "dC_da", js::numbers(trace.dC_da));
    js::set(object, "da_dz", js::numbers(trace.da_dz));
    js::set(object, "dC_dz", js::numbers(trace.dC_dz));
    js::set(object, "dC_dW", js::numbers(trace.dC_dW));
    if (!trace.dC_db.empty()) js::set(object, "dC_db", js::numbers(trace.dC_db));
    return object;
}

val failed_at(std::size_t layer, std::size_t unit, std::string_view quantity) {
    val object = val::object();
    js::set(object, "layer", layer);
    js::set(object, "unit", unit);
    js::set(object, "quantity", quantity);
    return object;
}

}  // namespace

Result<Document> to_document(const val& value) {
    if (auto problem = check_object(value, "version title layers examples dataset loss descent", whole_document))
        return *problem;
    if (auto problem = check_version(value)) return *problem;
    auto title = read_title(value);
    if (!title) return title.error();
    auto network = read_network(value);
    if (!network) return network.error();
    auto data = read_data(value, *network);
    if (!data) return data.error();
    const auto loss = read_name(losses, value, "loss", whole_document);
    if (!loss) return loss.error();
    auto descent = read_descent(value, *network, data->examples.size());
    if (!descent) return descent.error();
    Document document{{std::move(*network), std::move(data->examples), data->dataset, *loss, std::move(*descent)},
                      *std::move(title)};
    if (auto problem = validate(document.scenario)) return *problem;
    return document;
}

namespace {

/// `place` is where the ref stands; its own checks say "ref".
Result<Ref> read_ref(const val& value, const Network& network, const Place& place) {
    if (auto problem = check_object(value, "layer unit input bias", place)) return *problem;
    const auto layer = read_index(value, "layer", place);
    if (!layer) return layer.error();
    const auto unit = read_index(value, "unit", place);
    if (!unit) return unit.error();
    const auto input = optional(value, "input", place);
    if (!input) return input.error();
    const auto bias = optional(value, "bias", place);
    if (!bias) return bias.error();

    Ref ref{Ref::Kind::unit, *layer, *unit, 0};
    if (!bias->isUndefined()) {
        if (!bias->isTrue()) return wrong_kind(member(place, "bias"), "true", *bias);
        if (!input->isUndefined()) return refuse(place, "expects an input or a bias, got both");
        ref.kind = Ref::Kind::bias;
    } else if (!input->isUndefined()) {
        const auto index = read_index(value, "input", place);
        if (!index) return index.error();
        ref.kind = Ref::Kind::weight;
        ref.input = *index;
    }
    if (auto problem = validate(ref, network)) {
        const std::string_view within = std::string_view(problem->path).substr(std::string_view("ref").size());
        return Error{place.text() + std::string(within), problem->message};
    }
    return ref;
}

Result<Ref> read_parameter(const val& value, const Network& network, const Place& place) {
    auto ref = read_ref(value, network, place);
    if (ref && ref->kind == Ref::Kind::unit) return refuse(place, "expects a weight or a bias, got an activation");
    return ref;
}

/// Low and high end of an axis.
Result<Axis> read_axis(const val& ref, const val& range, const Network& network, const Place& ref_place,
                       const Place& range_place) {
    const auto at = read_parameter(ref, network, ref_place);
    if (!at) return at.error();
    double ends[2] = {0, 0};
    if (auto problem = read_numbers(range, ends, range_place)) return *problem;
    return Axis{*at, ends[0], ends[1]};
}

bool same(const Ref& one, const Ref& other) {
    return one.kind == other.kind && one.layer == other.layer && one.unit == other.unit && one.input == other.input;
}

}  // namespace

Result<Ref> to_ref(const val& value, const Network& network) {
    return read_ref(value, network, member(whole_document, "ref"));
}

Result<Ref> to_parameter(const val& value, const Network& network) {
    return read_parameter(value, network, member(whole_document, "ref"));
}

Result<Dataset> to_dataset(const val& value) { return read_dataset(value, member(whole_document, "dataset")); }

Result<DerivationOptions> to_derivation_options(const val& value, const Scenario& scenario) {
    DerivationOptions options;
    if (value.isUndefined()) return options;
    if (auto problem = check_options(value, "example paths")) return *problem;
    const auto example = read_whole(value, "example", 0, scenario.examples.size() - 1, whole_document);
    if (!example) return example.error();
    const auto paths = read_whole(value, "paths", 0, limits::paths, whole_document);
    if (!paths) return paths.error();
    return DerivationOptions{.example = example->value_or(options.example), .paths = paths->value_or(options.paths)};
}

Result<Start> to_start(const val& value) {
    if (auto problem = check_options(value, "scheme seed")) return *problem;
    const auto scheme = read_name(schemes, value, "scheme", whole_document);
    if (!scheme) return scheme.error();
    if (auto seed = required(value, "seed", whole_document); !seed) return seed.error();
    const auto seed = read_whole(value, "seed", 0, limits::seed, whole_document);
    if (!seed) return seed.error();
    return Start{*scheme, static_cast<std::uint32_t>(**seed)};
}

Result<View> to_view(const val& value, const Network& network) {
    if (auto problem = check_options(value, "axes ranges resolution")) return *problem;
    const auto axes = required(value, "axes", whole_document);
    if (!axes) return axes.error();
    const Place axes_place = member(whole_document, "axes");
    const auto count = length_between(*axes, 1, 2, "parameters", axes_place);
    if (!count) return count.error();
    const auto ranges = required(value, "ranges", whole_document);
    if (!ranges) return ranges.error();
    const Place ranges_place = member(whole_document, "ranges");
    if (auto problem = check_length(*ranges, *count, "ranges", ranges_place)) return *problem;
    View view;
    for (std::size_t k = 0; k < *count; ++k) {
        const auto ref = element(*axes, k, axes_place);
        if (!ref) return ref.error();
        const auto range = element(*ranges, k, ranges_place);
        if (!range) return range.error();
        const auto axis = read_axis(*ref, *range, network, item(axes_place, k), item(ranges_place, k));
        if (!axis) return axis.error();
        view.axes.push_back(*axis);
    }
    if (*count == 2 && same(view.axes[0].ref, view.axes[1].ref)) {
        return refuse(item(axes_place, 1), "expects another parameter than the first axis");
    }
    if (auto resolution = required(value, "resolution", whole_document); !resolution) return resolution.error();
    const auto resolution = read_whole(value, "resolution", 2, limits::resolution, whole_document);
    if (!resolution) return resolution.error();
    view.resolution = **resolution;
    return view;
}

Result<std::size_t> to_whole(const val& value, const char* path, std::size_t least, std::size_t most) {
    return whole_number(value, least, most, member(whole_document, path));
}

Result<double> to_finite(const val& value, const char* path) {
    if (auto problem = not_finite(value, member(whole_document, path))) return *problem;
    return value.as<double>();
}

Result<std::vector<double>> to_inputs(const val& value, std::size_t inputs) {
    const Place place = member(whole_document, "inputs");
    if (!js::is_float64_array(value) && js::kind_of(value) != Kind::list) {
        return wrong_kind(place, "a Float64Array or a list", value);
    }
    const auto length = js::length(value);
    if (!length) return unreadable(place);
    if (*length > limits::points * inputs || *length % inputs != 0) {
        return refuse(place, "expects " + std::to_string(inputs) + " numbers for each of at most " +
                                 std::to_string(limits::points) + " points, got " + std::to_string(*length));
    }
    std::vector<double> numbers(*length);
    const std::size_t read = js::read_numbers(value, numbers);
    if (read == numbers.size()) return numbers;
    const auto bad = element(value, read, place);
    if (!bad) return bad.error();
    if (auto problem = not_finite(*bad, item(place, read))) return *problem;
    return unreadable(item(place, read));
}

val to_js(const Error& error) {
    val content = val::object();
    js::set(content, "path", error.path);
    js::set(content, "message", error.message);
    val object = val::object();
    js::set(object, "error", content);
    return object;
}

val to_js(const Trace& trace) {
    val object = val::object();
    js::set(object, "outputs", js::numbers(trace.outputs()));
    js::set(object, "loss", trace.loss);
    js::set(object, "layers", list_of(trace.layers, layer_trace_to_js));
    if (const auto& failed = trace.first_non_finite) {
        js::set(object, "firstNonFinite", failed_at(failed->layer, failed->unit, failed->quantity));
    }
    return object;
}

val to_js(const Derivation& derivation) {
    val object = val::object();
    js::set(object, "gradient", derivation.gradient);
    js::set(object, "factors", list_of(derivation.factors, factor_to_js));
    val paths = val::object();
    js::set(paths, "count", derivation.path_count);
    js::set(paths, "strongest", list_of(derivation.strongest, path_to_js));
    js::set(object, "paths", paths);
    if (derivation.update) {
        val update = val::object();
        js::set(update, "before", derivation.update->before);
        js::set(update, "gradient", derivation.update->gradient);
        js::set(update, "after", derivation.update->after);
        js::set(object, "update", update);
    }
    return object;
}

val to_js(const Gradient& gradient) {
    val object = val::object();
    js::set(object, "cost", gradient.cost);
    js::set(object, "layers", list_of(gradient.layers, [](const LayerGradient& layer) {
                val of_layer = val::object();
                js::set(of_layer, "dC_dW", js::numbers(layer.dC_dW));
                if (!layer.dC_db.empty()) js::set(of_layer, "dC_db", js::numbers(layer.dC_db));
                return of_layer;
            }));
    return object;
}

val to_js(const Descended& descended, const val& title) {
    val object = val::object();
    js::set(object, "scenario", document_of(descended.scenario, title));
    js::set(object, "costs", js::numbers(descended.costs));
    if (const auto& diverged = descended.diverged) {
        val failed = failed_at(diverged->layer, diverged->unit, diverged->quantity);
        js::set(failed, "step", diverged->step);
        js::set(object, "diverged", failed);
    }
    return object;
}

val to_js(const std::vector<Change>& changes) {
    val object = val::object();
    js::set(object, "changes", list_of(changes, [](const Change& change) {
                val entry = val::object();
                js::set(entry, "of", quantity_to_js(change.of));
                js::set(entry, "before", change.before);
                js::set(entry, "after", change.after);
                js::set(entry, "change", change.change);
                js::set(entry, "linear", change.linear);
                if (change.ratio) js::set(entry, "ratio", *change.ratio);
                return entry;
            }));
    return object;
}

namespace {

val ref_to_js(const Ref& ref) {
    val object = val::object();
    js::set(object, "layer", ref.layer);
    js::set(object, "unit", ref.unit);
    if (ref.kind == Ref::Kind::weight) js::set(object, "input", ref.input);
    if (ref.kind == Ref::Kind::bias) js::set(object, "bias", true);
    return object;
}

template <class T>
void set_if(val& object, const char* key, const std::optional<T>& value) {
    if (value) js::set(object, key, *value);
}

val finding_to_js(const Finding& finding) {
    val object = val::object();
    js::set(object, "kind", name_of(finding_kinds, finding.kind));
    set_if(object, "layer", finding.layer);
    set_if(object, "unit", finding.unit);
    set_if(object, "value", finding.value);
    set_if(object, "example", finding.example);
    if (finding.quantity) js::set(object, "quantity", *finding.quantity);
    set_if(object, "revivable", finding.revivable);
    if (!finding.norms.empty()) js::set(object, "norms", js::numbers(finding.norms));
    if (finding.through) js::set(object, "through", *finding.through);
    set_if(object, "target", finding.target);
    set_if(object, "steps", finding.steps);
    return object;
}

}  // namespace

val to_js(const Check& check) {
    val object = val::object();
    js::set(object, "worst", check.worst ? static_cast<double>(*check.worst) : -1.0);
    js::set(object, "parameters", list_of(check.parameters, [](const ParameterCheck& of) {
                val entry = val::object();
                js::set(entry, "ref", ref_to_js(of.ref));
                js::set(entry, "analytic", of.analytic);
                js::set(entry, "numeric", of.numeric);
                js::set(entry, "step", of.step);
                js::set(entry, "error", of.error);
                js::set(entry, "atKink", of.at_kink);
                return entry;
            }));
    return object;
}

val to_js(const Scenario& scenario, const val& title) { return document_of(scenario, title); }

val to_js(const std::vector<Example>& examples) {
    const std::size_t inputs = examples.front().inputs.size();
    const std::size_t targets = examples.front().targets.size();
    std::vector<double> numbers;
    for (const Example& example : examples) {
        numbers.insert(numbers.end(), example.inputs.begin(), example.inputs.end());
        numbers.insert(numbers.end(), example.targets.begin(), example.targets.end());
    }
    return js::records({"inputs", inputs, "targets", targets}, numbers);
}

val to_js(const std::vector<Finding>& findings) { return list_of(findings, finding_to_js); }

val to_js(const std::vector<Slip>& slips, const val& title) {
    return list_of(slips, [&title](const Slip& slip) {
        val object = val::object();
        js::set(object, "kind", name_of(slip_kinds, slip.kind));
        js::set(object, "gradient", slip.gradient);
        js::set(object, "after", slip.after);
        js::set(object, "scenario", document_of(slip.scenario, title));
        return object;
    });
}

val landscape_to_js(const std::vector<double>& costs) {
    val object = val::object();
    js::set(object, "costs", js::numbers(costs));
    return object;
}

}  // namespace backprop
