#pragma once
/// A dense network as plain data: layers of units, each unit joined to every input of its layer. The lecture note's
/// chain is the smallest one and no special case. All indices count from 0.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/activation.hpp"

namespace backprop {

/// Marks the parameters a descent step leaves alone, one flag each; empty = none.
using Frozen = std::vector<std::uint8_t>;

struct Layer {
    Activation activation = Activation::identity;
    std::size_t inputs = 0;
    std::size_t units = 0;
    std::vector<double> weights;  ///< (units, inputs) row-major: weights[j * inputs + i] joins x[i] to unit j
    std::vector<double> biases;   ///< (units); empty = the layer has none
    Frozen frozen_weights;        ///< (units, inputs)
    Frozen frozen_biases;         ///< (units)
};

struct Network {
    std::vector<Layer> layers;

    [[nodiscard]] std::size_t inputs() const { return layers.front().inputs; }
    [[nodiscard]] std::size_t outputs() const { return layers.back().units; }
};

/// Names what the chain rule can be asked about: a parameter or the activation of a unit.
struct Ref {
    enum class Kind { weight, bias, unit };
    Kind kind = Kind::weight;
    std::size_t layer = 0;
    std::size_t unit = 0;
    std::size_t input = 0;  ///< of a weight; else 0
};

/// Names a number of the network. C has no indices; only w has an input.
struct Quantity {
    enum class Kind { C, a, z, w, b };
    Kind kind = Kind::C;
    std::size_t layer = 0;
    std::size_t unit = 0;
    std::size_t input = 0;
};

/// The number a Ref points at, as a Quantity.
[[nodiscard]] inline Quantity quantity_of(const Ref& ref) {
    switch (ref.kind) {
        case Ref::Kind::weight:
            return {Quantity::Kind::w, ref.layer, ref.unit, ref.input};
        case Ref::Kind::bias:
            return {Quantity::Kind::b, ref.layer, ref.unit, 0};
        case Ref::Kind::unit:
            return {Quantity::Kind::a, ref.layer, ref.unit, 0};
    }
    return {};
}

/// The value of the weight or bias the ref names; not for an activation, which is not part of a network.
[[nodiscard]] inline double parameter(const Network& network, const Ref& ref) {
    const Layer& layer = network.layers[ref.layer];
    return ref.kind == Ref::Kind::bias ? layer.biases[ref.unit] : layer.weights[ref.unit * layer.inputs + ref.input];
}

[[nodiscard]] inline double& parameter_at(Network& network, const Ref& ref) {
    Layer& layer = network.layers[ref.layer];
    return ref.kind == Ref::Kind::bias ? layer.biases[ref.unit] : layer.weights[ref.unit * layer.inputs + ref.input];
}

}  // namespace backprop
