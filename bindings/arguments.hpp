#pragma once
/// The arguments beside the document: each is named by its own path, "ref.unit", "steps", "axes.0".

#include <emscripten/val.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/derivation.hpp"
#include "core/error.hpp"
#include "core/initialise.hpp"
#include "core/landscape.hpp"
#include "core/scenario.hpp"

namespace backprop {

[[nodiscard]] Result<Ref> to_ref(const emscripten::val& value, const Network& network);

/// A weight or bias, not an activation.
[[nodiscard]] Result<Ref> to_parameter(const emscripten::val& value, const Network& network);

/// A whole number from least to most; `path` names the argument.
[[nodiscard]] Result<std::size_t> to_whole(const emscripten::val& value, const char* path, std::size_t least,
                                           std::size_t most);
[[nodiscard]] Result<double> to_finite(const emscripten::val& value, const char* path);

/// `{ example, paths }`, both with a default; the whole may be absent.
[[nodiscard]] Result<DerivationOptions> to_derivation_options(const emscripten::val& value, const Scenario& scenario);

/// (count × inputs) flat: a plain array or a Float64Array whose length is a multiple of `inputs`.
[[nodiscard]] Result<std::vector<double>> to_inputs(const emscripten::val& value, std::size_t inputs);

/// The start of fresh weights: `{ scheme, seed }`.
struct InitialiseOptions {
    Scheme scheme;
    std::uint32_t seed;
};
[[nodiscard]] Result<InitialiseOptions> to_initialise_options(const emscripten::val& value);

/// What of the landscape to compute: `{ axes, ranges, resolution }`.
struct LandscapeOptions {
    std::vector<Axis> axes;
    std::size_t resolution;
};
[[nodiscard]] Result<LandscapeOptions> to_landscape_options(const emscripten::val& value, const Network& network);

}  // namespace backprop
