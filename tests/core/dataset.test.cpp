#include "core/dataset.hpp"

#include <cmath>

#include "catch.hpp"
#include "core/random.hpp"

using namespace backprop;

TEST_CASE("every dataset has as many examples as asked for, two inputs and one target each") {
    for (const auto& [set, name] : dataset_names) {
        const auto examples = examples_of({set, 101, 0.1, 3});
        INFO(name);
        REQUIRE(examples.size() == 101);
        double ones = 0;
        for (const Example& example : examples) {
            REQUIRE(example.inputs.size() == 2);
            REQUIRE(example.targets.size() == 1);
            if (set != DatasetName::plane) REQUIRE((example.targets[0] == 0 || example.targets[0] == 1));
            ones += example.targets[0];
        }
        const bool is_table = set == DatasetName::and_table || set == DatasetName::or_table;
        if (set != DatasetName::plane && !is_table) CHECK(std::abs(ones - 50.5) <= 1);
    }
}

TEST_CASE("without noise every dataset lies within -1 and 1 and is what its name says") {
    for (const auto& [set, name] : dataset_names) {
        INFO(name);
        for (const Example& e : examples_of({set, 500, 0, 42})) {
            const double x = e.inputs[0];
            const double y = e.inputs[1];
            const double radius = std::hypot(x, y);
            if (set != DatasetName::gauss) REQUIRE(std::max(std::abs(x), std::abs(y)) <= 1);
            if (set == DatasetName::circle)
                REQUIRE((e.targets[0] == 1 ? radius <= 0.5 + 1e-12 : radius >= 0.7 - 1e-12));
            if (set == DatasetName::xor_) REQUIRE((x * y < 0) == (e.targets[0] == 1));
            if (set == DatasetName::plane) REQUIRE(e.targets[0] == (x + y) / 2);
            if (set == DatasetName::and_table) REQUIRE(e.targets[0] == x * y);
            if (set == DatasetName::or_table) REQUIRE(e.targets[0] == x + y - x * y);
            if (set == DatasetName::xor_table) REQUIRE(e.targets[0] == (x != y ? 1 : 0));
        }
    }
}

TEST_CASE("the same dataset gives the same numbers, another seed others, and noise moves the points it finds") {
    const Dataset still{DatasetName::circle, 50, 0, 9};
    const auto one = examples_of(still);
    const auto same = examples_of(still);
    const auto other = examples_of({DatasetName::circle, 50, 0, 10});
    const auto noisy = examples_of({DatasetName::circle, 50, 0.01, 9});
    CHECK(one[7].inputs == same[7].inputs);
    CHECK(one[7].inputs != other[7].inputs);
    CHECK(one[7].inputs != noisy[7].inputs);
    CHECK(std::abs(one[7].inputs[0] - noisy[7].inputs[0]) < 0.06);
}

TEST_CASE("a seed gives the same numbers for good") {
    // Changing these changes what every link with a seed shows.
    CHECK(Random(1).bits() == 0x5858fc074ef2cb9c);
    CHECK(Random(42, 7).bits() == 0x3a2cc4384ef877f7);
    const std::vector<std::pair<DatasetName, std::vector<double>>> fourth_points{
        {DatasetName::circle, {-0x1.c2bdf53eec248p-2, -0x1.601416d52aa74p-1}},
        {DatasetName::xor_, {-0x1.2e1b2d7bd360fp-1, -0x1.ba4d021b590a6p-1}},
        {DatasetName::gauss, {-0x1.031fdcff1fddp+0, -0x1.451b49dfd5263p-2}},
        {DatasetName::spiral, {0x1.1014fedc91c24p-4, -0x1.ccadbe57bfeap-5}},
        {DatasetName::moons, {-0x1.c72a6943bd825p-3, -0x1.33754b27a90b4p-2}},
        {DatasetName::plane, {-0x1.7e84f78ca6db1p-2, 0x1.0d18ed7a78d62p-1}},
        {DatasetName::and_table, {0x1.8e3565af109f8p-1, 0x1.1c453cb7ecab6p+0}},
    };
    for (const auto& [set, inputs] : fourth_points) {
        CHECK(examples_of({set, 10, 0.1, 42})[3].inputs == inputs);
    }
}

TEST_CASE("normal numbers have mean 0 and deviation 1") {
    Random random(1);
    double sum = 0;
    double squares = 0;
    constexpr int draws = 100'000;
    for (int n = 0; n < draws; ++n) {
        const double x = random.normal();
        sum += x;
        squares += x * x;
    }
    CHECK(std::abs(sum / draws) < 0.02);
    CHECK(std::abs(squares / draws - 1) < 0.02);
}
