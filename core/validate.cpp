#include "core/validate.hpp"

#include <cmath>
#include <span>
#include <utility>

namespace backprop {

namespace {

using Problem = std::optional<Error>;

std::string join(std::string_view path, std::size_t index) { return std::string(path) + "." + std::to_string(index); }

/// `path` is only asked for where something is wrong: writing ten thousand paths costs more than checking what they
/// name.
template <class Path>
Problem check_numbers(std::span<const double> numbers, std::size_t expected, Path path) {
    if (numbers.size() != expected) return Error{path(), expects_count(expected, "numbers", numbers.size())};
    for (std::size_t k = 0; k < numbers.size(); ++k) {
        if (!std::isfinite(numbers[k])) return Error{join(path(), k), "expects a finite number"};
    }
    return {};
}

Problem check_flags(const Frozen& frozen, std::size_t expected, const std::string& path) {
    if (frozen.empty() || frozen.size() == expected) return {};
    return Error{path, expects_count(expected, "flags", frozen.size())};
}

/// Each row is named by its own path, as the document nests them.
Problem check_weights(const Layer& layer, const std::string& path) {
    if (layer.weights.size() != layer.units * layer.inputs) {
        return Error{path, expects_count(layer.units * layer.inputs, "numbers", layer.weights.size())};
    }
    for (std::size_t j = 0; j < layer.units; ++j) {
        const std::span row = std::span(layer.weights).subspan(j * layer.inputs, layer.inputs);
        if (auto problem = check_numbers(row, layer.inputs, [&] { return join(path, j); })) return problem;
    }
    return {};
}

/// What the network's shape alone does not say.
Problem check_softmax(const Scenario& scenario) {
    const auto& layers = scenario.network.layers;
    for (std::size_t k = 0; k + 1 < layers.size(); ++k) {
        if (layers[k].activation == Activation::softmax) {
            return Error{join("layers", k) + ".activation", "expects softmax only in the last layer"};
        }
    }
    if (scenario.loss == Loss::cross_entropy && layers.back().activation != Activation::softmax) {
        return Error{"loss", "expects softmax in the last layer for cross_entropy"};
    }
    return {};
}

Problem check_layer(const Layer& layer, std::size_t inputs, const std::string& path) {
    if (layer.units < 1 || layer.units > limits::units) {
        return Error{path + ".weights", expects_between(1, limits::units, "units", layer.units)};
    }
    if (layer.inputs != inputs) {
        return Error{path + ".weights.0", expects_count(inputs, "numbers", layer.inputs)};
    }
    if (auto problem = check_weights(layer, path + ".weights")) return problem;
    if (!layer.biases.empty()) {
        if (auto problem = check_numbers(layer.biases, layer.units, [&] { return path + ".biases"; })) return problem;
    }
    if (auto problem = check_flags(layer.frozen_weights, layer.weights.size(), path + ".frozen.weights"))
        return problem;
    if (!layer.frozen_biases.empty() && layer.biases.empty()) {
        return Error{path + ".frozen.biases", "the layer has no biases"};
    }
    return check_flags(layer.frozen_biases, layer.units, path + ".frozen.biases");
}

std::size_t parameters(const Network& network) {
    std::size_t count = 0;
    for (const Layer& layer : network.layers) count += layer.weights.size() + layer.biases.size();
    return count;
}

Problem check_network(const Network& network) {
    const auto& layers = network.layers;
    if (layers.empty() || layers.size() > limits::layers) {
        return Error{"layers", expects_between(1, limits::layers, "layers", layers.size())};
    }
    std::size_t inputs = layers.front().inputs;
    if (inputs < 1 || inputs > limits::inputs) {
        return Error{"layers.0.weights.0", expects_between(1, limits::inputs, "numbers", inputs)};
    }
    for (std::size_t k = 0; k < layers.size(); ++k) {
        if (auto problem = check_layer(layers[k], inputs, join("layers", k))) return problem;
        inputs = layers[k].units;
    }
    if (const std::size_t count = parameters(network); count > limits::parameters) {
        return Error{"layers",
                     "expects at most " + counted(limits::parameters, "parameters") + ", got " + std::to_string(count)};
    }
    return {};
}

Problem check_examples(std::span<const Example> examples, const Network& network) {
    if (examples.empty() || examples.size() > limits::examples) {
        return Error{"examples", expects_between(1, limits::examples, "examples", examples.size())};
    }
    for (std::size_t n = 0; n < examples.size(); ++n) {
        const auto path = [n](const char* key) { return [n, key] { return join("examples", n) + key; }; };
        if (auto problem = check_numbers(examples[n].inputs, network.inputs(), path(".inputs"))) return problem;
        if (auto problem = check_numbers(examples[n].targets, network.outputs(), path(".targets"))) return problem;
    }
    return {};
}

Problem check_at_least_zero(double number, const std::string& path) {
    if (!std::isfinite(number)) return Error{path, "expects a finite number"};
    if (number < 0) return Error{path, "expects a number of at least 0"};
    return {};
}

Problem check_rule_number(const Descent& descent, const RuleNumber& number) {
    const std::string path = std::string("descent.") + number.name;
    const double value = descent.*number.member;
    if (auto problem = check_at_least_zero(value, path)) return problem;
    switch (number.range) {
        case RuleNumber::Range::not_negative:
            return {};
        case RuleNumber::Range::positive:
            if (value > 0) return {};
            return Error{path, "expects a number above 0"};
        case RuleNumber::Range::below_one:
            if (value < 1) return {};
            return Error{path, "expects a number from 0 to below 1"};
    }
    return {};
}

/// Shaped like the network. `what` is "first" or "second".
Problem check_numbers_of(const ParameterNumbers& numbers, const Network& network, const std::string& path) {
    if (numbers.size() != network.layers.size()) {
        return Error{path, expects_count(network.layers.size(), "layers", numbers.size())};
    }
    for (std::size_t l = 0; l < numbers.size(); ++l) {
        const Layer& layer = network.layers[l];
        const auto list = [&](const char* key) { return [&, key] { return join(path, l) + key; }; };
        if (auto problem = check_numbers(numbers[l].weights, layer.weights.size(), list(".weights"))) return problem;
        if (auto problem = check_numbers(numbers[l].biases, layer.biases.size(), list(".biases"))) return problem;
    }
    return {};
}

Problem check_squares(const ParameterNumbers& squares, const Network& network) {
    for (std::size_t l = 0; l < squares.size(); ++l) {
        const std::string path = join("descent.state.second", l);
        const std::size_t inputs = network.layers[l].inputs;
        for (std::size_t k = 0; k < squares[l].weights.size(); ++k) {
            const std::string at = join(join(path + ".weights", k / inputs), k % inputs);
            if (auto problem = check_at_least_zero(squares[l].weights[k], at)) return problem;
        }
        for (std::size_t k = 0; k < squares[l].biases.size(); ++k) {
            if (auto problem = check_at_least_zero(squares[l].biases[k], join(path + ".biases", k))) return problem;
        }
    }
    return {};
}

Problem check_state(const RuleState& state, const Scenario& scenario) {
    const Rule rule = scenario.descent.rule;
    const auto check = [&](const ParameterNumbers& numbers, bool used, const std::string& path) -> Problem {
        if (used) return check_numbers_of(numbers, scenario.network, path);
        if (!numbers.empty()) return Error{path, "is not used by " + std::string(name_of(rules, rule))};
        return {};
    };
    if (auto problem = check(state.first, uses_first(rule), "descent.state.first")) return problem;
    if (auto problem = check(state.second, uses_second(rule), "descent.state.second")) return problem;
    return check_squares(state.second, scenario.network);
}

Problem check_descent(const Scenario& scenario) {
    const Descent& descent = scenario.descent;
    if (auto problem = check_at_least_zero(descent.alpha, "descent.alpha")) return problem;
    for (const RuleNumber& number : rule_numbers) {
        if (!uses(descent.rule, number)) continue;
        if (auto problem = check_rule_number(descent, number)) return problem;
    }
    const std::size_t count = scenario.examples.size();
    if (descent.batch && (*descent.batch < 1 || *descent.batch > count)) {
        return Error{"descent.batch", expects_whole(1, count) + ", got " + std::to_string(*descent.batch)};
    }
    if (auto problem = check_at_least_zero(descent.l1, "descent.l1")) return problem;
    if (auto problem = check_at_least_zero(descent.l2, "descent.l2")) return problem;
    return descent.state ? check_state(*descent.state, scenario) : Problem{};
}

}  // namespace

std::string counted(std::size_t count, std::string_view what) {
    std::string text = std::to_string(count) + " " + std::string(what);
    if (count == 1 && text.ends_with("s")) text.pop_back();
    return text;
}

std::string expects_count(std::size_t expected, std::string_view what, std::size_t got) {
    return "expects " + counted(expected, what) + ", got " + std::to_string(got);
}

std::string expects_between(std::size_t least, std::size_t most, std::string_view what, std::size_t got) {
    return "expects " + std::to_string(least) + " to " + counted(most, what) + ", got " + std::to_string(got);
}

std::string expects_whole(std::size_t least, std::size_t most) {
    return "expects a whole number from " + std::to_string(least) + " to " + std::to_string(most);
}

std::optional<Error> validate(const Scenario& scenario) {
    if (auto problem = check_network(scenario.network)) return problem;
    if (auto problem = check_examples(scenario.examples, scenario.network)) return problem;
    if (auto problem = check_softmax(scenario)) return problem;
    return check_descent(scenario);
}

std::optional<Error> validate(const Dataset& dataset) {
    if (dataset.count < 1 || dataset.count > limits::examples) {
        return Error{"dataset.count", expects_whole(1, limits::examples) + ", got " + std::to_string(dataset.count)};
    }
    return check_at_least_zero(dataset.noise, "dataset.noise");
}

std::optional<Error> validate(const Ref& ref, const Network& network) {
    const auto below = [](std::size_t index, std::size_t count, const char* path) -> Problem {
        if (index < count) return {};
        return Error{path, expects_whole(0, count - 1) + ", got " + std::to_string(index)};
    };
    if (auto problem = below(ref.layer, network.layers.size(), "ref.layer")) return problem;
    const Layer& layer = network.layers[ref.layer];
    if (auto problem = below(ref.unit, layer.units, "ref.unit")) return problem;
    if (ref.kind == Ref::Kind::weight) return below(ref.input, layer.inputs, "ref.input");
    if (ref.kind == Ref::Kind::bias && layer.biases.empty()) {
        return Error{"ref.bias", "layer " + std::to_string(ref.layer) + " has no biases"};
    }
    return {};
}

}  // namespace backprop
