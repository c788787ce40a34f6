#include "core/math.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "catch.hpp"
#include "networks.hpp"

using namespace backprop;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// In units of the last place of a double of that size; long double is 11 bits more exact.
double ulps(double got, long double expected) {
    int exponent = 0;
    std::frexp(static_cast<double>(expected), &exponent);
    const long double ulp = std::ldexp(1.0L, std::max(exponent - 53, -1074));
    return static_cast<double>(std::fabs(static_cast<long double>(got) - expected) / ulp);
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

constexpr int draws = 300'000;
constexpr double most_ulps = 2;

}  // namespace

TEST_CASE("exp is within 2 ulp over its whole range") {
    test::Random random(1);
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double x = anywhere(random, 745);
        const long double expected = std::exp(static_cast<long double>(x));
        if (expected < static_cast<long double>(std::numeric_limits<double>::max())) {
            worst = std::max(worst, ulps(math::exp(x), expected));
        }
    }
    CHECK(worst <= most_ulps);
}

TEST_CASE("tanh is within 2 ulp over its whole range") {
    test::Random random(2);
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double x = anywhere(random, 25);
        worst = std::max(worst, ulps(math::tanh(x).value, std::tanh(static_cast<long double>(x))));
    }
    CHECK(worst <= most_ulps);
}

TEST_CASE("log is within 2 ulp over its whole range") {
    test::Random random(5);
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double near_one = random.between(0.5, 2);
        const double anywhere = std::ldexp(near_one, static_cast<int>(random.below(2090)) - 1070);
        for (const double x : {near_one, anywhere}) {
            worst = std::max(worst, ulps(math::log(x), std::log(static_cast<long double>(x))));
        }
    }
    CHECK(worst <= most_ulps);
}

TEST_CASE("expm1_below and log1p are within 2 ulp where they are used") {
    test::Random random(6);
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double x = std::abs(anywhere(random, 40));
        worst = std::max(worst, ulps(math::expm1_below(-x), std::expm1(static_cast<long double>(-x))));
        worst = std::max(worst, ulps(math::log1p(x), std::log1p(static_cast<long double>(x))));
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
            worst = std::max(worst, ulps(sin, std::sin(static_cast<long double>(x))));
            worst = std::max(worst, ulps(cos, std::cos(static_cast<long double>(x))));
        }
    }
    CHECK(worst <= one_ulp);
    CHECK(std::isnan(math::sin_cos(infinity).sin));
    CHECK(std::isnan(math::sin_cos(not_a_number).cos));
    CHECK(std::signbit(math::sin_cos(-0.0).sin));
    CHECK(math::sin_cos(0).cos == 1);
}

TEST_CASE("erfc is within a few ulp over its whole range") {
    test::Random random(8);
    constexpr double few_ulps = 5;  // two exponentials, each its own ulp
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double x = anywhere(random, 26);
        worst = std::max(worst, ulps(math::erfc(x), std::erfc(static_cast<long double>(x))));
    }
    CHECK(worst <= few_ulps);
    CHECK(math::erfc(infinity) == 0);
    CHECK(math::erfc(-infinity) == 2);
    CHECK(std::isnan(math::erfc(not_a_number)));
}

TEST_CASE("log has its limits") {
    CHECK(math::log(1) == 0);
    CHECK(math::log(0) == -infinity);
    CHECK(math::log(infinity) == infinity);
    CHECK(std::isnan(math::log(-1)));
    CHECK(std::isnan(math::log(not_a_number)));
    CHECK(ulps(math::log(5e-324), std::log(static_cast<long double>(5e-324))) <= most_ulps);
}

TEST_CASE("the slope of tanh keeps its digits where tanh is nearly 1") {
    test::Random random(3);
    constexpr double slope_ulps = 4;  // a square and a product on top of tanh itself
    double worst = 0;
    for (int n = 0; n < draws; ++n) {
        const double x = anywhere(random, 350);
        const long double cosh = std::cosh(static_cast<long double>(x));
        worst = std::max(worst, ulps(math::tanh(x).slope, 1 / (cosh * cosh)));
    }
    CHECK(worst <= slope_ulps);
}

TEST_CASE("exp and tanh have their limits") {
    CHECK(math::exp(0) == 1);
    CHECK(math::exp(infinity) == infinity);
    CHECK(math::exp(710) == infinity);
    CHECK(math::exp(-infinity) == 0);
    CHECK(math::exp(-746) == 0);
    CHECK(math::exp(-745) > 0);
    CHECK(math::tanh(infinity).value == 1);
    CHECK(math::tanh(-infinity).value == -1);
    CHECK(math::tanh(infinity).slope == 0);
    CHECK(math::tanh(0).slope == 1);
    CHECK(std::signbit(math::tanh(-0.0).value));
    CHECK(math::tanh(5e-324).value == 5e-324);
}

TEST_CASE("exp and tanh keep NaN") {
    CHECK(std::isnan(math::exp(not_a_number)));
    CHECK(std::isnan(math::tanh(not_a_number).value));
    CHECK(std::isnan(math::tanh(not_a_number).slope));
}
