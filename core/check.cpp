#include "core/check.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/descent.hpp"
#include "core/trace.hpp"

namespace backprop {

namespace {

std::int8_t side(double z) { return z > 0 ? 1 : z < 0 ? -1 : 0; }

/// On which side of its kink each quantity is that has one: two networks with the same sides lie on one smooth piece.
std::vector<std::int8_t> sides(const Scenario& scenario) {
    std::vector<std::int8_t> all;
    for (const Example& example : scenario.examples) {
        const Trace t = trace(scenario.network, example, scenario.loss);
        for (std::size_t l = 0; l < t.layers.size(); ++l) {
            if (!has_kink(scenario.network.layers[l].activation)) continue;
            for (const double z : t.layers[l].z) all.push_back(side(z));
        }
        if (scenario.loss != Loss::absolute_error) continue;
        for (std::size_t k = 0; k < t.outputs().size(); ++k) all.push_back(side(t.outputs()[k] - example.targets[k]));
    }
    return all;
}

/// The cube root of a double's precision balances truncation, step², against rounding, 1 / step.
double step_for(double parameter) { return 6e-6 * std::max(1.0, std::fabs(parameter)); }

double error_of(const ParameterCheck& of, double cost) {
    const double larger = std::max(std::fabs(of.analytic), std::fabs(of.numeric));
    // Below this a difference of two costs holds no digits.
    const double least = 1e-6 * std::max(1.0, std::fabs(cost));
    return std::fabs(of.analytic - of.numeric) / std::max(larger, least);
}

ParameterCheck check(Scenario& scenario, const Ref& ref, double analytic, double cost_here) {
    double& parameter = parameter_at(scenario.network, ref);
    const double here = parameter;
    ParameterCheck result{ref, analytic, 0, step_for(here), 0, false};
    const auto sides_here = sides(scenario);
    const bool penalty_kink =
        scenario.descent.l1 > 0 && ref.kind == Ref::Kind::weight && std::fabs(here) <= result.step;

    parameter = here + result.step;
    const double above = cost(scenario);
    const bool same_above = sides(scenario) == sides_here;
    const double width_above = parameter - here;
    parameter = here - result.step;
    const double below = cost(scenario);
    const bool same_below = sides(scenario) == sides_here;
    const double width = width_above + (here - parameter);
    parameter = here;

    result.numeric = (above - below) / width;
    result.at_kink = !same_above || !same_below || penalty_kink;
    result.error = error_of(result, cost_here);
    return result;
}

}  // namespace

Check check(const Scenario& scenario) {
    Scenario changing = scenario;
    const Gradient g = gradient(scenario);
    Check result;
    const auto add = [&](const Ref& ref, double analytic) {
        result.parameters.push_back(check(changing, ref, analytic, g.cost));
    };
    for (std::size_t l = 0; l < scenario.network.layers.size(); ++l) {
        const Layer& layer = scenario.network.layers[l];
        for (std::size_t k = 0; k < layer.weights.size(); ++k) {
            add({Ref::Kind::weight, l, k / layer.inputs, k % layer.inputs}, g.layers[l].dC_dW[k]);
        }
        for (std::size_t j = 0; j < layer.biases.size(); ++j) add({Ref::Kind::bias, l, j, 0}, g.layers[l].dC_db[j]);
    }
    for (std::size_t k = 0; k < result.parameters.size(); ++k) {
        const ParameterCheck& one = result.parameters[k];
        if (one.at_kink || std::isnan(one.error)) continue;
        if (!result.worst || one.error > result.parameters[*result.worst].error) result.worst = k;
    }
    return result;
}

}  // namespace backprop
