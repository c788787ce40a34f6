#pragma once
/// The way down of a document: its rule, the rule's numbers, batches and penalties, and what the rule remembers.

#include "bindings/reading.hpp"
#include "core/scenario.hpp"

namespace backprop {

/// `examples`: how many the document has.
[[nodiscard]] Result<Descent> read_descent(const val& document, const Network& network, std::size_t examples);

}  // namespace backprop
