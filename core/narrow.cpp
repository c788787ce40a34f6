#include "core/narrow.hpp"

#include <algorithm>
#include <cassert>

#include "core/activation.hpp"

namespace backprop {

namespace {

/// Layers of at most so many units do better without lanes where there is but one example: W1 of `npm run bench --
/// speed`.
constexpr std::size_t most_narrow = 4;

// Each number here waits for the one before it, and a processor has to wait longer for what was just put into memory
// than for a product. So what a layer's only unit leaves is handed on as well as put away. Forward, `last` is the unit
// computed last, and where it is its layer's only one the next layer (as `only`) and the loss take its numbers from
// there; backward, `only` is ∂C/∂z of a layer's only unit. Read from memory all of them would be the same.

Activated activated(Activation f, double z) {
    // The commonest without a call.
    if (f == Activation::relu) return relu(z);
    return f == Activation::sigmoid ? sigmoid<double>(z) : at(f, z);
}

OutputLoss lost(Loss loss, const LayerPlace& outputs, const Unit& unit, double y) {
    if (loss == Loss::squared_error) return squared_error(unit.a, y, unit.da_dz);
    return output_loss(loss, outputs.activation, outputs.units, unit.z, unit.a, y, unit.da_dz);
}

struct Forward {
    Unit* end;  ///< of the units
    Unit last;  ///< of them
};

/// z, a and slopes of every unit.   w: the parameters
Forward forward(const Layout& layout, const double* w, const double* x, Unit* unit) {
    Unit* before = unit;
    Unit last{};
    for (std::size_t i = 0; i < layout.inputs(); ++i) *unit++ = last = {0, x[i], 0, 0};
    for (const LayerPlace& layer : layout.layers) {
        Unit* const first = unit;
        Unit* const end = first + layer.units;
        const double* b = w + layer.units * layer.inputs;
        const double only = last.a;
        for (; unit < end; ++unit) {
            double z = 0;
            if (layer.inputs == 1) {
                z += *w++ * only;
            } else {
                for (const Unit* input = before; input < first; ++input) z += *w++ * input->a;
            }
            if (layer.has_biases) z += *b++;
            const auto [a, da_dz] = activated(layer.activation, z);
            *unit = last = {z, a, da_dz, 0};
        }
        if (layer.has_biases) w = b;
        before = first;
    }
    return {unit, last};
}

struct Lost {
    double sum;
    double dC_dz;  ///< of the last output
};

/// The outputs' losses and their ∂C/∂z.   last: of the outputs
Lost add_losses(Loss loss, const LayerPlace& layer, const double* y, Unit* outputs, const Unit& last) {
    Lost all{};
    for (std::size_t k = 0; k < layer.units; ++k) {
        const auto [value, dC_dz] = lost(loss, layer, layer.units == 1 ? last : outputs[k], y[k]);
        all = {all.sum + value, dC_dz};
        outputs[k].dC_dz = dC_dz;
    }
    return all;
}

/// Each layer's gradient and ∂C/∂z of the layer before, from the last to the first.   end: one past the outputs; only:
/// ∂C/∂z of the output, where there is but one
void backward(const Layout& layout, const double* parameters, Unit* end, double only, double* gradient) {
    for (std::size_t l = layout.layers.size(); l-- > 0;) {
        const LayerPlace& layer = layout.layers[l];
        const double* w = parameters + layer.weights;
        double* dC_dw = gradient + layer.weights;
        double* dC_db = gradient + layer.biases;
        Unit* const first = end - layer.units;
        Unit* const before = first - layer.inputs;
        double sum = 0;  // from 0 on, as every sum here: −0 becomes 0
        for (const Unit* unit = first; unit < end; ++unit) {
            const double dC_dz = layer.units == 1 ? only : unit->dC_dz;
            if (layer.inputs == 1) {
                *dC_dw++ = 0.0 + dC_dz * before->a;
                sum += dC_dz * *w++;
            } else {
                for (Unit* input = before; input < first; ++input) {
                    *dC_dw++ = 0.0 + dC_dz * input->a;
                    input->dC_dz += dC_dz * *w++;
                }
            }
            if (layer.has_biases) *dC_db++ = 0.0 + dC_dz;
        }
        only = sum * before->da_dz;
        if (layer.inputs > 1) {
            for (Unit* input = before; input < first; ++input) input->dC_dz *= input->da_dz;
        }
        end = first;
    }
}

}  // namespace

bool is_narrow(const Layout& layout) {
    const auto is_wide = [](const LayerPlace& layer) { return std::max(layer.inputs, layer.units) > most_narrow; };
    return layout.layers.back().activation != Activation::softmax &&
           std::none_of(layout.layers.begin(), layout.layers.end(), is_wide);
}

std::vector<Unit> units_of(const Layout& layout) {
    std::size_t count = layout.inputs();
    for (const LayerPlace& layer : layout.layers) count += layer.units;
    return std::vector<Unit>(count);
}

double loss_of_one(const Layout& layout, const double* parameters, const double* x, const double* y, Loss loss,
                   Unit* units, double* gradient) {
    assert(is_narrow(layout));
    const auto [end, last] = forward(layout, parameters, x, units);
    const LayerPlace& layer = layout.layers.back();
    const auto [sum, dC_dz] = add_losses(loss, layer, y, end - layer.units, last);
    if (gradient) backward(layout, parameters, end, dC_dz, gradient);
    return sum;
}

}  // namespace backprop
