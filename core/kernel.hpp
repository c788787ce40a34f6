#pragma once
/// The work of a training step: mean loss and mean gradient of a batch of examples. It takes the examples in blocks
/// and each block through a layer at once, one example a lane; a single one in a narrow network in plain loops.
/// Whatever the width of the lanes, every sum is added up in one order: z over the inputs, ∂C/∂a over the units, loss
/// and gradient over the examples, first to last. So all platforms agree bit for bit, with each other and with `trace`.

#include <cstddef>
#include <span>
#include <vector>

#include "core/flat.hpp"
#include "core/narrow.hpp"

namespace backprop {

/// What a block of examples leaves behind in a layer. Columns are examples: the values of one unit are neighbours.
struct LayerBlock {
    std::vector<double> z, a, da_dz;   ///< (units, count)
    std::vector<double> dC_da, dC_dz;  ///< (units, count)
};

/// The same of the outputs with rows as examples, since a loss looks at one example at a time.
struct OutputBlock {
    std::span<const double> z_rows;    ///< (count, outputs)
    std::vector<double> z, a;          ///< (count, outputs)
    std::vector<double> da_dz;         ///< (count, `slope_count`)
    std::vector<double> dC_da, dC_dz;  ///< (count, outputs)
};

/// All memory of a run, allocated once.
struct Workspace {
    std::vector<double> x, y;     ///< (count, inputs), (count, outputs) of examples that are no neighbours
    std::vector<double> columns;  ///< (inputs, count)
    std::vector<LayerBlock> layers;
    OutputBlock outputs;
    std::vector<double> rows;  ///< (count, inputs) of the layer at hand
    std::vector<Unit> units;   ///< for one example alone, where the network is narrow
};

/// Examples in a block: few enough that one of the widest layer stays in the nearest cache. Where a sum over examples
/// can be put down and taken up again.
inline constexpr std::size_t most_in_block = 32;

/// For batches of at most so many examples.
[[nodiscard]] Workspace workspace(const Layout& layout, std::size_t batch);

/// The mean loss of the examples with these indices; the mean of their gradients into `gradient`, where it is not null.
/// parameters, gradient (layout.count)
[[nodiscard]] double mean_loss(const Layout& layout, const double* parameters, const FlatExamples& examples,
                               std::span<const std::size_t> indices, Loss loss, Workspace& work, double* gradient);

/// The same in parts, one after the other: the losses from `first` up to `end` are added to `sum`, their gradients to
/// those of the examples before. With the last example the gradient is the mean; the sum is still to be divided.
/// first, end: multiples of `most_in_block`, or the end of the indices
[[nodiscard]] double add_losses_between(std::size_t first, std::size_t end, double sum, const Layout& layout,
                                        const double* parameters, const FlatExamples& examples,
                                        std::span<const std::size_t> indices, Loss loss, Workspace& work,
                                        double* gradient);

/// Forward only, many points at once: (count, inputs) row-major in, (count, outputs) row-major out.
[[nodiscard]] std::vector<double> predict(const Network& network, std::span<const double> inputs);

}  // namespace backprop
