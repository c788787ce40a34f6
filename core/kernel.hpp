#pragma once
/// The work of a training step: mean loss and mean gradient of a batch of examples. It takes the examples in blocks
/// and each block through a layer at once, one example a lane; a single example is a block of one. Whatever the width
/// of the lanes, every sum is added up in one order: z over the inputs, ∂C/∂a over the units, loss and gradient over
/// the examples, first to last. So all platforms agree bit for bit, with each other and with `trace`.

#include <cstddef>
#include <span>
#include <vector>

#include "core/descent.hpp"
#include "core/scenario.hpp"

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
    std::vector<double> inputs;   ///< (count, inputs) of the network
    std::vector<double> columns;  ///< (inputs, count)
    std::vector<LayerBlock> layers;
    OutputBlock outputs;
    std::vector<double> rows;  ///< (count, inputs) of the layer at hand
};

/// For batches of at most so many examples.
[[nodiscard]] Workspace workspace(const Network& network, std::size_t batch);

/// The mean loss of the examples with these indices; the mean of their gradients into `gradient`, where given.
[[nodiscard]] double mean_loss(const Network& network, std::span<const Example> examples,
                               std::span<const std::size_t> indices, Loss loss, Workspace& work, Gradient* gradient);

}  // namespace backprop
