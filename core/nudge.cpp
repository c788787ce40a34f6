#include "core/nudge.hpp"

#include "core/layer.hpp"
#include "core/trace.hpp"

namespace backprop {

namespace {

/// The activations of one layer after the nudge, and how much each answers to it.
struct Moved {
    std::vector<double> a;   ///< (units)
    std::vector<double> da;  ///< (units) ∂a/∂(nudged number)
};

Change change_of(const Quantity& of, double before, double after, double derivative, double delta) {
    return {of, before, after, after - before, derivative * delta, {}};
}

Moved forward(const Layer& layer, const std::vector<double>& x) {
    Moved moved;
    moved.a.resize(layer.units);
    moved.da.resize(layer.units);
    std::vector<double> z(layer.units), da_dz(layer.units);
    weighted_sums(layer, x, z);
    activate(layer.activation, z, moved.a, da_dz);
    return moved;
}

/// ∂a = ∂a/∂z · ∂z, with the slopes at the values before the nudge.
std::vector<double> through_slopes(const std::vector<double>& dz, const LayerTrace& trace) {
    std::vector<double> da(dz.size());
    for (std::size_t j = 0; j < dz.size(); ++j) da[j] = trace.da_dz[j] * dz[j];
    return da;
}

/// The layer in which the nudge starts.
Moved start(const Layer& layer, const LayerTrace& trace, const Ref& ref, double delta) {
    if (ref.kind == Ref::Kind::unit) {
        Moved moved{trace.a, std::vector<double>(layer.units, 0.0)};
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
    Moved moved = forward(nudged, trace.x);
    moved.da = through_slopes(dz, trace);
    return moved;
}

Moved next(const Layer& layer, const LayerTrace& trace, const Moved& before) {
    Moved moved = forward(layer, before.a);
    std::vector<double> dz(layer.units, 0.0);
    for (std::size_t j = 0; j < layer.units; ++j) {
        for (std::size_t i = 0; i < layer.inputs; ++i) dz[j] += layer.weights[j * layer.inputs + i] * before.da[i];
    }
    moved.da = through_slopes(dz, trace);
    return moved;
}

/// ∂C/∂(nudged number), from the outputs' answers.
double cost_slope(const std::vector<double>& da, const LayerTrace& outputs) {
    double slope = 0;
    for (std::size_t k = 0; k < da.size(); ++k) slope += outputs.dC_da[k] * da[k];
    return slope;
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
        const bool all_reached = l > ref.layer;
        for (std::size_t j = 0; j < layers[l].units; ++j) {
            if (!all_reached && j != ref.unit) continue;
            changes.push_back(
                change_of({Quantity::Kind::a, l, j, 0}, before.layers[l].a[j], moved.a[j], moved.da[j], delta));
            if (layers[l].units == 1 && alone && changes.size() > 1) set_ratio(changes);
        }
        alone = !all_reached || layers[l].units == 1;
    }
    changes.push_back(change_of({}, before.loss, value(scenario.loss, moved.a, shown.targets),
                                cost_slope(moved.da, before.layers.back()), delta));
    if (alone) set_ratio(changes);
    return changes;
}

}  // namespace backprop
