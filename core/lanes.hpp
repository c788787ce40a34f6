#pragma once
/// The one vector type: a few doubles side by side, each lane computed as a lone double would be. What is written once
/// as a template over V runs with `double` or with 2, 4 or 8 lanes; lanes never mix, so every width gives the same
/// bits. Two lanes are a register on every machine this runs on (SSE2, NEON, WebAssembly's SIMD); more are registers in
/// turn, so that one can work while the other waits for its last result.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace backprop {

using Lanes2 = double __attribute__((vector_size(16)));

/// Written out, not looped: clang leaves a short loop over lanes rolled.
template <class Half>
struct Twice {
    Half low, high;

    friend Twice operator+(Twice x, Twice y) { return {x.low + y.low, x.high + y.high}; }
    friend Twice operator-(Twice x, Twice y) { return {x.low - y.low, x.high - y.high}; }
    friend Twice operator*(Twice x, Twice y) { return {x.low * y.low, x.high * y.high}; }
    friend Twice operator/(Twice x, Twice y) { return {x.low / y.low, x.high / y.high}; }
    friend Twice operator+(Twice x, double y) { return {x.low + y, x.high + y}; }
    friend Twice operator-(Twice x, double y) { return {x.low - y, x.high - y}; }
    friend Twice operator*(Twice x, double y) { return {x.low * y, x.high * y}; }
    friend Twice operator+(double x, Twice y) { return {x + y.low, x + y.high}; }
    friend Twice operator-(double x, Twice y) { return {x - y.low, x - y.high}; }
    friend Twice operator*(double x, Twice y) { return {x * y.low, x * y.high}; }
    friend Twice operator/(double x, Twice y) { return {x / y.low, x / y.high}; }
};

using Lanes4 = Twice<Lanes2>;
using Lanes8 = Twice<Lanes4>;

template <class V>
inline constexpr std::size_t width = sizeof(V) / sizeof(double);

/// The next width<V> numbers of a list; they need no alignment.
template <class V>
V load(const double* from) {
    V lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

template <class V>
void store(V lanes, double* to) {
    std::memcpy(to, &lanes, sizeof lanes);
}

/// The same number in every lane.
template <class V>
V all(double value) {
    if constexpr (std::is_same_v<V, double>) {
        return value;
    } else if constexpr (std::is_same_v<V, Lanes2>) {
        return V{value, value};
    } else {
        const auto half = all<decltype(V::low)>(value);
        return {half, half};
    }
}

/// A constant of a loop, made before it. Engines of WebAssembly write a constant of lanes anew at each use, in three
/// instructions; what the compiler cannot see through they keep.
#ifdef __wasm__
inline double kept(double constant) {
    asm("" : "+r"(constant));
    return constant;
}
#else
constexpr double kept(double constant) { return constant; }
#endif

/// x < y ? yes : no in each lane. NaN is below nothing and above nothing.
inline double where_below(double x, double y, double yes, double no) { return x < y ? yes : no; }
inline Lanes2 where_below(Lanes2 x, Lanes2 y, Lanes2 yes, Lanes2 no) { return x < y ? yes : no; }
template <class Half>
Twice<Half> where_below(Twice<Half> x, Twice<Half> y, Twice<Half> yes, Twice<Half> no) {
    return {where_below(x.low, y.low, yes.low, no.low), where_below(x.high, y.high, yes.high, no.high)};
}

/// x, but not below `low`, or not above `high`. NaN stays NaN, which std::clamp and fmin do not promise.
inline double at_least(double low, double x) { return x < low ? low : x; }
inline double at_most(double high, double x) { return high < x ? high : x; }
#ifdef __wasm_simd128__
// One instruction each. Where it sees a comparison, clang writes f64x2.max and min, which engines compile to eight.
inline Lanes2 at_least(double low, Lanes2 x) { return __builtin_wasm_pmax_f64x2(x, Lanes2{low, low}); }
inline Lanes2 at_most(double high, Lanes2 x) { return __builtin_wasm_pmin_f64x2(x, Lanes2{high, high}); }
#else
inline Lanes2 at_least(double low, Lanes2 x) { return x < low ? Lanes2{low, low} : x; }
inline Lanes2 at_most(double high, Lanes2 x) { return high < x ? Lanes2{high, high} : x; }
#endif
template <class Half>
Twice<Half> at_least(double low, Twice<Half> x) {
    return {at_least(low, x.low), at_least(low, x.high)};
}
template <class Half>
Twice<Half> at_most(double high, Twice<Half> x) {
    return {at_most(high, x.low), at_most(high, x.high)};
}

/// The same function of the bits of each lane.
template <class F>
double map_bits(double x, F f) {
    return __builtin_bit_cast(double, f(__builtin_bit_cast(std::uint64_t, x)));
}
template <class F>
Lanes2 map_bits(Lanes2 x, F f) {
    using Bits = std::uint64_t __attribute__((vector_size(16)));
    return __builtin_bit_cast(Lanes2, f(__builtin_bit_cast(Bits, x)));
}
template <class Half, class F>
Twice<Half> map_bits(Twice<Half> x, F f) {
    return {map_bits(x.low, f), map_bits(x.high, f)};
}

/// The magnitude, without its sign.
template <class V>
V magnitude(V x) {
    return map_bits(x, [](auto bits) { return bits & ~(std::uint64_t{1} << 63); });
}

/// Minus the magnitude.
template <class V>
V minus_magnitude(V x) {
    return map_bits(x, [](auto bits) { return bits | (std::uint64_t{1} << 63); });
}

/// The sign of `sign` on a magnitude that has none.
inline double with_sign(double magnitude, double sign) { return __builtin_copysign(magnitude, sign); }
inline Lanes2 with_sign(Lanes2 magnitude, Lanes2 sign) {
    using Bits = std::uint64_t __attribute__((vector_size(16)));
    const Bits sign_bit = __builtin_bit_cast(Bits, sign) & (std::uint64_t{1} << 63);
    return __builtin_bit_cast(Lanes2, __builtin_bit_cast(Bits, magnitude) | sign_bit);
}
template <class Half>
Twice<Half> with_sign(Twice<Half> magnitude, Twice<Half> sign) {
    return {with_sign(magnitude.low, sign.low), with_sign(magnitude.high, sign.high)};
}

/// Calls body(V{}, n) for n = 0 … count in steps of V's width: as wide as `Widest` as far as that goes, then narrower.
template <class Widest, class Body>
[[gnu::always_inline]] inline void over_lanes(std::size_t count, Body&& body) {
    std::size_t n = 0;
    if constexpr (2 < width<Widest>) {
        for (; n + width<Widest> <= count; n += width<Widest>) body(Widest{}, n);
    }
    for (; n + width<Lanes2> <= count; n += width<Lanes2>) body(Lanes2{}, n);
    if (n < count) body(double{}, n);
}

}  // namespace backprop
