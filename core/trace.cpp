#include "core/trace.hpp"

#include <cmath>
#include <utility>

#include "core/layer.hpp"

namespace backprop {

namespace {

LayerTrace forward(const Layer& layer, std::vector<double> x) {
    LayerTrace t;
    t.x = std::move(x);
    t.z.resize(layer.units);
    t.a.resize(layer.units);
    t.da_dz.resize(slope_count(layer));
    weighted_sums(layer, t.x, t.z);
    activate(layer.activation, t.z, t.a, t.da_dz);
    return t;
}

/// What the layer's dC_dz means for its parameters.
void add_parameter_slopes(const Layer& layer, LayerTrace& t) {
    t.dC_dW.resize(layer.units * layer.inputs);
    for (std::size_t j = 0; j < layer.units; ++j) {
        for (std::size_t i = 0; i < layer.inputs; ++i) t.dC_dW[j * layer.inputs + i] = t.dC_dz[j] * t.x[i];
    }
    if (!layer.biases.empty()) t.dC_db = t.dC_dz;
}

std::optional<NonFinite> non_finite_in(const std::vector<double>& values, std::size_t layer, std::size_t per_unit,
                                       std::string_view quantity) {
    for (std::size_t k = 0; k < values.size(); ++k) {
        if (!std::isfinite(values[k])) return NonFinite{layer, k / per_unit, quantity};
    }
    return {};
}

/// `from_z`: the loss is taken from z. Where it saturates, ∂C/∂a of the outputs is infinite, and nothing comes of it.
std::optional<NonFinite> first_non_finite(const Trace& trace, bool from_z) {
    const auto& layers = trace.layers;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        if (auto found = non_finite_in(layers[l].z, l, 1, "z")) return found;
        if (auto found = non_finite_in(layers[l].a, l, 1, "a")) return found;
    }
    if (!std::isfinite(trace.loss)) return NonFinite{layers.size() - 1, 0, "C"};
    for (std::size_t l = layers.size(); l-- > 0;) {
        const LayerTrace& t = layers[l];
        const bool is_passed_over = from_z && l + 1 == layers.size();
        if (!is_passed_over) {
            if (auto found = non_finite_in(t.dC_da, l, 1, "dC_da")) return found;
        }
        if (auto found = non_finite_in(t.da_dz, l, t.da_dz.size() / t.a.size(), "da_dz")) return found;
        if (auto found = non_finite_in(t.dC_dz, l, 1, "dC_dz")) return found;
        if (auto found = non_finite_in(t.dC_dW, l, t.x.size(), "dC_dW")) return found;
    }
    return {};
}

}  // namespace

Trace trace(const Network& network, const Example& example, Loss loss) {
    Trace result;
    result.layers.reserve(network.layers.size());
    for (const Layer& layer : network.layers) {
        result.layers.push_back(forward(layer, result.layers.empty() ? example.inputs : result.layers.back().a));
    }
    const Outputs outputs{network.layers.back().activation, result.layers.back().z, result.layers.back().a};
    result.loss = value(loss, outputs, example.targets);
    for (LayerTrace& t : result.layers) {
        t.dC_da.resize(t.a.size());
        t.dC_dz.resize(t.a.size());
    }
    LayerTrace& last = result.layers.back();
    begin_backward(loss, outputs, example.targets, last.da_dz, last.dC_da, last.dC_dz);
    for (std::size_t l = network.layers.size() - 1; l > 0; --l) {
        LayerTrace& before = result.layers[l - 1];
        through_weights(network.layers[l], result.layers[l].dC_dz, before.dC_da);
        through_activation(before.dC_da, before.da_dz, before.dC_dz);
    }
    for (std::size_t l = 0; l < network.layers.size(); ++l) add_parameter_slopes(network.layers[l], result.layers[l]);
    result.first_non_finite = first_non_finite(result, is_from_z(loss, outputs.activation));
    return result;
}

}  // namespace backprop
