#pragma once
/// A small random generator of our own: the standard library's distributions differ between libraries, and a link that
/// holds a seed must give the same numbers everywhere and for good. SplitMix64 (Steele, Lea, Flood 2014).

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "core/math.hpp"

namespace backprop {

class Random {
  public:
    /// `stream` separates uses of one seed that must not repeat each other.
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0) : state_(mixed(seed) ^ mixed(~stream)) {}

    std::uint64_t bits() {
        state_ += golden;
        return mixed(state_);
    }

    /// 0 ≤ u < 1, a multiple of 2⁻⁵³
    double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }
    double between(double low, double high) { return low + (high - low) * uniform(); }

    /// 0 … count − 1, for a count below 2³²
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(((bits() >> 32) * count) >> 32); }

    /// Mean 0, deviation 1 (Marsaglia's polar method: log and sqrt alone, which are the same everywhere).
    double normal() {
        while (true) {
            const double u = between(-1, 1);
            const double v = between(-1, 1);
            const double square = u * u + v * v;
            if (square > 0 && square < 1) return u * std::sqrt(-2 * math::log(square) / square);
        }
    }

  private:
    static constexpr std::uint64_t golden = 0x9e3779b97f4a7c15;

    static constexpr std::uint64_t mixed(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    std::uint64_t state_;
};

}  // namespace backprop
