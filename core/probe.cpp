#include "core/probe.hpp"

#include <algorithm>

#include "core/layer.hpp"

namespace backprop {

namespace {

int side(double z) { return z > 0 ? 1 : z < 0 ? -1 : 0; }

}  // namespace

Probe::Probe(const Scenario& scenario) : scenario_(scenario), network_(scenario.network) {
    const std::size_t count = std::min(most_examples, scenario.examples.size());
    const auto list = [count](std::size_t units) { return std::vector<double>(units * count); };
    std::size_t most_inputs = 0;
    for (const Layer& layer : network_.layers) {
        const auto values = list(layer.units);
        layers_.push_back({values, values, values, values});
        most_inputs = std::max(most_inputs, layer.inputs);
    }
    inputs_ = list(network_.inputs());
    z_rows_ = a_rows_ = a_rows_loaded_ = list(network_.outputs());
    slopes_ = list(slope_count(network_.layers.back()));
    unit_.units = 1;
    unit_.weights.reserve(most_inputs);
    unit_.biases.reserve(1);
}

const double* Probe::inputs_of(std::size_t layer) const {
    return layer == 0 ? inputs_.data() : layers_[layer - 1].a.data();
}

void Probe::load(std::span<const Example> examples) {
    examples_ = examples;
    const std::size_t count = examples.size();
    for (std::size_t n = 0; n < count; ++n) {
        for (std::size_t i = 0; i < network_.inputs(); ++i) inputs_[i * count + n] = examples[n].inputs[i];
    }
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        forward(l);
        std::copy(layers_[l].z.begin(), layers_[l].z.end(), layers_[l].z_loaded.begin());
    }
    activate_outputs();
    std::copy(a_rows_.begin(), a_rows_.end(), a_rows_loaded_.begin());
    stale_ = layers_.size();
}

void Probe::move(const Ref& parameter, double value) {
    parameter_at(network_, parameter) = value;
    if (parameter.layer >= stale_) return;  // the whole layer is still to be computed
    move_unit(parameter.layer, parameter.unit);
    stale_ = parameter.layer + 1;
}

void Probe::move_unit(std::size_t layer, std::size_t unit) {
    const Layer& whole = network_.layers[layer];
    const auto row = whole.weights.begin() + static_cast<std::ptrdiff_t>(unit * whole.inputs);
    unit_.inputs = whole.inputs;
    unit_.weights.assign(row, row + static_cast<std::ptrdiff_t>(whole.inputs));
    unit_.biases.clear();
    if (!whole.biases.empty()) unit_.biases.push_back(whole.biases[unit]);

    Values& values = layers_[layer];
    const std::size_t at_unit = unit * examples_.size();
    weighted_sums(unit_, inputs_of(layer), values.z.data() + at_unit, examples_.size());
    if (layer + 1 == layers_.size()) return;
    at(whole.activation, values.z.data() + at_unit, values.a.data() + at_unit, values.slopes.data(), examples_.size());
}

void Probe::forward(std::size_t layer) {
    const Layer& whole = network_.layers[layer];
    Values& values = layers_[layer];
    weighted_sums(whole, inputs_of(layer), values.z.data(), examples_.size());
    if (layer + 1 == layers_.size()) return;
    at(whole.activation, values.z.data(), values.a.data(), values.slopes.data(), whole.units * examples_.size());
}

void Probe::activate_outputs() {
    const Layer& last = network_.layers.back();
    const std::vector<double>& z = layers_.back().z;
    const std::size_t count = examples_.size();
    for (std::size_t n = 0; n < count; ++n) {
        for (std::size_t j = 0; j < last.units; ++j) z_rows_[n * last.units + j] = z[j * count + n];
    }
    if (last.activation != Activation::softmax) {
        return at(last.activation, z_rows_.data(), a_rows_.data(), slopes_.data(), last.units * count);
    }
    for (std::size_t n = 0; n < count; ++n) {
        const std::size_t row = n * last.units;
        softmax(std::span(z_rows_).subspan(row, last.units), std::span(a_rows_).subspan(row, last.units),
                std::span(slopes_).first(slope_count(last)));
    }
}

double Probe::add_losses(double sum) {
    for (; stale_ < layers_.size(); ++stale_) forward(stale_);
    activate_outputs();
    const Layer& last = network_.layers.back();
    for (std::size_t n = 0; n < examples_.size(); ++n) {
        const Outputs outputs{last.activation, std::span(z_rows_).subspan(n * last.units, last.units),
                              std::span(a_rows_).subspan(n * last.units, last.units)};
        sum += value(scenario_.loss, outputs, examples_[n].targets);
    }
    return sum;
}

bool Probe::has_crossed(std::size_t layer) const {
    const std::size_t count = examples_.size();
    for (std::size_t l = layer; l < layers_.size(); ++l) {
        if (!has_kink(network_.layers[l].activation)) continue;
        const Values& values = layers_[l];
        for (std::size_t k = 0; k < network_.layers[l].units * count; ++k) {
            if (side(values.z[k]) != side(values.z_loaded[k])) return true;
        }
    }
    if (scenario_.loss != Loss::absolute_error) return false;
    const std::size_t outputs = network_.outputs();
    for (std::size_t k = 0; k < outputs * count; ++k) {
        const double y = examples_[k / outputs].targets[k % outputs];
        if (side(a_rows_[k] - y) != side(a_rows_loaded_[k] - y)) return true;
    }
    return false;
}

}  // namespace backprop
