#include "core/check.hpp"

#include <algorithm>
#include <cmath>

#include "core/descent.hpp"
#include "core/probe.hpp"

namespace backprop {

namespace {

/// The cube root of a double's precision balances truncation, step², against rounding, 1 / step.
double step_for(double parameter) { return 6e-6 * std::max(1.0, std::fabs(parameter)); }

std::vector<ParameterCheck> analytic_of(const Network& network, const Gradient& gradient) {
    std::vector<ParameterCheck> parameters;
    const auto add = [&](const Ref& ref, double analytic) {
        parameters.push_back({ref, analytic, 0, step_for(parameter(network, ref)), 0, false});
    };
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Layer& layer = network.layers[l];
        for (std::size_t k = 0; k < layer.weights.size(); ++k) {
            add({Ref::Kind::weight, l, k / layer.inputs, k % layer.inputs}, gradient.layers[l].dC_dW[k]);
        }
        for (std::size_t j = 0; j < layer.biases.size(); ++j) {
            add({Ref::Kind::bias, l, j, 0}, gradient.layers[l].dC_db[j]);
        }
    }
    return parameters;
}

/// Sums of the examples' losses with one parameter above and below where it is.
struct Losses {
    double above = 0;
    double below = 0;
};

/// The examples in the outer loop: what all parameters share of a block is then computed once. Marks those that cross a
/// kink.
std::vector<Losses> losses_around(const Scenario& scenario, std::vector<ParameterCheck>& parameters) {
    std::vector<Losses> sums(parameters.size());
    Probe probe(scenario);
    over_blocks(scenario.examples, [&](std::span<const Example> block) {
        probe.load(block);
        for (std::size_t k = 0; k < parameters.size(); ++k) {
            ParameterCheck& of = parameters[k];
            const double here = parameter(scenario.network, of.ref);
            probe.move(of.ref, here + of.step);
            sums[k].above = probe.add_losses(sums[k].above);
            if (!of.at_kink) of.at_kink = probe.has_crossed(of.ref.layer);
            probe.move(of.ref, here - of.step);
            sums[k].below = probe.add_losses(sums[k].below);
            if (!of.at_kink) of.at_kink = probe.has_crossed(of.ref.layer);
            probe.move(of.ref, here);
        }
    });
    return sums;
}

double error_of(const ParameterCheck& of, double cost) {
    const double larger = std::max(std::fabs(of.analytic), std::fabs(of.numeric));
    // Below this a difference of two costs holds no digits.
    const double least = 1e-6 * std::max(1.0, std::fabs(cost));
    return std::fabs(of.analytic - of.numeric) / std::max(larger, least);
}

/// The central difference. `network` is given back as it was.
double difference(const ParameterCheck& of, const Losses& sums, const Scenario& scenario, Network& network) {
    const double examples = static_cast<double>(scenario.examples.size());
    double& parameter = parameter_at(network, of.ref);
    const double here = parameter;
    parameter = here + of.step;
    const double above = sums.above / examples + penalty(network, scenario.descent);
    const double width_above = parameter - here;
    parameter = here - of.step;
    const double below = sums.below / examples + penalty(network, scenario.descent);
    const double width = width_above + (here - parameter);
    parameter = here;
    return (above - below) / width;
}

bool is_at_penalty_kink(const ParameterCheck& of, const Scenario& scenario) {
    return scenario.descent.l1 > 0 && of.ref.kind == Ref::Kind::weight &&
           std::fabs(parameter(scenario.network, of.ref)) <= of.step;
}

std::optional<std::size_t> worst_of(const std::vector<ParameterCheck>& parameters) {
    std::optional<std::size_t> worst;
    for (std::size_t k = 0; k < parameters.size(); ++k) {
        const ParameterCheck& one = parameters[k];
        if (one.at_kink || std::isnan(one.error)) continue;
        if (!worst || one.error > parameters[*worst].error) worst = k;
    }
    return worst;
}

}  // namespace

Check check(const Scenario& scenario) {
    const Gradient g = gradient(scenario);
    Check result;
    result.parameters = analytic_of(scenario.network, g);
    const std::vector<Losses> sums = losses_around(scenario, result.parameters);
    Network network = scenario.network;
    for (std::size_t k = 0; k < sums.size(); ++k) {
        ParameterCheck& of = result.parameters[k];
        of.numeric = difference(of, sums[k], scenario, network);
        of.error = error_of(of, g.cost);
        of.at_kink = of.at_kink || is_at_penalty_kink(of, scenario);
    }
    result.worst = worst_of(result.parameters);
    return result;
}

}  // namespace backprop
