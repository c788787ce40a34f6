#include "core/slip.hpp"

#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/descent.hpp"
#include "core/layer.hpp"
#include "core/penalty.hpp"
#include "core/trace.hpp"

namespace backprop {

namespace {

bool has_two(Loss loss) { return loss == Loss::squared_error || loss == Loss::mean_squared_error; }

bool feeds_several(const Network& network, std::size_t layer) {
    for (std::size_t l = layer + 1; l < network.layers.size(); ++l) {
        if (network.layers[l].units > 1) return true;
    }
    return false;
}

/// Whether the mistake can be made on the way from this parameter to the cost.
bool is_possible(SlipKind kind, const Scenario& scenario, const Ref& ref) {
    const bool has_way = ref.layer + 1 < scenario.network.layers.size();
    switch (kind) {
        case SlipKind::forgot_two:
            return has_two(scenario.loss);
        case SlipKind::forgot_input:
            return ref.kind == Ref::Kind::weight;
        case SlipKind::forgot_weight:
        case SlipKind::values_back:
        case SlipKind::output_first:
            return has_way;
        case SlipKind::one_path:
            return feeds_several(scenario.network, ref.layer);
        case SlipKind::forgot_slope:
        case SlipKind::added:
        case SlipKind::wrong_sign:
            return true;
    }
    return false;
}

/// ∂C/∂z as the mistake has it.
void through_activation(SlipKind kind, const LayerTrace& t, std::vector<double>& dC_da, std::vector<double>& dC_dz,
                        bool is_output) {
    if (kind == SlipKind::forgot_slope) {
        dC_dz = dC_da;
    } else if (is_output) {
        dC_dz = t.dC_dz;  // true also where the loss is taken from z
        if (kind == SlipKind::forgot_two) {
            for (double& each : dC_dz) each /= 2;
        }
    } else {
        dC_dz.resize(dC_da.size());
        backprop::through_activation(dC_da, t.da_dz, dC_dz);
    }
}

/// ∂C/∂a of the layer before, whose activations are x.
std::vector<double> through_weights(SlipKind kind, const Layer& layer, const std::vector<double>& x,
                                    const std::vector<double>& dC_dz) {
    std::vector<double> dC_da(layer.inputs, 0.0);
    for (std::size_t j = 0; j < layer.units; ++j) {
        for (std::size_t i = 0; i < layer.inputs; ++i) {
            const double weight = kind == SlipKind::forgot_weight ? 1
                                  : kind == SlipKind::values_back ? x[i]
                                                                  : layer.weights[j * layer.inputs + i];
            if (kind == SlipKind::one_path) dC_da[i] = 0;
            dC_da[i] += weight * dC_dz[j];
        }
    }
    return dC_da;
}

/// Adds one example's gradient, taken back through the weights of `network`.
void add_gradient(SlipKind kind, const Network& network, const Trace& trace, Gradient& sum) {
    std::vector<double> dC_da = trace.layers.back().dC_da;
    std::vector<double> dC_dz;
    for (std::size_t l = network.layers.size(); l-- > 0;) {
        const Layer& layer = network.layers[l];
        const LayerTrace& t = trace.layers[l];
        through_activation(kind, t, dC_da, dC_dz, l + 1 == network.layers.size());
        for (std::size_t k = 0; k < layer.weights.size(); ++k) {
            const double input = kind == SlipKind::forgot_input ? 1 : t.x[k % layer.inputs];
            sum.layers[l].dC_dW[k] += dC_dz[k / layer.inputs] * input;
        }
        for (std::size_t j = 0; j < layer.biases.size(); ++j) sum.layers[l].dC_db[j] += dC_dz[j];
        if (l > 0) dC_da = through_weights(kind, layer, t.x, dC_dz);
    }
}

/// The sum of the factors of a derivation in place of their product, for every parameter at once.
void add_factor_sums(const Network& network, const Trace& trace, Gradient& sum) {
    double onward = 0;  // from the only unit of the layer after to the cost
    for (std::size_t l = network.layers.size(); l-- > 0;) {
        const Layer& layer = network.layers[l];
        const LayerTrace& t = trace.layers[l];
        const bool is_softmax = layer.activation == Activation::softmax;
        const bool one_way = l + 1 < network.layers.size() && network.layers[l + 1].units == 1;
        for (std::size_t j = 0; j < layer.units; ++j) {
            double from_unit = t.dC_da[j];
            if (one_way) from_unit = network.layers[l + 1].weights[j] * trace.layers[l + 1].da_dz[0] + onward;
            const double slope = is_softmax ? 1 : t.da_dz[j];
            const double rest = is_softmax ? t.dC_dz[j] : from_unit;
            for (std::size_t i = 0; i < layer.inputs; ++i) {
                sum.layers[l].dC_dW[j * layer.inputs + i] += t.x[i] * slope + rest;
            }
            if (!layer.biases.empty()) sum.layers[l].dC_db[j] += slope + rest;
            if (layer.units == 1) onward = from_unit;
        }
    }
}

Gradient zero_gradient(const Network& network) {
    Gradient gradient;
    for (const Layer& layer : network.layers) {
        gradient.layers.push_back(
            {std::vector<double>(layer.weights.size()), std::vector<double>(layer.biases.size())});
    }
    return gradient;
}

/// The mean over the step's examples, taken back through the weights of `back`.
Gradient mean_gradient(SlipKind kind, const Scenario& scenario, const Network& back) {
    const std::vector<std::size_t> indices = step_examples(scenario);
    Gradient sum = zero_gradient(back);
    for (const std::size_t index : indices) {
        const Trace t = trace(scenario.network, scenario.examples[index], scenario.loss);
        if (kind == SlipKind::added) {
            add_factor_sums(back, t, sum);
        } else {
            add_gradient(kind, back, t, sum);
        }
    }
    const double count = static_cast<double>(indices.size());
    for (LayerGradient& layer : sum.layers) {
        for (double& g : layer.dC_dW) g /= count;
        for (double& g : layer.dC_db) g /= count;
    }
    add_penalty_slopes(scenario.network, scenario.descent, sum);
    return sum;
}

/// Layer by layer from the output, each moved before the next gradient is taken.
Gradient output_first(const Scenario& scenario) {
    Network back = scenario.network;
    Gradient gradient = zero_gradient(back);
    for (std::size_t l = back.layers.size(); l-- > 0;) {
        gradient.layers[l] = mean_gradient(SlipKind::output_first, scenario, back).layers[l];
        back.layers[l] = stepped(scenario, gradient).network.layers[l];
    }
    return gradient;
}

Gradient negative(Gradient gradient) {
    for (LayerGradient& layer : gradient.layers) {
        for (double& g : layer.dC_dW) g = -g;
        for (double& g : layer.dC_db) g = -g;
    }
    return gradient;
}

double gradient_at(const Gradient& gradient, const Network& network, const Ref& ref) {
    const LayerGradient& layer = gradient.layers[ref.layer];
    return ref.kind == Ref::Kind::bias ? layer.dC_db[ref.unit]
                                       : layer.dC_dW[ref.unit * network.layers[ref.layer].inputs + ref.input];
}

Slip run(SlipKind kind, const Scenario& scenario, const Ref& ref) {
    const Gradient gradient =
        kind == SlipKind::output_first ? output_first(scenario) : mean_gradient(kind, scenario, scenario.network);
    Scenario after = stepped(scenario, kind == SlipKind::wrong_sign ? negative(gradient) : gradient);
    return {kind, gradient_at(gradient, scenario.network, ref), parameter(after.network, ref), std::move(after)};
}

}  // namespace

std::vector<Slip> slips(const Scenario& scenario, const Ref& ref) {
    std::vector<Slip> found;
    for (const auto& [kind, name] : slip_kinds) {
        if (!is_possible(kind, scenario, ref)) continue;
        Slip slip = run(kind, scenario, ref);
        if (is_finite(slip.scenario)) found.push_back(std::move(slip));
    }
    return found;
}

}  // namespace backprop
