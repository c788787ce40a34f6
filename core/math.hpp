#pragma once
/// exp, tanh, log, sin, cos and erfc of our own. libm's differ between systems; these are plain IEEE double arithmetic,
/// so the native build, every browser and every C library give the same bits. What is a template here is branch-free
/// and written once for a `double` or for vector lanes (V), within 2 ulp over the whole range
/// (tests/core/math.test.cpp). NaN stays NaN. What no step of a run waits for is never inlined: each copy would be code
/// that every visitor loads.

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
    return map_bits(n + kept(whole + 1023), [](auto bits) { return bits << 52; });
}

/// 2x = n·ln 2 + 2h and e^2h = (1 + bulge + h) / (1 + bulge − h): half the argument, since e^2x and tanh x come from
/// the same h.
template <class V>
struct Reduced {
    V n;      ///< a whole number
    V head;   ///< h before its last bits are taken off, exact
    V tail;   ///< h = head − tail, rounded
    V h;      ///< at most 0.26
    V bulge;  ///< h·coth h − 1, at most 0.03
};

/// n is the whole number nearest to 2·shifted / ln 2.
template <class V>
[[gnu::always_inline]] inline Reduced<V> reduce_twice(V x, V shifted) {
    constexpr double two_log2_e = 0x1.71547652b82fep1;
    const V n = (shifted * kept(two_log2_e) + kept(whole)) - kept(whole);
    const V head = x - n * kept(ln2_high / 2);
    const V tail = n * kept(ln2_low / 2);
    const V h = head - tail;
    const V h2 = h * h;
    const V h4 = h2 * h2;
    // Remez over |h| ≤ 0.26 leaves 2⁻⁶². In pairs (Estrin), so that few sums wait for another.
    const V q12 = h2 * kept(-0x1.6c16c16c13559p-6) + kept(0x1.5555555555552p-2);
    const V q34 = h2 * kept(-0x1.bbd75cf282e6fp-13) + kept(0x1.1566abb5d120ap-9);
    const V q56 = h2 * kept(-0x1.1bba0315e2418p-19) + kept(0x1.66953ee760e8fp-16);
    return {n, head, tail, h, h2 * (h4 * (h4 * q56 + q34) + q12)};
}

/// e^x = 2ⁿ·(1 + head + rest)
template <class V>
struct Power {
    V n;
    V head;  ///< exact
    V rest;  ///< a rounding here is small beside the head
};

template <class V>
[[gnu::always_inline]] inline Power<V> power(V x) {
    const V half = 0.5 * x;
    const auto [n, head, tail, h, bulge] = reduce_twice<V>(half, half);
    const V c = h - bulge;
    return {n, 2.0 * head, 2.0 * (h * c / (1.0 - c) - tail)};
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
[[gnu::noinline]] Split<V> split(V x) {
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
[[gnu::noinline]] V log_limits(V u, V value, V above) {
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
    const auto [n, head, rest] = detail::power<V>(detail::bounded<V>(-746, 710, x));
    // In two factors: 2ⁿ alone may not be a double where e^x is one.
    const V low = (n * 0.5 + detail::whole) - detail::whole;
    return (1.0 + (head + rest)) * detail::power_of_two<V>(low) * detail::power_of_two<V>(n - low);
}

/// The same, one copy for all who ask for one number.
[[nodiscard]] double exp(double x);

/// e^−|x| / (1 + e^−|x|), which is at most ½: with e^−|x| = 2ⁿ·(1 + bulge + h) / (1 + bulge − h), and every sum times
/// 1 + bulge − h, so that nothing but the result is divided.
template <class V>
[[gnu::always_inline]] inline V smaller_share(V x) {
    const V half = 0.5 * at_least(-746, minus_magnitude(x));
    const auto [n, head, tail, h, bulge] = detail::reduce_twice<V>(half, half);
    // In two factors: 2ⁿ alone may not be a double where e^x is one.
    const V low = (n * 0.5 + detail::whole) - detail::whole;
    const V part = detail::power_of_two<V>(low);
    const V other = detail::power_of_two<V>(n - low);
    const V scale = part * other;
    const V denominator = (1.0 + scale) + ((1.0 + scale) * bulge - (1.0 - scale) * h);
    return part * (1.0 + (bulge + h)) / denominator * other;
}

/// e^x − 1 for x ≤ 0, where it does not cancel.
template <class V>
[[gnu::noinline]] V expm1_below(V x) {
    const auto [n, head, rest] = detail::power<V>(detail::bounded<V>(-100, 0, x));
    const V scale = detail::power_of_two<V>(n);
    return (scale * head + (scale - 1.0)) + scale * rest;
}

/// What tanh takes of e^(−2|x|) = 2ⁿ·(1 + bulge + h) / (1 + bulge − h).
template <class V>
struct TanhParts {
    V n;
    V h;
    V bulge;
};

template <class V>
[[gnu::always_inline]] inline TanhParts<V> tanh_parts(V x) {
    constexpr double slope_is_zero = -354.55;  // from here on 2ⁿ is 0: the slope would be below 1e-307
    // n goes from 0 to −1 where tanh passes ¼: there h is small, and so is what rounding takes from it.
    constexpr double shift = 0.086;
    const V size = at_least(kept(slope_is_zero), minus_magnitude(x));
    const auto [n, head, tail, h, bulge] = detail::reduce_twice<V>(size, size + kept(shift));
    return {n, h, bulge};
}

/// tanh x and its slope 1 − tanh² x from one exponential, neither by subtraction of near equals.
template <class V>
struct Tanh {
    V value;
    V slope;
};

/// With s = e^(−2|x|): tanh |x| = (1 − s) / (1 + s), or 1 − 2s / (1 + s) where that is the more exact, and the slope
/// (1 + tanh |x|) · 2s / (1 + s); every sum and difference times 1 + bulge − h, so that nothing but the results is
/// divided.
template <class V>
[[gnu::always_inline]] inline Tanh<V> tanh(V x, TanhParts<V> parts) {
    const auto [n, h, bulge] = parts;
    const V scale = detail::power_of_two<V>(n);
    const V less = kept(1) - scale;
    const V more = kept(1) + scale;
    const V denominator = more + (more * bulge - less * h);
    const V numerator = less + ((less * bulge - h) - scale * h);
    const V s = scale * ((bulge + h) + kept(1));
    const V rest = (s + s) / denominator;
    const V size = where_below(rest, all<V>(kept(0.46)), kept(1) - rest, numerator / denominator);
    return {with_sign(size, x), (kept(1) + size) * rest};
}

template <class V>
[[gnu::always_inline]] inline Tanh<V> tanh(V x) {
    return tanh(x, tanh_parts(x));
}

/// ln x; −∞ at 0, NaN below.
template <class V>
[[gnu::noinline]] V log(V x) {
    constexpr double smallest_normal = 0x1p-1022;
    const V tiny = where_below(x, all<V>(smallest_normal), all<V>(1), all<V>(0));
    const auto [k, f, half, rest] = detail::split<V>(x * (1.0 + tiny * (0x1p54 - 1.0)));
    const V n = k - 54.0 * tiny;
    const V value = n * detail::ln2_high - ((half - (rest + n * detail::ln2_low)) - f);
    return detail::log_limits(x, value, x);
}

/// ln (1 + x), exact where x is small; −∞ at −1, NaN below.
template <class V>
[[gnu::noinline]] V log1p(V x) {
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
