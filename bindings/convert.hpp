#pragma once
/// Between the document as JavaScript holds it and the core's own types. This is the only C++ that knows JavaScript's
/// field names. Everything is checked here or in `validate` before it sizes a loop or an allocation; a failure is a
/// value with the path of the field.

#include <emscripten/val.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "core/check.hpp"
#include "core/derivation.hpp"
#include "core/descent.hpp"
#include "core/diagnose.hpp"
#include "core/error.hpp"
#include "core/initialise.hpp"
#include "core/landscape.hpp"
#include "core/nudge.hpp"
#include "core/slip.hpp"
#include "core/trace.hpp"

namespace backprop {

/// A checked scenario, and what the core does not need of the document but a returned one must carry on.
struct Document {
    Scenario scenario;
    emscripten::val title;  ///< a string or undefined
};

[[nodiscard]] Result<Document> to_document(const emscripten::val& value);
[[nodiscard]] Result<Ref> to_ref(const emscripten::val& value, const Network& network);

/// A whole number from least to most; `path` names the argument.
[[nodiscard]] Result<std::size_t> to_whole(const emscripten::val& value, const char* path, std::size_t least,
                                           std::size_t most);
[[nodiscard]] Result<double> to_finite(const emscripten::val& value, const char* path);

/// `{ example, paths }`, both with a default; the whole may be absent.
[[nodiscard]] Result<DerivationOptions> to_derivation_options(const emscripten::val& value, const Scenario& scenario);

/// (count × inputs) flat: a plain array or a Float64Array whose length is a multiple of `inputs`.
[[nodiscard]] Result<std::vector<double>> to_inputs(const emscripten::val& value, std::size_t inputs);

/// The start of fresh weights: `{ scheme, seed }`.
struct Start {
    Scheme scheme;
    std::uint32_t seed;
};
[[nodiscard]] Result<Start> to_start(const emscripten::val& value);

/// What of the landscape to compute: `{ axes, ranges, resolution }`.
struct View {
    std::vector<Axis> axes;
    std::size_t resolution;
};
[[nodiscard]] Result<View> to_view(const emscripten::val& value, const Network& network);

[[nodiscard]] Result<Dataset> to_dataset(const emscripten::val& value);

/// A weight or bias, not an activation.
[[nodiscard]] Result<Ref> to_parameter(const emscripten::val& value, const Network& network);

[[nodiscard]] emscripten::val to_js(const Error& error);
[[nodiscard]] emscripten::val to_js(const Trace& trace);
[[nodiscard]] emscripten::val to_js(const Derivation& derivation);
[[nodiscard]] emscripten::val to_js(const Gradient& gradient);
[[nodiscard]] emscripten::val to_js(const Descended& descended, const emscripten::val& title);
[[nodiscard]] emscripten::val to_js(const std::vector<Change>& changes);

[[nodiscard]] emscripten::val to_js(const Check& check);
[[nodiscard]] emscripten::val to_js(const Scenario& scenario, const emscripten::val& title);
[[nodiscard]] emscripten::val to_js(const std::vector<Example>& examples);
[[nodiscard]] emscripten::val to_js(const std::vector<Finding>& findings);
[[nodiscard]] emscripten::val to_js(const std::vector<Slip>& slips, const emscripten::val& title);
/// `{ costs }`
[[nodiscard]] emscripten::val landscape_to_js(const std::vector<double>& costs);

}  // namespace backprop
