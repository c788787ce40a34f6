#include "core/nudge.hpp"

#include <utility>

#include "core/layer.hpp"
#include "core/trace.hpp"

namespace backprop {

namespace {

/// One layer after the nudge, and how much it answers to the nudged number n.
struct Moved {
    std::vector<double> z, a;    ///< (units); no z where an activation was moved by hand
    std::vector<double> dz, da;  ///< (units) ∂z/∂n and ∂a/∂n; no dz likewise
};

Change change_of(const Quantity& of, double before, double after, double derivative, double delta) {
    return {of, before, after, after - before, derivative * delta, {}};
}

/// `trace` is that of the layer before the nudge: the slopes are taken there.
Moved forward(const Layer& layer, const std::vector<double>& x, const LayerTrace& trace, std::vector<double> dz) {
    Moved moved;
    moved.z.resize(layer.units);
    moved.a.resize(layer.units);
    std::vector<double> da_dz(slope_count(layer));
    weighted_sums(layer, x, moved.z);
    activate(layer.activation, moved.z, moved.a, da_dz);

    moved.dz = std::move(dz);
    moved.da.assign(layer.units, 0.0);
    const bool softmax = layer.activation == Activation::softmax;
    for (std::size_t j = 0; j < layer.units; ++j) {
        if (!softmax) moved.da[j] = trace.da_dz[j] * moved.dz[j];
        for (std::size_t k = 0; softmax && k < layer.units; ++k) {
            moved.da[j] += trace.da_dz[j * layer.units + k] * moved.dz[k];
        }
    }
    return moved;
}

/// The layer in which the nudge starts.
Moved start(const Layer& layer, const LayerTrace& trace, const Ref& ref, double delta) {
    if (ref.kind == Ref::Kind::unit) {
        Moved moved{{}, trace.a, {}, std::vector<double>(layer.units, 0.0)};
        moved.a[ref.unit] += delta;
        moved.da[ref.unit] = 1;
        return moved;
    }
    Layer nudged = layer;
    std::vector<double> dz(layer.units, 0.0);
    if (ref.kind == Ref::Kind::bias) {
        nudged.biases[ref.unit] += delta;
        dz[ref.unit] = 1;
    } else {
        nudged.weights[ref.unit * layer.inputs + ref.input] += delta;
        dz[ref.unit] = trace.x[ref.input];
    }
    return forward(nudged, trace.x, trace, std::move(dz));
}

Moved next(const Layer& layer, const LayerTrace& trace, const Moved& before) {
    std::vector<double> dz(layer.units, 0.0);
    for (std::size_t j = 0; j < layer.units; ++j) {
        for (std::size_t i = 0; i < layer.inputs; ++i) dz[j] += layer.weights[j * layer.inputs + i] * before.da[i];
    }
    return forward(layer, before.a, trace, std::move(dz));
}

double dot(const std::vector<double>& one, const std::vector<double>& other) {
    double sum = 0;
    for (std::size_t k = 0; k < one.size(); ++k) sum += one[k] * other[k];
    return sum;
}

/// By z where there is one: that is true also where the loss saturates.
Change change_of_cost(const Scenario& scenario, const Example& example, const Trace& before, const Moved& outputs,
                      double delta) {
    const LayerTrace& last = before.layers.back();
    if (outputs.z.empty()) {
        return change_of({}, before.loss, value(scenario.loss, outputs.a, example.targets), dot(outputs.da, last.dC_da),
                         delta);
    }
    const Outputs after{scenario.network.layers.back().activation, outputs.z, outputs.a};
    return change_of({}, before.loss, value(scenario.loss, after, example.targets), dot(outputs.dz, last.dC_dz), delta);
}

void set_ratio(std::vector<Change>& changes) {
    changes.back().ratio = changes.back().change / changes[changes.size() - 2].change;
}

}  // namespace

std::vector<Change> nudge(const Scenario& scenario, const Ref& ref, double delta, std::size_t example) {
    const auto& layers = scenario.network.layers;
    const Example& shown = scenario.examples[example];
    const Trace before = trace(scenario.network, shown, scenario.loss);

    std::vector<Change> changes;
    bool alone = true;  // whether the previous entry is the only one of its layer
    if (ref.kind != Ref::Kind::unit) {
        const double value = parameter(scenario.network, ref);
        changes.push_back(change_of(quantity_of(ref), value, value + delta, 1, delta));
    }
    Moved moved = start(layers[ref.layer], before.layers[ref.layer], ref, delta);
    for (std::size_t l = ref.layer; l < layers.size(); ++l) {
        if (l > ref.layer) moved = next(layers[l], before.layers[l], moved);
        const bool softmax = layers[l].activation == Activation::softmax && ref.kind != Ref::Kind::unit;
        const bool all_reached = l > ref.layer || softmax;
        for (std::size_t j = 0; j < layers[l].units; ++j) {
            if (!all_reached && j != ref.unit) continue;
            changes.push_back(
                change_of({Quantity::Kind::a, l, j, 0}, before.layers[l].a[j], moved.a[j], moved.da[j], delta));
            if (layers[l].units == 1 && alone && changes.size() > 1) set_ratio(changes);
        }
        alone = !all_reached || layers[l].units == 1;
    }
    changes.push_back(change_of_cost(scenario, shown, before, moved, delta));
    if (alone) set_ratio(changes);
    return changes;
}

}  // namespace backprop
