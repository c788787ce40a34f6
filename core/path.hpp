#pragma once
/// Paths from a unit to the cost. The gradient is the sum over all of them; backpropagation never lists them, which is
/// what it saves. Here the strongest are found without listing all, because a layered network lets the best
/// continuations be kept unit by unit.

#include <cstddef>
#include <vector>

#include "core/trace.hpp"

namespace backprop {

struct Path {
    std::vector<std::size_t> units;  ///< one unit per layer, from the start's own layer to the last
    double value = 0;                ///< product of the factors along it
};

/// How many paths lead from a unit of this layer to the cost: exact to 2⁵³, beyond that rounded.
[[nodiscard]] double path_count(const Network& network, std::size_t layer);

/// At most `count` paths from the ref to the cost, by |value|. With a softmax output a path ends at one of its z, since
/// from there every output answers.
[[nodiscard]] std::vector<Path> strongest_paths(const Network& network, const Trace& trace, const Ref& ref,
                                                std::size_t count);

}  // namespace backprop
