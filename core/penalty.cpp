#include "core/penalty.hpp"

#include <cmath>
#include <vector>

namespace backprop {

namespace {

double sign(double w) { return w > 0 ? 1 : w < 0 ? -1 : 0; }

}  // namespace

// Not inlined into all that call it: each copy would be code to load.

[[gnu::noinline]] double penalty(const Layout& layout, const double* parameters, const Descent& descent) {
    if (descent.l1 == 0 && descent.l2 == 0) return 0;
    double sizes = 0;
    double squares = 0;
    for (const LayerPlace& layer : layout.layers) {
        for (std::size_t k = 0; k < layer.units * layer.inputs; ++k) {
            const double w = parameters[layer.weights + k];
            sizes += std::fabs(w);
            squares += w * w;
        }
    }
    return descent.l1 * sizes + descent.l2 / 2 * squares;
}

[[gnu::noinline]] void add_penalty_slopes(std::size_t count, const double* weights, const Descent& descent,
                                          double* slopes) {
    if (descent.l1 == 0 && descent.l2 == 0) return;
    for (std::size_t k = 0; k < count; ++k) slopes[k] += descent.l1 * sign(weights[k]) + descent.l2 * weights[k];
}

[[gnu::noinline]] double penalty(const Network& network, const Descent& descent) {
    return penalty(layout_of(network), flat(network).data(), descent);
}

void add_penalty_slopes(const Network& network, const Descent& descent, Gradient& gradient) {
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const std::vector<double>& weights = network.layers[l].weights;
        add_penalty_slopes(weights.size(), weights.data(), descent, gradient.layers[l].dC_dW.data());
    }
}

}  // namespace backprop
