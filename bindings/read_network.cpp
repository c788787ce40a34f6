#include "bindings/read_network.hpp"

#include <span>
#include <utility>

#include "core/validate.hpp"

namespace backprop {

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

Problem read_biases(const val& biases, Layer& layer, const Place& place) {
    if (biases.isUndefined()) return {};
    layer.biases.resize(layer.units);
    return read_numbers(biases, layer.biases, place);
}

namespace {

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

}  // namespace

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

}  // namespace backprop
