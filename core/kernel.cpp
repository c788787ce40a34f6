#include "core/kernel.hpp"

#include <algorithm>
#include <cmath>

#include "core/lanes.hpp"
#include "core/layer.hpp"

namespace backprop {

namespace {

using Numbers = std::span<const double>;

// None of the longer ones is inlined into those that call it: each copy would be code that every visitor loads.

/// (rows, columns) -> (columns, rows) in `to`. Where one of them is 1 the list is both already and is returned itself.
[[gnu::noinline]] const double* turned(const double* from, std::size_t rows, std::size_t columns,
                                       std::vector<double>& to) {
    if (rows == 1 || columns == 1) return from;
    for (std::size_t r = 0; r < rows; ++r) {
        double* column = to.data() + r;
        for (std::size_t c = 0; c < columns; ++c, column += rows) *column = *from++;
    }
    return to.data();
}

Numbers row(Numbers rows, std::size_t n, std::size_t size) { return rows.subspan(n * size, size); }
std::span<double> row(std::vector<double>& rows, std::size_t n, std::size_t size) {
    return std::span(rows).subspan(n * size, size);
}

/// Examples of one block: x (count, inputs), y (count, outputs).
struct Block {
    std::size_t count;
    const double* x;
    const double* y;
};

bool are_neighbours(std::span<const std::size_t> indices) {
    for (std::size_t n = 1; n < indices.size(); ++n) {
        if (indices[n] != indices[n - 1] + 1) return false;
    }
    return true;
}

[[gnu::noinline]] void gather(std::span<const std::size_t> indices, const std::vector<double>& from, std::size_t size,
                              double* to) {
    for (const std::size_t index : indices) {
        const double* row = from.data() + index * size;
        for (std::size_t k = 0; k < size; ++k) *to++ = row[k];
    }
}

/// Examples that follow each other are taken where they are.
Block block_of(const FlatExamples& examples, std::span<const std::size_t> indices, Workspace& work) {
    if (are_neighbours(indices)) {
        return {indices.size(), examples.x.data() + indices[0] * examples.inputs,
                examples.y.data() + indices[0] * examples.outputs};
    }
    gather(indices, examples.x, examples.inputs, work.x.data());
    gather(indices, examples.y, examples.outputs, work.y.data());
    return {indices.size(), work.x.data(), work.y.data()};
}

/// The outputs' z example by example, and what follows from it: softmax needs all units of an example at once.
[[gnu::noinline]] void activate_outputs(const LayerPlace& layer, const double* z, std::size_t count, bool slopes,
                                        OutputBlock& out) {
    const std::size_t units = layer.units;
    out.z_rows = Numbers(turned(z, units, count, out.z), units * count);
    if (layer.activation != Activation::softmax) {
        return at(layer.activation, out.z_rows.data(), out.a.data(), slopes ? out.da_dz.data() : nullptr,
                  units * count);
    }
    for (std::size_t n = 0; n < count; ++n) {
        activate(layer.activation, row(out.z_rows, n, units), row(out.a, n, units), row(out.da_dz, n, units * units));
    }
}

/// z and a of all layers, and where they are asked for the slopes.   x (count, inputs)
[[gnu::noinline]] void forward(const Layout& layout, const double* parameters, const double* x_rows, std::size_t count,
                               bool slopes, Workspace& work) {
    const double* x = turned(x_rows, count, layout.inputs(), work.columns);
    for (std::size_t l = 0; l < layout.layers.size(); ++l) {
        const LayerPlace& layer = layout.layers[l];
        LayerBlock& b = work.layers[l];
        weighted_sums(view(layer, parameters), x, b.z.data(), count);
        if (l + 1 == layout.layers.size()) return activate_outputs(layer, b.z.data(), count, slopes, work.outputs);
        at(layer.activation, b.z.data(), b.a.data(), slopes ? b.da_dz.data() : nullptr, layer.units * count);
        x = b.a.data();
    }
}

/// `sum` and the block's losses, one after the other; where `slopes` is asked for, leaves ∂C/∂z of the outputs.
[[gnu::noinline]] double add_losses(double sum, const LayerPlace& last, const Block& block, Loss loss, bool slopes,
                                    OutputBlock& out) {
    const std::size_t units = last.units;
    if (is_by_output(loss, last.activation)) {
        return add_losses(sum, loss, last.activation, units, block.count, out.z_rows.data(), out.a.data(), block.y,
                          out.da_dz.data(), slopes ? out.dC_dz.data() : nullptr);
    }
    const std::size_t slope_count = last.activation == Activation::softmax ? units * units : units;
    for (std::size_t n = 0; n < block.count; ++n) {
        const Outputs outputs{last.activation, row(out.z_rows, n, units), row(out.a, n, units)};
        const Numbers y(block.y + n * units, units);
        sum += value(loss, outputs, y);
        if (!slopes) continue;
        begin_backward(loss, outputs, y, row(out.da_dz, n, slope_count), row(out.dC_da, n, units),
                       row(out.dC_dz, n, units));
    }
    return sum;
}

/// Each of the numbers divided by a whole number. Times 1 / 2ⁿ is the same as by 2ⁿ, and sooner.
[[gnu::noinline]] void divide(std::size_t count, double* numbers, double by) {
    int exponent;
    const bool is_power_of_two = std::frexp(by, &exponent) == 0.5;
    const double part = 1 / by;
    over_lanes<Lanes2>(count, [&](auto lanes, std::size_t k) {
        using V = decltype(lanes);
        const V number = load<V>(numbers + k);
        store(is_power_of_two ? number * part : number / by, numbers + k);
    });
}

[[gnu::noinline]] void backward(const Layout& layout, const double* parameters, const Block& block, Workspace& work,
                                bool overwrite, double* gradient) {
    const std::size_t count = block.count;
    const auto add = [&](const LayerPlace& layer, const double* x_rows, const double* dC_dz) {
        add_gradient(view(layer, parameters), x_rows, dC_dz, count, overwrite, gradient + layer.weights,
                     gradient + layer.biases);
    };
    const double* dC_dz = turned(work.outputs.dC_dz.data(), count, layout.outputs(), work.layers.back().dC_dz);
    for (std::size_t l = layout.layers.size() - 1; l > 0; --l) {
        const LayerPlace& layer = layout.layers[l];
        LayerBlock& before = work.layers[l - 1];
        const std::size_t size = layer.inputs * count;
        add(layer, turned(before.a.data(), layer.inputs, count, work.rows), dC_dz);
        through_weights(view(layer, parameters), dC_dz, before.dC_da.data(), count);
        for (std::size_t k = 0; k < size; ++k) before.dC_dz[k] = before.dC_da[k] * before.da_dz[k];
        dC_dz = before.dC_dz.data();
    }
    add(layout.layers.front(), block.x, dC_dz);
}

}  // namespace

Workspace workspace(const Layout& layout, std::size_t batch) {
    const std::size_t count = std::min(batch, most_in_block);
    const auto list = [count](std::size_t units) { return std::vector<double>(units * count); };
    Workspace work;
    work.x = work.columns = list(layout.inputs());
    work.y = list(layout.outputs());
    std::size_t widest = layout.inputs();
    for (const LayerPlace& layer : layout.layers) {
        const auto values = list(layer.units);
        work.layers.push_back({values, values, values, values, values});
        widest = std::max(widest, layer.units);
    }
    const LayerPlace& last = layout.layers.back();
    const auto outputs = list(last.units);
    const bool is_softmax = last.activation == Activation::softmax;
    work.outputs = {{}, outputs, outputs, list(is_softmax ? last.units * last.units : last.units), outputs, outputs};
    work.rows = list(widest);
    if (is_narrow(layout)) work.units = units_of(layout);
    return work;
}

double mean_loss(const Layout& layout, const double* parameters, const FlatExamples& examples,
                 std::span<const std::size_t> indices, Loss loss, Workspace& work, double* gradient) {
    if (indices.size() == 1 && !work.units.empty()) {
        const double* x = examples.x.data() + indices.front() * examples.inputs;
        const double* y = examples.y.data() + indices.front() * examples.outputs;
        return loss_of_one(layout, parameters, x, y, loss, work.units.data(), gradient);
    }
    const double sum =
        add_losses_between(0, indices.size(), 0, layout, parameters, examples, indices, loss, work, gradient);
    return sum / static_cast<double>(indices.size());
}

double add_losses_between(std::size_t first, std::size_t end, double sum, const Layout& layout,
                          const double* parameters, const FlatExamples& examples, std::span<const std::size_t> indices,
                          Loss loss, Workspace& work, double* gradient) {
    for (; first < end; first += most_in_block) {
        const std::size_t count = std::min(most_in_block, end - first);
        const Block block = block_of(examples, indices.subspan(first, count), work);
        forward(layout, parameters, block.x, count, gradient != nullptr, work);
        sum = add_losses(sum, layout.layers.back(), block, loss, gradient != nullptr, work.outputs);
        if (gradient) backward(layout, parameters, block, work, first == 0, gradient);
    }
    if (gradient && end == indices.size()) divide(layout.count, gradient, static_cast<double>(end));
    return sum;
}

std::vector<double> predict(const Network& network, Numbers inputs) {
    const Layout layout = layout_of(network);
    const std::vector<double> parameters = flat(network);
    const std::size_t total = inputs.size() / layout.inputs();
    Workspace work = workspace(layout, total);
    std::vector<double> outputs;
    outputs.reserve(total * layout.outputs());
    for (std::size_t first = 0; first < total; first += most_in_block) {
        const std::size_t count = std::min(most_in_block, total - first);
        forward(layout, parameters.data(), inputs.data() + first * layout.inputs(), count, false, work);
        const Numbers a = row(work.outputs.a, 0, count * layout.outputs());
        outputs.insert(outputs.end(), a.begin(), a.end());
    }
    return outputs;
}

}  // namespace backprop
