#include "core/descent.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/layer.hpp"
#include "core/trace.hpp"

namespace backprop {

namespace {

/// What one example leaves behind on its way through a layer.
struct Scratch {
    std::vector<double> z, a;          ///< (units)
    std::vector<double> da_dz;         ///< (`slope_count`)
    std::vector<double> dC_da, dC_dz;  ///< (units)
};

/// All memory of a run, allocated once.
struct Workspace {
    std::vector<Scratch> layers;
    Gradient gradient;
};

Workspace workspace(const Network& network) {
    Workspace work;
    for (const Layer& layer : network.layers) {
        const std::vector<double> units(layer.units);
        const std::vector<double> slopes(slope_count(layer));
        work.layers.push_back({units, units, slopes, units, units});
        work.gradient.layers.push_back(
            {std::vector<double>(layer.weights.size()), std::vector<double>(layer.biases.size())});
    }
    return work;
}

std::span<const double> inputs_of(std::size_t layer, const Example& example, const Workspace& work) {
    return layer == 0 ? std::span<const double>(example.inputs) : work.layers[layer - 1].a;
}

Outputs outputs_of(const Network& network, const Workspace& work) {
    return {network.layers.back().activation, work.layers.back().z, work.layers.back().a};
}

double forward(const Network& network, const Example& example, Loss loss, Workspace& work) {
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        Scratch& s = work.layers[l];
        weighted_sums(network.layers[l], inputs_of(l, example, work), s.z);
        activate(network.layers[l].activation, s.z, s.a, s.da_dz);
    }
    return value(loss, outputs_of(network, work), example.targets);
}

void add_gradient(const Layer& layer, std::span<const double> x, std::span<const double> dC_dz, LayerGradient& sum) {
    double* row = sum.dC_dW.data();
    for (std::size_t j = 0; j < layer.units; ++j, row += layer.inputs) {
        for (std::size_t i = 0; i < layer.inputs; ++i) row[i] += dC_dz[j] * x[i];
    }
    for (std::size_t j = 0; j < sum.dC_db.size(); ++j) sum.dC_db[j] += dC_dz[j];
}

void backward(const Network& network, const Example& example, Loss loss, Workspace& work) {
    Scratch& last = work.layers.back();
    begin_backward(loss, outputs_of(network, work), example.targets, last.da_dz, last.dC_da, last.dC_dz);
    for (std::size_t l = network.layers.size(); l-- > 0;) {
        Scratch& s = work.layers[l];
        add_gradient(network.layers[l], inputs_of(l, example, work), s.dC_dz, work.gradient.layers[l]);
        if (l == 0) return;
        Scratch& before = work.layers[l - 1];
        through_weights(network.layers[l], s.dC_dz, before.dC_da);
        through_activation(before.dC_da, before.da_dz, before.dC_dz);
    }
}

template <class Apply>
void for_each_list(Gradient& gradient, Apply apply) {
    for (LayerGradient& layer : gradient.layers) {
        apply(layer.dC_dW);
        apply(layer.dC_db);
    }
}

/// Mean loss and mean gradient over the examples, into `work.gradient`.
void accumulate(const Scenario& scenario, Workspace& work) {
    for_each_list(work.gradient, [](std::vector<double>& list) { std::fill(list.begin(), list.end(), 0.0); });
    double sum = 0;
    for (const Example& example : scenario.examples) {
        sum += forward(scenario.network, example, scenario.loss, work);
        backward(scenario.network, example, scenario.loss, work);
    }
    const double count = static_cast<double>(scenario.examples.size());
    work.gradient.cost = sum / count;
    for_each_list(work.gradient, [count](std::vector<double>& list) {
        for (double& g : list) g /= count;
    });
}

double mean_loss(const Scenario& scenario, Workspace& work) {
    double sum = 0;
    for (const Example& example : scenario.examples) sum += forward(scenario.network, example, scenario.loss, work);
    return sum / static_cast<double>(scenario.examples.size());
}

/// Moves one list of parameters; false when one of them stopped being finite.
bool move(const Descent& descent, std::span<const double> gradient, const Frozen& frozen,
          std::span<double> parameters) {
    double zero_if_finite = 0;
    for (std::size_t k = 0; k < parameters.size(); ++k) {
        if (!frozen.empty() && frozen[k]) continue;
        parameters[k] -= descent.alpha * gradient[k];
        zero_if_finite += parameters[k] * 0;
    }
    return zero_if_finite == 0;
}

bool move(const Descent& descent, const Gradient& gradient, Network& network) {
    bool finite = true;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        Layer& layer = network.layers[l];
        finite &= move(descent, gradient.layers[l].dC_dW, layer.frozen_weights, layer.weights);
        finite &= move(descent, gradient.layers[l].dC_db, layer.frozen_biases, layer.biases);
    }
    return finite;
}

/// Which quantity of the step from `before` failed first. `after` holds the parameters that are no longer finite.
Diverged cause(const Scenario& before, const Network& after, std::size_t step) {
    for (const Example& example : before.examples) {
        if (const auto found = trace(before.network, example, before.loss).first_non_finite) {
            return {step, found->layer, found->unit, found->quantity};
        }
    }
    for (std::size_t l = 0; l < after.layers.size(); ++l) {
        const Layer& layer = after.layers[l];
        for (std::size_t k = 0; k < layer.weights.size(); ++k) {
            if (!std::isfinite(layer.weights[k])) return {step, l, k / layer.inputs, "w"};
        }
        for (std::size_t j = 0; j < layer.biases.size(); ++j) {
            if (!std::isfinite(layer.biases[j])) return {step, l, j, "b"};
        }
    }
    return {step, 0, 0, "C"};
}

void copy_parameters(const Network& from, Network& to) {
    for (std::size_t l = 0; l < from.layers.size(); ++l) {
        std::copy(from.layers[l].weights.begin(), from.layers[l].weights.end(), to.layers[l].weights.begin());
        std::copy(from.layers[l].biases.begin(), from.layers[l].biases.end(), to.layers[l].biases.begin());
    }
}

}  // namespace

Gradient gradient(const Scenario& scenario) {
    Workspace work = workspace(scenario.network);
    accumulate(scenario, work);
    return std::move(work.gradient);
}

Descended descend(const Scenario& scenario, std::size_t steps) {
    Descended result{scenario, {}, {}};
    result.costs.reserve(steps + 1);
    Workspace work = workspace(scenario.network);
    Network& network = result.scenario.network;
    Network last_finite = network;
    for (std::size_t step = 0; step < steps; ++step) {
        accumulate(result.scenario, work);
        result.costs.push_back(work.gradient.cost);
        if (move(scenario.descent, work.gradient, network)) {
            copy_parameters(network, last_finite);
            continue;
        }
        std::swap(network, last_finite);
        result.diverged = cause(result.scenario, last_finite, step);
        return result;
    }
    result.costs.push_back(mean_loss(result.scenario, work));
    return result;
}

}  // namespace backprop
