#include "core/activation.hpp"

#include <cmath>
#include <limits>

#include "catch.hpp"
#include "networks.hpp"

using namespace backprop;

TEST_CASE("every activation's slope is the central difference of its value") {
    constexpr double h = 1e-5;
    constexpr double tolerance = 1e-8;  // h² of truncation and 1e-16 / h of rounding
    for (const auto& [f, name] : activations) {
        if (f == Activation::softmax) continue;  // not of one unit
        test::Random random(4);
        for (int n = 0; n < 200; ++n) {
            const double z = random.between(-4, 4);
            if (std::abs(z) < 2 * h) continue;  // a kink
            const double difference = (at(f, z + h).a - at(f, z - h).a) / (2 * h);
            INFO(name << " at " << z);
            CHECK(test::close(at(f, z).da_dz, difference, tolerance, 1));
        }
    }
}

TEST_CASE("relu has slope 0 at its kink") {
    CHECK(at(Activation::relu, 0).da_dz == 0);
    CHECK(at(Activation::relu, 0).a == 0);
}

TEST_CASE("leaky_relu has slope 0.01 and elu slope 1 where z is 0") {
    CHECK(at(Activation::leaky_relu, 0).da_dz == 0.01);
    CHECK(at(Activation::elu, 0).da_dz == 1);
}

TEST_CASE("activations made of exponentials stay finite far out and keep their digits") {
    CHECK(at(Activation::softplus, 1e300).a == 1e300);
    CHECK(test::close(at(Activation::softplus, -700).a, std::exp(-700.0), 1e-14, 0));
    CHECK(at(Activation::elu, -1e300).a == -1);
    CHECK(test::close(at(Activation::elu, -1e-12).a, -1e-12, 1e-11, 0));
    CHECK(test::close(at(Activation::gelu, -10).a, -10 * 7.61985302416052606597e-24, 1e-13, 0));
    CHECK(at(Activation::gelu, 1e10).a == 1e10);
    CHECK(at(Activation::silu, 1e10).a == 1e10);
    CHECK(at(Activation::silu, -800).a == 0);
}

TEST_CASE("sigmoid neither overflows nor loses its slope far out") {
    CHECK(at(Activation::sigmoid, 800).a == 1);
    CHECK(at(Activation::sigmoid, -800).a == 0);
    CHECK(test::close(at(Activation::sigmoid, 40).da_dz, std::exp(-40.0), 1e-14, 0));
    CHECK(test::close(at(Activation::sigmoid, -40).da_dz, std::exp(-40.0), 1e-14, 0));
    CHECK(test::close(at(Activation::sigmoid, -740).a, std::exp(-740.0), 1e-3, 0));
}

TEST_CASE("every activation hands NaN on") {
    for (const auto& [f, name] : activations) {
        INFO(name);
        CHECK(std::isnan(at(f, std::numeric_limits<double>::quiet_NaN()).a));
    }
}

TEST_CASE("every activation is found by its name, and no other text is") {
    for (const auto& [f, name] : activations) {
        CHECK(find_named(activations, name) == f);
        CHECK(name_of(activations, f) == name);
    }
    CHECK_FALSE(find_named(activations, "Relu"));
    CHECK_FALSE(find_named(activations, ""));
}
