#pragma once
/// The limits of a document and the check of everything a scenario must be before the core computes with it. Paths are
/// the document's ("layers.1.weights.0"), so that a caller can point at the field.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/scenario.hpp"

namespace backprop {

namespace limits {
inline constexpr std::size_t layers = 16;
inline constexpr std::size_t units = 64;
inline constexpr std::size_t inputs = 64;
inline constexpr std::size_t parameters = 20'000;
inline constexpr std::size_t examples = 10'000;
inline constexpr std::size_t steps = 1'000'000;
inline constexpr std::size_t seed = 4'294'967'295;
inline constexpr double state_step = 0x1p53;      ///< beyond that JavaScript does not count
inline constexpr std::size_t resolution = 512;    ///< of a landscape, per axis
inline constexpr std::size_t points = 1'000'000;  ///< of one `predict`
inline constexpr std::size_t paths = 1'000;       ///< of a derivation; more would make a list nobody reads
}  // namespace limits

/// "1 number", "3 numbers"
[[nodiscard]] std::string counted(std::size_t count, std::string_view what);

/// The sentences, in one place, so that every refusal of a kind reads the same.
[[nodiscard]] std::string expects_count(std::size_t expected, std::string_view what, std::size_t got);
[[nodiscard]] std::string expects_between(std::size_t least, std::size_t most, std::string_view what, std::size_t got);
[[nodiscard]] std::string expects_whole(std::size_t least, std::size_t most);

/// Shapes, limits, ranges and finiteness. Nothing when the scenario may be computed with.
[[nodiscard]] std::optional<Error> validate(const Scenario& scenario);

/// Ranges of a dataset; paths "dataset.count", "dataset.noise".
[[nodiscard]] std::optional<Error> validate(const Dataset& dataset);

/// Whether the ref names something this network has; paths "ref.layer", "ref.unit", "ref.input", "ref.bias".
[[nodiscard]] std::optional<Error> validate(const Ref& ref, const Network& network);

}  // namespace backprop
