#include "core/math.hpp"

#include <array>
#include <cstddef>

// The polynomials of sin, cos and erfc are those of FreeBSD's msun:
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
// business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice
// is preserved.

namespace backprop::math {

[[gnu::noinline]] double exp(double x) { return exp<double>(x); }

namespace {

/// x = quadrant·π/2 + head + tail, |head| ≤ π/4
struct Folded {
    double head;
    double tail;
    unsigned quadrant;  ///< modulo 4
};

/// Cody and Waite: π/2 in parts so short that their multiples are exact. For |x| < 2²⁰.
Folded fold_near(double x) {
    constexpr double two_over_pi = 0x1.45f306dc9c883p-1;
    constexpr double part1 = 0x1.921fb544p+0;
    constexpr double part2 = 0x1.0b4611a6p-34;
    constexpr double part3 = 0x1.3198a2e037073p-69;
    constexpr double shift = 0x1.8p52;
    const double n = (x * two_over_pi + shift) - shift;
    const double first = x - n * part1;
    const double second = n * part2;
    const double reduced = first - second;
    const double rest = n * part3 - ((first - reduced) - second);
    const double head = reduced - rest;
    return {head, (reduced - head) - rest, static_cast<unsigned>(static_cast<int>(n)) & 3};
}

/// 2/π after the binary point, 64 bits a word.
constexpr std::array<std::uint64_t, 20> two_over_pi_bits{
    0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561, 0xb7246e3a424dd2e0,
    0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4,
    0x9c845f8bbdf9283b, 0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
    0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d};

/// 64 bits of 2/π from bit `first`; bit 1 is the first after the point, what lies before it is 0.
std::uint64_t bits_from(int first) {
    const auto word = [](int index) { return index < 0 ? 0 : two_over_pi_bits[static_cast<std::size_t>(index)]; };
    const int at = first - 1 + 64;  // never negative here
    const int offset = at % 64;
    const std::uint64_t high = word(at / 64 - 1) << offset;
    return offset == 0 ? high : high | word(at / 64) >> (64 - offset);
}

__extension__ typedef unsigned __int128 Wide;

/// Payne and Hanek: only those bits of 2/π matter whose product with x is below 4. For |x| ≥ 2²⁰.
Folded fold_far(double x) {
    const auto bits = __builtin_bit_cast(std::uint64_t, x);
    const int exponent = static_cast<int>(bits >> 52 & 0x7ff) - 1075;
    const std::uint64_t mantissa = (bits & 0xfffffffffffff) | 0x10000000000000;
    // |x|·2/π modulo 4, in units of 2⁻¹⁹⁰: the low three words of mantissa times 192 bits.
    const int first = exponent - 1;
    const Wide low = static_cast<Wide>(mantissa) * bits_from(first + 128);
    const Wide middle = static_cast<Wide>(mantissa) * bits_from(first + 64) + static_cast<std::uint64_t>(low >> 64);
    const std::uint64_t top = mantissa * bits_from(first) + static_cast<std::uint64_t>(middle >> 64);
    const auto next = static_cast<std::uint64_t>(middle);
    unsigned quadrant = static_cast<unsigned>(top >> 62);
    Wide fraction =
        static_cast<Wide>(top << 2 | next >> 62) << 64 | (next << 2 | static_cast<std::uint64_t>(low) >> 62);
    const bool above_half = (fraction >> 127) != 0;
    if (above_half) {
        fraction = ~fraction + 1;
        ++quadrant;
    }
    // Quarters of a turn as head + tail, then times π/2.
    constexpr double half_pi = 0x1.921fb54442d18p+0;
    constexpr double half_pi_rest = 0x1.1a62633145c07p-54;
    const double high = static_cast<double>(static_cast<std::uint64_t>(fraction >> 75)) * 0x1p-53;
    const double rest = static_cast<double>(static_cast<std::uint64_t>(fraction >> 11)) * 0x1p-117;
    // high·π/2 in two parts, by splitting both factors (Dekker).
    constexpr double split = 0x1p27 + 1;
    const double high_top = high * split - (high * split - high);
    const double pi_top = half_pi * split - (half_pi * split - half_pi);
    const double product = high * half_pi;
    const double lost = ((high_top * pi_top - product) + high_top * (half_pi - pi_top) + (high - high_top) * pi_top) +
                        (high - high_top) * (half_pi - pi_top);
    const double tail = lost + (high * half_pi_rest + rest * half_pi);
    const double head = product + tail;
    const double sign = (x < 0) != above_half ? -1 : 1;
    return {sign * head, sign * ((product - head) + tail), x < 0 ? (4 - quadrant) & 3 : quadrant & 3};
}

double sin_kernel(double x, double tail) {
    const double z = x * x;
    const double r =
        8.33333333332248946124e-03 +
        z * (-1.98412698298579493134e-04 +
             z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
    const double v = z * x;
    return x - ((z * (0.5 * tail - v * r) - tail) - v * -1.66666666666666324348e-01);
}

double cos_kernel(double x, double tail) {
    const double z = x * x;
    const double r = z * (4.16666666666666019037e-02 +
                          z * (-1.38888888888741095749e-03 +
                               z * (2.48015872894767294178e-05 +
                                    z * (-2.75573143513906633035e-07 +
                                         z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
    const double half = 0.5 * z;
    const double w = 1 - half;
    return w + (((1 - w) - half) + (z * r - x * tail));
}

/// coefficients[0] + x·(coefficients[1] + x·(…))
template <std::size_t n>
double polynomial(const std::array<double, n>& coefficients, double x) {
    double sum = 0;
    for (std::size_t k = n; k-- > 0;) sum = sum * x + coefficients[k];
    return sum;
}

/// For 0.84375 ≤ x < 28.
double erfc_far(double x) {
    if (x < 1.25) {
        constexpr double erf_of_1 = 8.45062911510467529297e-01;
        constexpr std::array p{-2.36211856075265944077e-03, 4.14856118683748331666e-01,  -3.72207876035701323847e-01,
                               3.18346619901161753674e-01,  -1.10894694282396677476e-01, 3.54783043256182359371e-02,
                               -2.16637559486879084300e-03};
        constexpr std::array q{1.0,
                               1.06420880400844228286e-01,
                               5.40397917702171048937e-01,
                               7.18286544141962662868e-02,
                               1.26171219808761642112e-01,
                               1.36370839120290507362e-02,
                               1.19844998467991074170e-02};
        return 1 - erf_of_1 - polynomial(p, x - 1) / polynomial(q, x - 1);
    }
    constexpr std::array near_r{-9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01,
                                -6.23753324503260060396e+01, -1.62396669462573470355e+02, -1.84605092906711035994e+02,
                                -8.12874355063065934246e+01, -9.81432934416914548592e+00};
    constexpr std::array near_s{1.0,
                                1.96512716674392571292e+01,
                                1.37657754143519042600e+02,
                                4.34565877475229228821e+02,
                                6.45387271733267880336e+02,
                                4.29008140027567833386e+02,
                                1.08635005541779435134e+02,
                                6.57024977031928170135e+00,
                                -6.04244152148580987438e-02};
    constexpr std::array far_r{-9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01,
                               -1.60636384855821916062e+02, -6.37566443368389627722e+02, -1.02509513161107724954e+03,
                               -4.83519191608651397019e+02};
    constexpr std::array far_s{1.0,
                               3.03380607434824582924e+01,
                               3.25792512996573918826e+02,
                               1.53672958608443695994e+03,
                               3.19985821950859553908e+03,
                               2.55305040643316442583e+03,
                               4.74528541206955367215e+02,
                               -2.24409524465858183362e+01};
    const double s = 1 / (x * x);
    const bool near = x < 1 / 0.35;
    const double ratio =
        near ? polynomial(near_r, s) / polynomial(near_s, s) : polynomial(far_r, s) / polynomial(far_s, s);
    // x² exactly, in two parts: its rounding would be e^x² times larger in the result.
    const double short_x = __builtin_bit_cast(double, __builtin_bit_cast(std::uint64_t, x) & 0xffffffff00000000);
    return exp(-short_x * short_x - 0.5625) * exp((short_x - x) * (short_x + x) + ratio) / x;
}

}  // namespace

SinCos sin_cos(double x) {
    const double magnitude = x < 0 ? -x : x;
    if (!(magnitude < __builtin_huge_val())) return {x - x, x - x};
    const auto [head, tail, quadrant] = magnitude < 0x1p20 ? fold_near(x) : fold_far(x);
    const double s = sin_kernel(head, tail);
    const double c = cos_kernel(head, tail);
    switch (quadrant) {
        case 0:
            return {s, c};
        case 1:
            return {c, -s};
        case 2:
            return {-s, -c};
        default:
            return {-c, s};
    }
}

double erfc(double x) {
    const double magnitude = x < 0 ? -x : x;
    if (magnitude < 0.84375) {
        constexpr std::array p{1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02,
                               -5.77027029648944159157e-03, -2.37630166566501626084e-05};
        constexpr std::array q{1.0,
                               3.97917223959155352819e-01,
                               6.50222499887672944485e-02,
                               5.08130628187576562776e-03,
                               1.32494738004321644526e-04,
                               -3.96022827877536812320e-06};
        const double y = polynomial(p, x * x) / polynomial(q, x * x);
        return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
    }
    if (magnitude < 28) return x < 0 ? 2 - erfc_far(-x) : erfc_far(x);
    return x < 0 ? 2 : x > 0 ? 0 : x;
}

}  // namespace backprop::math
