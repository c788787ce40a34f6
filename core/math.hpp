#pragma once
/// exp, tanh, log, sin, cos and erfc of our own. libm's differ between systems; these are plain IEEE double arithmetic,
/// so the native build, every browser and every C library give the same bits. What is a template here is branch-free
/// and written once for a `double` or for vector lanes (V), within 2 ulp over the whole range
/// (tests/core/math.test.cpp). NaN stays NaN.

#include "core/lanes.hpp"

namespace backprop::math {

namespace detail {

// ln 2 in two parts (fdlibm): the first has so few bits that a whole number times it is exact.
inline constexpr double ln2_high = 0x1.62e42feep-1;
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;

/// Adding 1.5·2⁵² rounds to a whole number and leaves it in the low bits: no conversion that could trap on NaN.
inline constexpr double whole = 0x1.8p52;

/// 2ⁿ for a whole n from −1022 to 1023.
template <class V>
[[gnu::always_inline]] inline V power_of_two(V n) {
    return map_bits(n + (whole + 1023), [](auto bits) { return bits << 52; });
}

/// x = n·ln 2 + r with |r| ≤ ln 2 / 2, and e^r − 1 = head + rest: all that exp and tanh need of x.
template <class V>
struct Reduced {
    V head;  ///< r but for its last bits, exact
    V rest;  ///< a rounding here is small beside the head
    V n;     ///< a whole number
};

template <class V>
[[gnu::always_inline]] inline Reduced<V> reduce(V x) {
    constexpr double log2_e = 0x1.71547652b82fep0;
    const V n = (x * log2_e + whole) - whole;
    const V head = x - n * ln2_high;
    const V tail = n * ln2_low;
    const V r = head - tail;
    const V r2 = r * r;
    // e^r = 1 + r + r²·q(r). Remez over |r| ≤ ln 2 / 2 leaves 3e-19 of e^r − 1. In pairs (Estrin), so that few
    // sums wait for another.
    const V r4 = r2 * r2;
    const V q01 = r * 0x1.5555555555559p-3 + 0.5;
    const V q23 = r * 0x1.111111110f699p-7 + 0x1.555555555555ap-5;
    const V q45 = r * 0x1.a01a01afeefaep-13 + 0x1.6c16c16c1443fp-10;
    const V q67 = r * 0x1.71ddf8384941ep-19 + 0x1.a01a01b0bcd7fp-16;
    const V q89 = r * 0x1.af5ef2ce5afc8p-26 + 0x1.27e4c593c90dap-22;
    const V high = (q89 + r2 * 0x1.1f957855bd35bp-29) * r4 + (q45 + q67 * r2);
    return {head, r2 * (high * r4 + (q01 + q23 * r2)) - tail, n};
}

template <class V>
[[gnu::always_inline]] inline V bounded(double low, double high, V x) {
    return at_most(high, at_least(low, x));
}

/// x = 2ᵏ · (1 + f) with 1 + f from √½ to √2, and ln (1 + f) = f − half + rest.
template <class V>
struct Split {
    V k;     ///< a whole number
    V f;     ///< exact
    V half;  ///< f² / 2
    V rest;
};

inline constexpr std::uint64_t sqrt_half = 0x3fe6a09e00000000;  // just below, in bits
inline constexpr std::uint64_t one_less_sqrt_half = 0x3ff0000000000000 - sqrt_half;
inline constexpr std::uint64_t fraction = (std::uint64_t{1} << 52) - 1;
inline constexpr std::uint64_t two_to_52 = 0x4330000000000000;

/// For x from the smallest normal number on; fdlibm's e_log.c, with its coefficients.
template <class V>
Split<V> split(V x) {
    // The exponent in the low bits of 2⁵² is a double without a conversion.
    const V k =
        map_bits(x, [](auto bits) { return ((bits + one_less_sqrt_half) >> 52) | two_to_52; }) - (0x1p52 + 1023);
    const V f = map_bits(x, [](auto bits) { return ((bits + one_less_sqrt_half) & fraction) + sqrt_half; }) - 1.0;
    const V s = f / (2.0 + f);
    const V s2 = s * s;
    const V s4 = s2 * s2;
    V even = s4 * 0x1.39a09d078c69fp-3 + 0x1.c71c51d8e78afp-3;
    even = (even * s4 + 0x1.999999997fa04p-2) * s4;
    V odd = s4 * 0x1.2f112df3e5244p-3 + 0x1.7466496cb03dep-3;
    odd = odd * s4 + 0x1.2492494229359p-2;
    odd = (odd * s4 + 0x1.5555555555593p-1) * s2;
    const V half = 0.5 * f * f;
    return {k, f, half, s * (half + (even + odd))};
}

/// The logarithm of u: `value` where u is positive and finite, `above` where it is infinite or not a number.
template <class V>
V log_limits(V u, V value, V above) {
    constexpr double infinity = __builtin_huge_val();
    constexpr double smallest = 0x1p-1074;
    const V up = where_below(u, all<V>(infinity), value, above);
    const V from_zero = where_below(u, all<V>(smallest), all<V>(-infinity), up);
    return where_below(u, all<V>(0), all<V>(__builtin_nan("")), from_zero);
}

}  // namespace detail

/// e^x; 0 below −745.2, ∞ above 709.8.
template <class V>
[[gnu::always_inline]] inline V exp(V x) {
    const auto [head, rest, n] = detail::reduce<V>(detail::bounded<V>(-746, 710, x));
    // In two factors: 2ⁿ alone may not be a double where e^x is one.
    const V low = (n * 0.5 + detail::whole) - detail::whole;
    return (1.0 + (head + rest)) * detail::power_of_two<V>(low) * detail::power_of_two<V>(n - low);
}

/// e^x − 1 for x ≤ 0, where it does not cancel.
template <class V>
V expm1_below(V x) {
    const auto [head, rest, n] = detail::reduce<V>(detail::bounded<V>(-100, 0, x));
    const V scale = detail::power_of_two<V>(n);
    return (scale * head + (scale - 1.0)) + scale * rest;
}

/// tanh x and its slope 1 − tanh² x from one exponential, neither by subtraction of near equals.
template <class V>
struct Tanh {
    V value;
    V slope;
};

namespace detail {

// Here E would overflow, and the slope is below 1e-307.
inline constexpr double slope_is_zero = 354.5;

}  // namespace detail

/// E = e^(2|x|) − 1 for tanh, and what rounding took from it.
template <class V>
struct Expm1 {
    V value;
    V lost;
};

template <class V>
[[gnu::always_inline]] inline Expm1<V> expm1_of_twice(V x) {
    const auto [head, rest, n] = detail::reduce<V>(at_most(2 * detail::slope_is_zero, 2.0 * magnitude(x)));
    const V scale = detail::power_of_two<V>(n);
    const V first = scale * head + (scale - 1.0);
    const V second = scale * rest;
    const V sum = first + second;
    return {sum, second - (sum - first)};
}

/// With E of the same x: tanh |x| = E / (E + 2), slope = (1 + tanh |x|) · 2 / (E + 2).
template <class V>
[[gnu::always_inline]] inline Tanh<V> tanh(V x, Expm1<V> expm1) {
    const V denominator = expm1.value + 2.0;
    // What rounding took from both is given back below; without that the quotient is 2.5 ulp off.
    const V kept = denominator - 2.0;
    const V denominator_lost = (2.0 - (denominator - kept)) + (expm1.value - kept) + expm1.lost;
    const V quotient = expm1.value / denominator;
    const V two_over = 2.0 / denominator;
    const V value = quotient + (expm1.lost - quotient * denominator_lost) * (0.5 * two_over);
    const V slope = (1.0 + value) * two_over;
    const V size = magnitude(x);
    return {with_sign(value, x), where_below(all<V>(detail::slope_is_zero), size, all<V>(0), slope)};
}

template <class V>
[[gnu::always_inline]] inline Tanh<V> tanh(V x) {
    return tanh(x, expm1_of_twice(x));
}

/// ln x; −∞ at 0, NaN below.
template <class V>
V log(V x) {
    constexpr double smallest_normal = 0x1p-1022;
    const V tiny = where_below(x, all<V>(smallest_normal), all<V>(1), all<V>(0));
    const auto [k, f, half, rest] = detail::split<V>(x * (1.0 + tiny * (0x1p54 - 1.0)));
    const V n = k - 54.0 * tiny;
    const V value = n * detail::ln2_high - ((half - (rest + n * detail::ln2_low)) - f);
    return detail::log_limits(x, value, x);
}

/// ln (1 + x), exact where x is small; −∞ at −1, NaN below.
template <class V>
V log1p(V x) {
    const V u = 1.0 + x;
    // What the sum rounded away, by which of the two is the larger.
    const V lost = where_below(u, all<V>(2), x - (u - 1.0), 1.0 - (u - x)) / u;
    const auto [k, f, half, rest] = detail::split<V>(u);
    const V value = rest + (k * detail::ln2_low + lost) - half + f + k * detail::ln2_high;
    return detail::log_limits(u, where_below(magnitude(x), all<V>(0x1p-54), x, value), x);
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
