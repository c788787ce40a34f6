#include "core/batch.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/random.hpp"

namespace backprop {

Batches::Batches(const Scenario& scenario)
    : order_(scenario.examples.size()),
      size_(scenario.descent.batch.value_or(order_.size())),
      seed_(scenario.descent.seed) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    // With all examples in every step their order changes nothing but the rounding of a sum.
    if (!differ()) seed_.reset();
}

std::span<const std::size_t> Batches::of_step(std::uint64_t step) {
    if (!differ()) return order_;
    const std::uint64_t per_epoch = (order_.size() + size_ - 1) / size_;
    if (seed_ && epoch_ != step / per_epoch) shuffle(step / per_epoch);
    const auto begin = static_cast<std::size_t>(step % per_epoch) * size_;
    return std::span(order_).subspan(begin, std::min(size_, order_.size() - begin));
}

/// Fisher and Yates, from the document's order each time.
void Batches::shuffle(std::uint64_t epoch) {
    Random random(*seed_, epoch);
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    for (std::size_t left = order_.size(); left > 1; --left) std::swap(order_[left - 1], order_[random.below(left)]);
    epoch_ = epoch;
}

}  // namespace backprop
