#include "core/kernel.hpp"

#include <algorithm>

#include "core/layer.hpp"
#include "core/trace.hpp"

namespace backprop {

namespace {

using Numbers = std::span<const double>;

/// Few enough that a block of the widest layer stays in the nearest cache.
constexpr std::size_t most_in_block = 32;

/// (rows, columns) -> (columns, rows) in `to`. Where one of them is 1 the list is both already and is returned itself.
Numbers turned(Numbers from, std::size_t rows, std::size_t columns, std::vector<double>& to) {
    if (rows == 1 || columns == 1) return from;
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) to[c * rows + r] = from[r * columns + c];
    }
    return std::span(to).first(rows * columns);
}

Numbers row(Numbers rows, std::size_t n, std::size_t size) { return rows.subspan(n * size, size); }
std::span<double> row(std::vector<double>& rows, std::size_t n, std::size_t size) {
    return std::span(rows).subspan(n * size, size);
}

/// Some of the examples, by their indices.
struct Chosen {
    std::span<const Example> examples;
    std::span<const std::size_t> indices;

    [[nodiscard]] std::size_t count() const { return indices.size(); }
    [[nodiscard]] const Example& operator[](std::size_t n) const { return examples[indices[n]]; }
};

/// (count, inputs)
Numbers inputs_of(const Chosen& block, Workspace& work) {
    if (block.count() == 1) return block[0].inputs;
    auto to = work.inputs.begin();
    for (std::size_t n = 0; n < block.count(); ++n) to = std::copy(block[n].inputs.begin(), block[n].inputs.end(), to);
    return Numbers(work.inputs).first(static_cast<std::size_t>(to - work.inputs.begin()));
}

/// The outputs' z example by example, and what follows from it: softmax needs all units of an example at once.
void activate_outputs(const Layer& layer, Numbers z, std::size_t count, OutputBlock& out) {
    out.z_rows = turned(z, layer.units, count, out.z);
    if (layer.activation != Activation::softmax) {
        return at(layer.activation, out.z_rows.data(), out.a.data(), out.da_dz.data(), layer.units * count);
    }
    for (std::size_t n = 0; n < count; ++n) {
        activate(layer.activation, row(out.z_rows, n, layer.units), row(out.a, n, layer.units),
                 row(out.da_dz, n, slope_count(layer)));
    }
}

/// inputs (count, inputs)
void forward(const Network& network, Numbers inputs, std::size_t count, Workspace& work) {
    Numbers x = turned(inputs, count, network.inputs(), work.columns);
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Layer& layer = network.layers[l];
        LayerBlock& b = work.layers[l];
        const Numbers z = Numbers(b.z).first(layer.units * count);
        weighted_sums(layer, x.data(), b.z.data(), count);
        if (l + 1 == network.layers.size()) return activate_outputs(layer, z, count, work.outputs);
        at(layer.activation, b.z.data(), b.a.data(), b.da_dz.data(), layer.units * count);
        x = b.a;
    }
}

Outputs outputs_of(const Layer& last, std::size_t n, const OutputBlock& out) {
    return {last.activation, row(out.z_rows, n, last.units), row(out.a, n, last.units)};
}

/// `sum` and the block's losses, one after the other; where `slopes` is asked for, leaves ∂C/∂z of the outputs.
double add_losses(double sum, const Layer& last, const Chosen& block, Loss loss, bool slopes, OutputBlock& out) {
    const std::size_t units = last.units;
    if (is_by_output(loss, last.activation)) {
        for (std::size_t n = 0; n < block.count(); ++n) {
            const std::size_t at = n * units;
            sum += value_and_slopes(loss, last.activation, units, out.z_rows.data() + at, out.a.data() + at,
                                    block[n].targets.data(), out.da_dz.data() + at,
                                    slopes ? out.dC_dz.data() + at : nullptr);
        }
        return sum;
    }
    for (std::size_t n = 0; n < block.count(); ++n) {
        const Outputs outputs = outputs_of(last, n, out);
        sum += value(loss, outputs, block[n].targets);
        if (!slopes) continue;
        begin_backward(loss, outputs, block[n].targets, row(out.da_dz, n, slope_count(last)), row(out.dC_da, n, units),
                       row(out.dC_dz, n, units));
    }
    return sum;
}

