#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <iterator>
#include <limits>

#include "catch.hpp"
#include "math_table.hpp"
#include "networks.hpp"

using namespace backprop;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
constexpr double largest = std::numeric_limits<double>::max();

constexpr double most_ulps = 2;
constexpr double slope_ulps = 4;  // a square and a product on top of tanh itself

/// The unit of the last place of a double.
double ulp(double value) {
    int exponent = 0;
    std::frexp(value, &exponent);
    return std::ldexp(1.0, std::max(exponent - 53, -1074));
}

double error(double got, const test::TrueValue& expected) {
    return std::abs((got - expected.nearest) / ulp(expected.nearest) - expected.remainder);
}

template <class Function, std::size_t n>
double worst_error(Function function, const test::TrueValue (&table)[n]) {
    double worst = 0;
    for (const test::TrueValue& expected : table) worst = std::max(worst, error(function(expected.x), expected));
    return worst;
}

/// Against libm at a higher precision, where the machine has one; elsewhere libm's own error counts too.
double error(double got, long double expected) {
    return static_cast<double>(std::fabs(static_cast<long double>(got) - expected)) /
           ulp(static_cast<double>(expected));
}

/// Even over the range of interest, dense near 0, and in between.
double anywhere(test::Random& random, double range) {
    switch (random.below(3)) {
        case 0:
            return random.between(-range, range);
        case 1:
            return random.between(-2, 2);
        default:
            return std::ldexp(random.between(-1, 1), -static_cast<int>(random.below(60)));
    }
}

double any_positive(test::Random& random) {
    return std::ldexp(random.between(1, 2), static_cast<int>(random.below(2098)) - 1074);
}

bool same(double one, double other) {
    return std::memcmp(&one, &other, sizeof one) == 0 || (std::isnan(one) && std::isnan(other));
}

/// Whether 4 and 2 lanes give the bits of four doubles alone.
template <class Function>
bool lanes_agree(const double (&x)[4], Function function) {
    double four[4], two[2];
    store(function(load<Lanes4>(x)), four);
    store(function(load<Lanes2>(x)), two);
    bool agree = same(two[0], four[0]) && same(two[1], four[1]);
    for (int k = 0; k < 4; ++k) agree &= same(four[k], function(x[k]));
    return agree;
}

constexpr int draws = 300'000;

}  // namespace

TEST_CASE("exp, tanh, log and log1p are within 2 ulp of the true value over their whole range") {
    CHECK(worst_error([](double x) { return math::exp(x); }, test::true_exp) <= most_ulps);
    CHECK(worst_error([](double x) { return math::tanh(x).value; }, test::true_tanh) <= most_ulps);
    CHECK(worst_error([](double x) { return math::tanh(x).slope; }, test::true_tanh_slope) <= slope_ulps);
    CHECK(worst_error([](double x) { return math::log(x); }, test::true_log) <= most_ulps);
    CHECK(worst_error([](double x) { return math::log1p(x); }, test::true_log1p) <= most_ulps);
    CHECK(worst_error([](double x) { return math::expm1_below(x); }, test::true_expm1_below) <= most_ulps);
}

TEST_CASE("exp is within 2 ulp of the C library's, with more digits, at random places") {
    test::Random random(1);
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double x = anywhere(random, 745);
        const long double expected = std::exp(static_cast<long double>(x));
        if (expected < static_cast<long double>(largest)) worst = std::max(worst, error(math::exp(x), expected));
    }
    CHECK(worst <= most_ulps);
}

TEST_CASE("tanh is within 2 ulp of the C library's, with more digits, at random places") {
    test::Random random(2);
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double x = anywhere(random, 25);
        worst = std::max(worst, error(math::tanh(x).value, std::tanh(static_cast<long double>(x))));
    }
    CHECK(worst <= most_ulps);
}

TEST_CASE("the slope of tanh keeps its digits where tanh is nearly 1") {
    test::Random random(3);
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double x = anywhere(random, 350);
        const long double cosh = std::cosh(static_cast<long double>(x));
        worst = std::max(worst, error(math::tanh(x).slope, 1 / (cosh * cosh)));
    }
    CHECK(worst <= slope_ulps);
}

TEST_CASE(
    "the smaller share keeps its digits as far out as there is a double for it, and nowhere is more than a half") {
    constexpr double share_ulps = 2.5;  // a numerator, a denominator and a quotient, each its own half
    test::Random random(5);
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double x = anywhere(random, 745);
        const long double e = std::exp(-std::fabs(static_cast<long double>(x)));
        worst = std::max(worst, error(math::smaller_share(x), e / (1 + e)));
        CHECK(math::smaller_share(x) <= 0.5);
    }
    CHECK(worst <= share_ulps);
    CHECK(math::smaller_share(-746.0) == 0);
}

TEST_CASE("log, log1p and expm1_below are within 2 ulp of the C library's, with more digits, at random places") {
    test::Random random(4);
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double x = random.coin() ? any_positive(random) : std::abs(anywhere(random, 1000)) + smallest;
        worst = std::max(worst, error(math::log(x), std::log(static_cast<long double>(x))));
        const double y = std::max(random.coin() ? x : anywhere(random, 1), -1 + 0x1p-53);
        worst = std::max(worst, error(math::log1p(y), std::log1p(static_cast<long double>(y))));
        worst = std::max(worst, error(math::expm1_below(-x), std::expm1(static_cast<long double>(-x))));
    }
    CHECK(worst <= most_ulps);
}

