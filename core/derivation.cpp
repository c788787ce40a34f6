#include "core/derivation.hpp"

#include <utility>

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

bool is_softmax(const Network& network, std::size_t layer) {
    return network.layers[layer].activation == Activation::softmax;
}

/// ∂C/∂by, the end of every chain.
Factor answer_of_cost(const Quantity& by, double value) { return {{}, by, value, {}, {}}; }

Term product_of(std::vector<Factor> factors) {
    const double value = product(factors);
    return {std::move(factors), value};
}

/// From one unit through one unit of the next layer. Before softmax the chain goes by z, since every output answers to
/// it.
Term term(const Network& network, const Trace& trace, std::size_t layer, std::size_t from, std::size_t to) {
    const Layer& next = network.layers[layer + 1];
    if (is_softmax(network, layer + 1)) {
        const Quantity z = sum_of(layer + 1, to);
        return product_of({{z, activation_of(layer, from), next.weights[to * next.inputs + from], {}, {}},
                           answer_of_cost(z, trace.layers[layer + 1].dC_dz[to])});
    }
    std::vector<Factor> factors{step(network, trace, layer, from, to)};
    walk(network, trace, layer + 1, to, Terms::closed, factors);
    return product_of(std::move(factors));
}

void walk(const Network& network, const Trace& trace, std::size_t layer, std::size_t unit, Terms terms,
          std::vector<Factor>& factors) {
    const auto& layers = network.layers;
    while (layer + 1 < layers.size() && layers[layer + 1].units == 1) {
        factors.push_back(step(network, trace, layer, unit, 0));
        unit = 0;
        ++layer;
    }
    Factor last = answer_of_cost(activation_of(layer, unit), trace.layers[layer].dC_da[unit]);
    if (terms == Terms::open && layer + 1 < layers.size()) {
        for (std::size_t k = 0; k < layers[layer + 1].units; ++k) {
            last.terms.push_back(term(network, trace, layer, unit, k));
        }
    }
    factors.push_back(std::move(last));
}

/// ∂z/∂w · ∂C/∂z, the second the sum over all outputs: ∂a/∂z · ∂C/∂a.
std::vector<Factor> softmax_factors(const Trace& trace, const Ref& ref) {
    const LayerTrace& t = trace.layers[ref.layer];
    const Quantity z = sum_of(ref.layer, ref.unit);
    Factor last = answer_of_cost(z, t.dC_dz[ref.unit]);
    for (std::size_t j = 0; j < t.a.size(); ++j) {
        const Quantity a = activation_of(ref.layer, j);
        last.terms.push_back(
            product_of({{a, z, t.da_dz[j * t.a.size() + ref.unit], {}, {}}, answer_of_cost(a, t.dC_da[j])}));
    }
    return {{z, quantity_of(ref), input_of(ref, trace), {}, {}}, std::move(last)};
}

std::vector<Factor> factors_of(const Network& network, const Trace& trace, const Ref& ref) {
    std::vector<Factor> factors;
    if (ref.kind != Ref::Kind::unit) {
        if (is_softmax(network, ref.layer)) return softmax_factors(trace, ref);
        factors.push_back(through_unit(quantity_of(ref), input_of(ref, trace), ref.layer, ref.unit, trace));
    }
    walk(network, trace, ref.layer, ref.unit, Terms::open, factors);
    return factors;
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

}  // namespace

Derivation derive(const Scenario& scenario, const Ref& ref, const DerivationOptions& options) {
    const Network& network = scenario.network;
    const Trace trace = backprop::trace(network, scenario.examples[options.example], scenario.loss);
    Derivation derivation;
    derivation.gradient = gradient_of(ref, trace);
    derivation.factors = factors_of(network, trace, ref);
    derivation.path_count = path_count(network, ref.layer);
    derivation.strongest = strongest_paths(network, trace, ref, options.paths);
    if (ref.kind != Ref::Kind::unit) derivation.update = next_update(scenario, ref);
    return derivation;
}

}  // namespace backprop
