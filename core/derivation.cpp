#include "core/derivation.hpp"

#include <utility>

#include "core/descent.hpp"
#include "core/trace.hpp"

namespace backprop {

namespace {

Quantity activation_of(std::size_t layer, std::size_t unit) { return {Quantity::Kind::a, layer, unit, 0}; }
Quantity sum_of(std::size_t layer, std::size_t unit) { return {Quantity::Kind::z, layer, unit, 0}; }

/// ∂a/∂by through the unit's z: ∂z/∂by · ∂a/∂z.
Factor through_unit(const Quantity& by, double dz_dby, std::size_t layer, std::size_t unit, const Trace& trace) {
    const double slope = trace.layers[layer].da_dz[unit];
    const Quantity z = sum_of(layer, unit);
    const Quantity a = activation_of(layer, unit);
    return {a, by, dz_dby * slope, {{z, by, dz_dby}, {a, z, slope}}, {}};
}

/// ∂z/∂parameter: the input of a weight, 1 of a bias.
double input_of(const Ref& ref, const Trace& trace) {
    return ref.kind == Ref::Kind::weight ? trace.layers[ref.layer].x[ref.input] : 1;
}

double product(const std::vector<Factor>& factors) {
    double value = 1;
    for (const Factor& factor : factors) value *= factor.value;
    return value;
}

enum class Terms { open, closed };

/// From the activation of a unit towards the cost while there is one way on; the last factor is ∂C/∂a.
void walk(const Network& network, const Trace& trace, std::size_t layer, std::size_t unit, Terms terms,
          std::vector<Factor>& factors);

Factor step(const Network& network, const Trace& trace, std::size_t layer, std::size_t from, std::size_t to) {
    const Layer& next = network.layers[layer + 1];
    return through_unit(activation_of(layer, from), next.weights[to * next.inputs + from], layer + 1, to, trace);
}

Term term(const Network& network, const Trace& trace, std::size_t layer, std::size_t from, std::size_t to) {
    Term term;
    term.factors.push_back(step(network, trace, layer, from, to));
    walk(network, trace, layer + 1, to, Terms::closed, term.factors);
    term.value = product(term.factors);
    return term;
}

void walk(const Network& network, const Trace& trace, std::size_t layer, std::size_t unit, Terms terms,
          std::vector<Factor>& factors) {
    const auto& layers = network.layers;
    while (layer + 1 < layers.size() && layers[layer + 1].units == 1) {
        factors.push_back(step(network, trace, layer, unit, 0));
        unit = 0;
        ++layer;
    }
    Factor last{{}, activation_of(layer, unit), trace.layers[layer].dC_da[unit], {}, {}};
    if (terms == Terms::open && layer + 1 < layers.size()) {
        for (std::size_t k = 0; k < layers[layer + 1].units; ++k) {
            last.terms.push_back(term(network, trace, layer, unit, k));
        }
    }
    factors.push_back(std::move(last));
}

double gradient_of(const Ref& ref, const Trace& trace) {
    const LayerTrace& layer = trace.layers[ref.layer];
    switch (ref.kind) {
        case Ref::Kind::weight:
            return layer.dC_dW[ref.unit * layer.x.size() + ref.input];
        case Ref::Kind::bias:
            return layer.dC_dz[ref.unit];
        case Ref::Kind::unit:
            return layer.dC_da[ref.unit];
    }
    return 0;
}

Update update_of(const Scenario& scenario, const Ref& ref) {
    const LayerGradient layer = gradient(scenario).layers[ref.layer];
    const double slope = ref.kind == Ref::Kind::bias
                             ? layer.dC_db[ref.unit]
                             : layer.dC_dW[ref.unit * scenario.network.layers[ref.layer].inputs + ref.input];
    return {parameter(scenario.network, ref), slope, parameter(descend(scenario, 1).scenario.network, ref)};
}

}  // namespace

Derivation derive(const Scenario& scenario, const Ref& ref, const DerivationOptions& options) {
    const Network& network = scenario.network;
    const Trace trace = backprop::trace(network, scenario.examples[options.example], scenario.loss);
    Derivation derivation;
    derivation.gradient = gradient_of(ref, trace);
    double first = 1;
    if (ref.kind != Ref::Kind::unit) {
        derivation.factors.push_back(through_unit(quantity_of(ref), input_of(ref, trace), ref.layer, ref.unit, trace));
        first = derivation.factors.front().value;
        derivation.update = update_of(scenario, ref);
    }
    walk(network, trace, ref.layer, ref.unit, Terms::open, derivation.factors);
    derivation.path_count = path_count(network, ref.layer);
    derivation.strongest = strongest_paths(network, trace, ref.layer, ref.unit, first, options.paths);
    return derivation;
}

}  // namespace backprop
