#pragma once
/// What a run works on: everything shaped like the parameters in one list, layer by layer, weights row-major and then
/// biases; and the examples in two. A step then reads and writes contiguous numbers and looks nothing up.

#include <cstddef>
#include <span>
#include <vector>

#include "core/layer.hpp"
#include "core/scenario.hpp"

namespace backprop {

/// Where a layer's numbers begin in such a list.
struct LayerPlace {
    Activation activation;
    std::size_t inputs;
    std::size_t units;
    std::size_t weights;
    std::size_t biases;
    bool has_biases;
};

struct Layout {
    std::vector<LayerPlace> layers;
    std::size_t count = 0;  ///< of numbers

    [[nodiscard]] std::size_t inputs() const { return layers.front().inputs; }
    [[nodiscard]] std::size_t outputs() const { return layers.back().units; }
};

[[nodiscard]] Layout layout_of(const Network& network);

/// The layer whose parameters stand in `numbers` (count).
[[nodiscard]] inline LayerView view(const LayerPlace& place, const double* numbers) {
    return {place.activation, place.inputs, place.units, numbers + place.weights,
            place.has_biases ? numbers + place.biases : nullptr};
}

/// Where a weight or a bias stands in such a list.
[[nodiscard]] std::size_t index_of(const Layout& layout, const Ref& parameter);

/// (count) the parameters in one list
[[nodiscard]] std::vector<double> flat(const Network& network);
/// (count) what is shaped like them
[[nodiscard]] std::vector<double> flat(const ParameterNumbers& numbers);
/// (count), or empty where nothing is frozen
[[nodiscard]] Frozen flat_frozen(const Network& network);

/// The way back.   numbers (count)
void put(std::span<const double> numbers, Network& network);
[[nodiscard]] ParameterNumbers shaped(std::span<const double> numbers, const Layout& layout);

struct FlatExamples {
    std::size_t inputs;
    std::size_t outputs;
    std::vector<double> x;  ///< (examples, inputs)
    std::vector<double> y;  ///< (examples, outputs)
};

[[nodiscard]] FlatExamples flat(const Network& network, std::span<const Example> examples);

}  // namespace backprop
