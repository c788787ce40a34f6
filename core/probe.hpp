#pragma once
/// The losses of a block of examples while a few parameters move. What lies before a moved unit is computed once, of
/// its own layer only the unit itself, and nothing backwards. Every sum is added up in the order of `descent`, so a
/// cost made of these losses has the same bits. Nothing is allocated after the beginning.

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "core/scenario.hpp"

namespace backprop {

class Probe {
  public:
    /// In a block: few enough that a layer of them stays in the nearest cache.
    static constexpr std::size_t most_examples = 32;

    /// The scenario must live as long.
    explicit Probe(const Scenario& scenario);

    /// From here on it is about these, at most `most_examples`, which must live as long.
    void load(std::span<const Example> examples);

    void move(const Ref& parameter, double value);

    /// `sum` and the losses, one after the other.
    [[nodiscard]] double add_losses(double sum);

    /// Whether, in this layer or after it, something is on another side of its kink than when the block was loaded. As
    /// of the last `add_losses`.
    [[nodiscard]] bool has_crossed(std::size_t layer) const;

  private:
    struct Values {
        std::vector<double> z, a, slopes;  ///< (units, count): examples lie side by side; a, slopes: of hidden layers
        std::vector<double> z_loaded;      ///< z when the block was loaded
    };

    [[nodiscard]] const double* inputs_of(std::size_t layer) const;
    void move_unit(std::size_t layer, std::size_t unit);
    void forward(std::size_t layer);
    void activate_outputs();

    const Scenario& scenario_;
    Network network_;
    Layer unit_;  ///< a moved unit on its own
    std::span<const Example> examples_;
    std::vector<double> inputs_;  ///< (inputs, count)
    std::vector<Values> layers_;
    std::size_t stale_ = 0;  ///< from this layer on, z and a are still those of other parameters
    // Of the last layer, example by example, as a loss looks at them.
    std::vector<double> z_rows_, a_rows_,
        slopes_;  ///< (count, units); slopes_ (`slope_count`), of one example at least
    std::vector<double> a_rows_loaded_;
};

/// Calls `visit(block)` for one block of the examples after the other.
template <class Visit>
void over_blocks(std::span<const Example> examples, Visit visit) {
    for (std::size_t first = 0; first < examples.size(); first += Probe::most_examples) {
        visit(examples.subspan(first, std::min(Probe::most_examples, examples.size() - first)));
    }
}

}  // namespace backprop
