#include "core/initialise.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace backprop {

namespace {

double weight(Scheme scheme, double inputs, double units, Random& random) {
    switch (scheme) {
        case Scheme::zeros:
            return 0;
        case Scheme::uniform:
            return random.between(-1, 1) / std::sqrt(inputs);
        case Scheme::xavier:
            return random.between(-1, 1) * std::sqrt(6 / (inputs + units));
        case Scheme::he:
            return random.normal() * std::sqrt(2 / inputs);
    }
    return 0;
}

}  // namespace

Scenario initialise(Scenario scenario, Scheme scheme, std::uint32_t seed) {
    Random random(seed);
    for (Layer& layer : scenario.network.layers) {
        const auto inputs = static_cast<double>(layer.inputs);
        const auto units = static_cast<double>(layer.units);
        for (double& w : layer.weights) w = weight(scheme, inputs, units, random);
        std::fill(layer.biases.begin(), layer.biases.end(), 0.0);
    }
    scenario.descent.state.reset();
    return scenario;
}

}  // namespace backprop
