#pragma once
/// The document, between JavaScript and the core's own types: read in read_document.cpp, with read_network.cpp and
/// read_descent.cpp, and written in write_document.cpp. JavaScript's field names stand there, in arguments.cpp and in
/// results.cpp. The core has only those that its own tables and refusals speak of: `rule_numbers`, the kinds of
/// findings and slips, the paths in validate.cpp.

#include <emscripten/val.h>

#include <vector>

#include "core/error.hpp"
#include "core/scenario.hpp"

namespace backprop {

/// What the core does not need of a document but a returned one must carry on.
struct Carried {
    emscripten::val title;  ///< a text that is not empty, or undefined
    bool has_known_list;    ///< the examples are those of `known_examples`: it is handed back itself, not copied
};

/// A checked scenario.
struct Document {
    Scenario scenario;
    Carried carried;
};

[[nodiscard]] Result<Document> to_document(const emscripten::val& value);

/// From now on nobody changes a list of examples that was read. A long one is then read when it first comes and known
/// while no other comes; what is returned holds the same list.
void keep_lists();

/// The long list that is known.
[[nodiscard]] const emscripten::val& known_examples();

[[nodiscard]] Result<Dataset> to_dataset(const emscripten::val& value);

/// In the canonical form: keys in order, defaults left out.
[[nodiscard]] emscripten::val to_js(const Scenario& scenario, const Carried& carried);
[[nodiscard]] emscripten::val to_js(const Examples& examples);

}  // namespace backprop
