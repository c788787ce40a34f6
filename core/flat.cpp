#include "core/flat.hpp"

#include <algorithm>

namespace backprop {

namespace {

void append(std::vector<double>& list, const std::vector<double>& more) {
    list.insert(list.end(), more.begin(), more.end());
}

/// The next numbers of a list, as many as `to` has room for; what comes after them.
std::span<const double> take(std::span<const double> numbers, std::vector<double>& to) {
    std::copy_n(numbers.begin(), to.size(), to.begin());
    return numbers.subspan(to.size());
}

}  // namespace

Layout layout_of(const Network& network) {
    Layout layout;
    for (const Layer& layer : network.layers) {
        const std::size_t weights = layout.count;
        const std::size_t biases = weights + layer.weights.size();
        layout.layers.push_back({layer.activation, layer.inputs, layer.units, weights, biases, !layer.biases.empty()});
        layout.count = biases + layer.biases.size();
    }
    return layout;
}

std::size_t index_of(const Layout& layout, const Ref& parameter) {
    const LayerPlace& layer = layout.layers[parameter.layer];
    if (parameter.kind == Ref::Kind::bias) return layer.biases + parameter.unit;
    return layer.weights + parameter.unit * layer.inputs + parameter.input;
}

std::vector<double> flat(const Network& network) {
    std::vector<double> list;
    for (const Layer& layer : network.layers) {
        append(list, layer.weights);
        append(list, layer.biases);
    }
    return list;
}

std::vector<double> flat(const ParameterNumbers& numbers) {
    std::vector<double> list;
    for (const LayerNumbers& layer : numbers) {
        append(list, layer.weights);
        append(list, layer.biases);
    }
    return list;
}

Frozen flat_frozen(const Network& network) {
    Frozen all;
    bool any = false;
    const auto append_flags = [&](const Frozen& flags, std::size_t count) {
        any |= !flags.empty();
        all.insert(all.end(), flags.begin(), flags.end());
        if (flags.empty()) all.insert(all.end(), count, 0);
    };
    for (const Layer& layer : network.layers) {
        append_flags(layer.frozen_weights, layer.weights.size());
        append_flags(layer.frozen_biases, layer.biases.size());
    }
    return any ? all : Frozen{};
}

void put(std::span<const double> numbers, Network& network) {
    for (Layer& layer : network.layers) numbers = take(take(numbers, layer.weights), layer.biases);
}

ParameterNumbers shaped(std::span<const double> numbers, const Layout& layout) {
    ParameterNumbers result;
    for (const LayerPlace& place : layout.layers) {
        LayerNumbers layer{std::vector<double>(place.units * place.inputs),
                           std::vector<double>(place.has_biases ? place.units : 0)};
        numbers = take(take(numbers, layer.weights), layer.biases);
        result.push_back(std::move(layer));
    }
    return result;
}

FlatExamples flat(const Network& network, std::span<const Example> examples) {
    FlatExamples all{network.inputs(), network.outputs(), {}, {}};
    all.x.reserve(examples.size() * all.inputs);
    all.y.reserve(examples.size() * all.outputs);
    for (const Example& example : examples) {
        append(all.x, example.inputs);
        append(all.y, example.targets);
    }
    return all;
}

}  // namespace backprop
