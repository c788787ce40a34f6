#pragma once
/// Which examples a step sees. An epoch is one pass over all of them, in the document's order or shuffled anew each
/// time; a last short batch is a batch of its own. The order follows from seed and step alone, so a run can go on where
/// it stopped.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/scenario.hpp"

namespace backprop {

class Batches {
  public:
    explicit Batches(const Scenario& scenario);

    /// Indices of the examples of a step, counted from 0; valid until the next call.
    [[nodiscard]] std::span<const std::size_t> of_step(std::uint64_t step);

    /// Whether the steps see different examples, so that it matters which comes next.
    [[nodiscard]] bool differ() const { return size_ < order_.size(); }

  private:
    void shuffle(std::uint64_t epoch);

    std::vector<std::size_t> order_;
    std::size_t size_;
    std::optional<std::uint32_t> seed_;
    std::optional<std::uint64_t> epoch_;  ///< the one `order_` is shuffled for
};

}  // namespace backprop