TEST_CASE("sin and cos are within 1 ulp, near 0, at multiples of a quarter turn and as far as doubles go") {
    test::Random random(7);
    constexpr double one_ulp = 1;
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double quarter = std::floor(random.between(0, 1e5)) * 1.5707963267948966;
        const double far = std::ldexp(random.between(-1, 1), static_cast<int>(random.below(1024)));
        for (const double x : {anywhere(random, 1e6), quarter, far}) {
            const auto [sin, cos] = math::sin_cos(x);
            worst = std::max(worst, error(sin, std::sin(static_cast<long double>(x))));
            worst = std::max(worst, error(cos, std::cos(static_cast<long double>(x))));
        }
    }
    CHECK(worst <= one_ulp);
    CHECK(std::isnan(math::sin_cos(infinity).sin));
    CHECK(std::isnan(math::sin_cos(not_a_number).cos));
    CHECK(std::signbit(math::sin_cos(-0.0).sin));
    CHECK(math::sin_cos(0.0).cos == 1);
}

TEST_CASE("erfc is within a few ulp over its whole range") {
    test::Random random(8);
    constexpr double few_ulps = 5;  // two exponentials, each its own ulp
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double x = anywhere(random, 26);
        worst = std::max(worst, error(math::erfc(x), std::erfc(static_cast<long double>(x))));
    }
    CHECK(worst <= few_ulps);
    CHECK(math::erfc(infinity) == 0);
    CHECK(math::erfc(-infinity) == 2);
    CHECK(std::isnan(math::erfc(not_a_number)));
}

TEST_CASE("exp and tanh have their limits") {
    CHECK(math::exp(0.0) == 1);
    CHECK(math::exp(-0.0) == 1);
    CHECK(math::exp(smallest) == 1);
    CHECK(math::exp(infinity) == infinity);
    CHECK(math::exp(710.0) == infinity);
    CHECK(math::exp(largest) == infinity);
    CHECK(math::exp(-infinity) == 0);
    CHECK(math::exp(-largest) == 0);
    CHECK(math::exp(-746.0) == 0);
    CHECK(math::exp(-745.0) > 0);
    CHECK(math::expm1_below(-infinity) == -1);
    CHECK(math::expm1_below(-largest) == -1);
    CHECK(math::tanh(infinity).value == 1);
    CHECK(math::tanh(largest).value == 1);
    CHECK(math::tanh(-infinity).value == -1);
    CHECK(math::tanh(infinity).slope == 0);
    CHECK(math::tanh(-largest).slope == 0);
    CHECK(math::tanh(0.0).slope == 1);
    CHECK(same(math::tanh(0.0).value, 0.0));
    CHECK(same(math::tanh(-0.0).value, -0.0));
    CHECK(math::tanh(smallest).value == smallest);
    CHECK(math::tanh(-smallest).value == -smallest);
}

TEST_CASE("log and log1p have their limits") {
    CHECK(same(math::log(1.0), 0.0));
    CHECK(math::log(0.0) == -infinity);
    CHECK(math::log(-0.0) == -infinity);
    CHECK(math::log(infinity) == infinity);
    CHECK(std::isnan(math::log(-smallest)));
    CHECK(std::isnan(math::log(-infinity)));
    CHECK(same(math::log1p(0.0), 0.0));
    CHECK(same(math::log1p(-0.0), -0.0));
    CHECK(math::log1p(smallest) == smallest);
    CHECK(math::log1p(-smallest) == -smallest);
    CHECK(math::log1p(-1.0) == -infinity);
    CHECK(math::log1p(infinity) == infinity);
    CHECK(std::isnan(math::log1p(-1 - 0x1p-52)));
    CHECK(std::isnan(math::log1p(-infinity)));
}

TEST_CASE("NaN stays NaN") {
    CHECK(std::isnan(math::exp(not_a_number)));
    CHECK(std::isnan(math::expm1_below(not_a_number)));
    CHECK(std::isnan(math::tanh(not_a_number).value));
    CHECK(std::isnan(math::tanh(not_a_number).slope));
    CHECK(std::isnan(math::log(not_a_number)));
    CHECK(std::isnan(math::log1p(not_a_number)));
}

TEST_CASE("a lane computes the bits that a double alone computes") {
    test::Random random(5);
    const double edges[] = {0.0,      -0.0,      smallest, -smallest,    1,        -1,
                            infinity, -infinity, largest,  not_a_number, 0x1p-1022};
    const auto draw = [&] {
        switch (random.below(3)) {
            case 0:
                return edges[random.below(std::size(edges))];
            case 1:
                return any_positive(random);
            default:
                return anywhere(random, 1000);
        }
    };
    bool all_same = true;
    for (int n = 0; n < draws; ++n) {
        const double x[] = {draw(), draw(), draw(), draw()};
        all_same &= lanes_agree(x, [](auto lanes) { return math::exp(lanes); });
        all_same &= lanes_agree(x, [](auto lanes) { return math::expm1_below(lanes); });
        all_same &= lanes_agree(x, [](auto lanes) { return math::tanh(lanes).value; });
        all_same &= lanes_agree(x, [](auto lanes) { return math::tanh(lanes).slope; });
        all_same &= lanes_agree(x, [](auto lanes) { return math::log(lanes); });
        all_same &= lanes_agree(x, [](auto lanes) { return math::log1p(lanes); });
    }
    CHECK(all_same);
}
