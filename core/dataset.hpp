#pragma once
/// Examples the core makes itself: two inputs, about −1 … 1, one target of 0 or 1 (plane: a real number). The same
/// name, count, noise and seed give the same numbers everywhere and for good.

#include <cstdint>
#include <vector>

#include "core/scenario.hpp"

namespace backprop {

/// circle: a disc (1) in a ring (0). xor: the signs of the inputs differ (1) or not (0). gauss: two clouds. spiral: two
/// arms of 1¼ turns. moons: two half circles that reach into each other. plane: the target is the mean of the inputs.
/// The tables: the four rows of AND, OR, XOR in turn, inputs 0 and 1. The two targets alternate; noise is the deviation
/// of a normal distribution added to each input.
[[nodiscard]] std::vector<Example> examples_of(const Dataset& dataset);

}  // namespace backprop
