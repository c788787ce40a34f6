#pragma once
/// exp, tanh, log, sin, cos and erfc of our own. libm's differ between systems; these are plain IEEE double arithmetic,
/// so the native build, every browser and every C library give the same bits. Branch-free, so that they can run over
/// vector lanes, and within 2 ulp over the whole range (tests/core/math.test.cpp). NaN stays NaN.

#include <cstdint>

namespace backprop::math {

namespace detail {

/// x = n·ln 2 + r with |r| ≤ ln 2 / 2, and e^r − 1 = head + rest: all that exp and tanh need of x.
struct Reduced {
    double head;          ///< r but for its last bits, exact
    double rest;          ///< a rounding here is small beside the head
    std::uint64_t n_low;  ///< n, as the low half of 2ⁿ asks for it: two factors, since 2ⁿ alone may not be a double
    std::uint64_t n_high;
};

inline double power_of_two(std::uint64_t n) { return __builtin_bit_cast(double, (n + 1023) << 52); }

/// For −1076 ≤ x·log₂e ≤ 1024; the callers see to that.
inline Reduced reduce(double x) {
    // Adding 1.5·2⁵² rounds to a whole number and leaves it in the low bits: no conversion that could trap on NaN.
    constexpr double shift = 0x1.8p52;
    constexpr double log2_e = 0x1.71547652b82fep0;
    // ln 2 in two parts (fdlibm): the first has so few bits that n times it is exact.
    constexpr double ln2_high = 0x1.62e42feep-1;
    constexpr double ln2_low = 0x1.a39ef35793c76p-33;
    const double shifted = x * log2_e + shift;
    const double n = shifted - shift;
    const double head = x - n * ln2_high;
    const double tail = n * ln2_low;
    const double r = head - tail;
    // Taylor to r¹³: |r| ≤ 0.347 leaves 4e-18 of e^r.
    double q = 1.0 / 6227020800;
    q = q * r + 1.0 / 479001600;
    q = q * r + 1.0 / 39916800;
    q = q * r + 1.0 / 3628800;
    q = q * r + 1.0 / 362880;
    q = q * r + 1.0 / 40320;
    q = q * r + 1.0 / 5040;
    q = q * r + 1.0 / 720;
    q = q * r + 1.0 / 120;
    q = q * r + 1.0 / 24;
    q = q * r + 1.0 / 6;
    q = q * r + 0.5;
    const auto whole = static_cast<std::int64_t>(__builtin_bit_cast(std::uint64_t, shifted) -
                                                 __builtin_bit_cast(std::uint64_t, shift));
    const std::int64_t low = whole >> 1;
    return {head, r * r * q - tail, static_cast<std::uint64_t>(low), static_cast<std::uint64_t>(whole - low)};
}

/// Comparisons keep NaN, which std::clamp and fmin do not promise.
inline double bounded(double x, double low, double high) {
    x = x < low ? low : x;
    return x > high ? high : x;
}

}  // namespace detail

/// e^x; 0 below −745.2, ∞ above 709.8.
inline double exp(double x) {
    const auto [head, rest, low, high] = detail::reduce(detail::bounded(x, -746, 710));
    return (1 + (head + rest)) * detail::power_of_two(low) * detail::power_of_two(high);
}

/// e^x − 1 for x ≤ 0, where it does not cancel.
inline double expm1_below(double x) {
    const auto [head, rest, low, high] = detail::reduce(detail::bounded(x, -746, 0));
    const double scale = detail::power_of_two(low) * detail::power_of_two(high);
    return (scale * head + (scale - 1)) + scale * rest;
}

/// tanh x and its slope 1 − tanh² x from one exponential, neither by subtraction of near equals.
struct Tanh {
    double value;
    double slope;
};

inline Tanh tanh(double x) {
    // With E = e^(2|x|) − 1: tanh |x| = E / (E + 2), slope = (1 + tanh |x|) · 2 / (E + 2).
    constexpr double slope_is_zero = 354.5;  // here E would overflow, and the slope is below 1e-307
    const double magnitude = x < 0 ? -x : x;
    const auto [head, rest, low, high] = detail::reduce(detail::bounded(2 * magnitude, 0, 2 * slope_is_zero));
    const double scale = detail::power_of_two(low + high);
    const double sum = scale * head + (scale - 1);
    const double expm1 = sum + scale * rest;
    const double denominator = expm1 + 2;
    // What rounding took from expm1 and from the denominator is given back below; without that the quotient is 2.5 ulp
    // off.
    const double expm1_lost = scale * rest - (expm1 - sum);
    const double expm1_kept = denominator - 2;
    const double denominator_lost = (2 - (denominator - expm1_kept)) + (expm1 - expm1_kept) + expm1_lost;
    const double quotient = expm1 / denominator;
    const double two_over = 2 / denominator;
    const double value = quotient + (expm1_lost - quotient * denominator_lost) * (0.5 * two_over);
    const double slope = (1 + value) * two_over;
    return {__builtin_copysign(value, x), magnitude > slope_is_zero ? 0.0 : slope};
}

/// Natural logarithm; −∞ at 0, NaN below.
inline double log(double x) {
    // x = 2^k · (1 + f) with √½ ≤ 1 + f < √2; then fdlibm's polynomial in s = f / (2 + f).
    constexpr double smallest_normal = 0x1p-1022;
    constexpr double ln2_high = 0x1.62e42feep-1;
    constexpr double ln2_low = 0x1.a39ef35793c76p-33;
    const bool subnormal = x < smallest_normal;
    const double scaled = subnormal ? x * 0x1p54 : x;
    const auto bits = __builtin_bit_cast(std::uint64_t, scaled);
    const auto whole = static_cast<std::int64_t>(bits - 0x3fe6a09e667f3bcd) >> 52;
    const double f = __builtin_bit_cast(double, bits - (static_cast<std::uint64_t>(whole) << 52)) - 1;
    const double k = static_cast<double>(whole) - (subnormal ? 54.0 : 0.0);
    const double half_square = 0.5 * f * f;
    const double s = f / (2 + f);
    const double z = s * s;
    double r = 1.479819860511658591e-01;
    r = r * z + 1.531383769920937332e-01;
    r = r * z + 1.818357216161805012e-01;
    r = r * z + 2.222219843214978396e-01;
    r = r * z + 2.857142874366239149e-01;
    r = r * z + 3.999999999940941908e-01;
    r = r * z + 6.666666666666735130e-01;
    const double result = k * ln2_high - ((half_square - (s * (half_square + r * z) + k * ln2_low)) - f);
    constexpr double infinity = __builtin_huge_val();
    if (x == 0) return -infinity;
    if (x == infinity) return x;
    return x > 0 ? result : __builtin_nan("");
}

/// ln(1 + x) for x ≥ 0, also where 1 + x rounds to 1.
inline double log1p(double x) {
    const double sum = 1 + x;
    const double lost = x - (sum - 1);
    return log(sum) + lost / sum;
}

struct SinCos {
    double sin;
    double cos;
};

/// Both at once, since a value and its slope need both; NaN of ±∞. Within 1 ulp for every double.
[[nodiscard]] SinCos sin_cos(double x);

/// 2/√π ∫ₓ^∞ e^−t² dt, with all digits where it is small.
[[nodiscard]] double erfc(double x);

}  // namespace backprop::math
