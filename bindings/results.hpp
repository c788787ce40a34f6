#pragma once
/// What the core finds, as plain JavaScript values.

#include <emscripten/val.h>

#include <vector>

#include "bindings/document.hpp"
#include "core/check.hpp"
#include "core/derivation.hpp"
#include "core/descent.hpp"
#include "core/diagnose.hpp"
#include "core/error.hpp"
#include "core/nudge.hpp"
#include "core/slip.hpp"
#include "core/trace.hpp"

namespace backprop {

[[nodiscard]] emscripten::val to_js(const Error& error);
[[nodiscard]] emscripten::val to_js(const Trace& trace);
[[nodiscard]] emscripten::val to_js(const Derivation& derivation);
[[nodiscard]] emscripten::val to_js(const Gradient& gradient);
[[nodiscard]] emscripten::val to_js(const Descended& descended, const Carried& carried);
[[nodiscard]] emscripten::val to_js(const std::vector<Change>& changes);

[[nodiscard]] emscripten::val to_js(const Check& check);
[[nodiscard]] emscripten::val to_js(const std::vector<Finding>& findings);

/// `{ progress, share }`, or at the end `{ progress, share, check }` and `{ progress, share, findings }`
[[nodiscard]] emscripten::val to_js(const CheckPart& part);
[[nodiscard]] emscripten::val to_js(const DiagnosisPart& part);
[[nodiscard]] emscripten::val to_js(const DescentPart& part, const Carried& carried);
[[nodiscard]] emscripten::val to_js(const std::vector<Slip>& slips, const Carried& carried);

/// `{ costs }`
[[nodiscard]] emscripten::val landscape_to_js(const std::vector<double>& costs);

}  // namespace backprop
