#pragma once
/// The document, between JavaScript and the core's own types. With results.cpp these are the only C++ that knows
/// JavaScript's field names.

#include <emscripten/val.h>

#include <vector>

#include "core/error.hpp"
#include "core/scenario.hpp"

namespace backprop {

/// A checked scenario, and what the core does not need of the document but a returned one must carry on.
struct Document {
    Scenario scenario;
    emscripten::val title;  ///< a text that is not empty, or undefined
};

[[nodiscard]] Result<Document> to_document(const emscripten::val& value);
[[nodiscard]] Result<Dataset> to_dataset(const emscripten::val& value);

/// In the canonical form: keys in order, defaults left out.
[[nodiscard]] emscripten::val to_js(const Scenario& scenario, const emscripten::val& title);
[[nodiscard]] emscripten::val to_js(const std::vector<Example>& examples);

}  // namespace backprop