void backward(const Network& network, const Chosen& block, Workspace& work, const Share& share, Gradient& mean) {
    const std::size_t count = block.count();
    const std::size_t outputs = network.outputs();
    Numbers dC_dz =
        turned(Numbers(work.outputs.dC_dz).first(count * outputs), count, outputs, work.layers.back().dC_dz);
    for (std::size_t l = network.layers.size() - 1; l > 0; --l) {
        const Layer& layer = network.layers[l];
        LayerBlock& before = work.layers[l - 1];
        const std::size_t size = layer.inputs * count;
        const Numbers x_rows = turned(Numbers(before.a).first(size), layer.inputs, count, work.rows);
        add_gradient(layer, x_rows.data(), dC_dz.data(), count, share, mean.layers[l].dC_dW.data(),
                     mean.layers[l].dC_db.data());
        through_weights(layer, dC_dz.data(), before.dC_da.data(), count);
        through_activation(Numbers(before.dC_da).first(size), Numbers(before.da_dz).first(size), before.dC_dz);
        dC_dz = before.dC_dz;
    }
    add_gradient(network.layers.front(), inputs_of(block, work).data(), dC_dz.data(), count, share,
                 mean.layers.front().dC_dW.data(), mean.layers.front().dC_db.data());
}

}  // namespace

Workspace workspace(const Network& network, std::size_t batch) {
    const std::size_t count = std::min(batch, most_in_block);
    const auto list = [count](std::size_t units) { return std::vector<double>(units * count); };
    Workspace work;
    work.inputs = work.columns = list(network.inputs());
    std::size_t widest = network.inputs();
    for (const Layer& layer : network.layers) {
        const auto values = list(layer.units);
        work.layers.push_back({values, values, values, values, values});
        widest = std::max(widest, layer.units);
    }
    const auto outputs = list(network.outputs());
    work.outputs = {{}, outputs, outputs, list(slope_count(network.layers.back())), outputs, outputs};
    work.rows = list(widest);
    return work;
}

double mean_loss(const Network& network, std::span<const Example> examples, std::span<const std::size_t> indices,
                 Loss loss, Workspace& work, Gradient* gradient) {
    const double of = static_cast<double>(indices.size());
    double sum = 0;
    for (std::size_t first = 0; first < indices.size(); first += most_in_block) {
        const std::size_t count = std::min(most_in_block, indices.size() - first);
        const Chosen block{examples, indices.subspan(first, count)};
        forward(network, inputs_of(block, work), count, work);
        sum = add_losses(sum, network.layers.back(), block, loss, gradient != nullptr, work.outputs);
        const Share share{first == 0, first + count == indices.size(), of};
        if (gradient) backward(network, block, work, share, *gradient);
    }
    return sum / of;
}

/// Declared beside `trace`, whose outputs it gives many points at once.
std::vector<double> predict(const Network& network, Numbers inputs) {
    const std::size_t total = inputs.size() / network.inputs();
    Workspace work = workspace(network, total);
    std::vector<double> outputs;
    outputs.reserve(total * network.outputs());
    for (std::size_t first = 0; first < total; first += most_in_block) {
        const std::size_t count = std::min(most_in_block, total - first);
        forward(network, inputs.subspan(first * network.inputs(), count * network.inputs()), count, work);
        const Numbers a = row(work.outputs.a, 0, count * network.outputs());
        outputs.insert(outputs.end(), a.begin(), a.end());
    }
    return outputs;
}

}  // namespace backprop
