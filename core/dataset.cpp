#include "core/dataset.hpp"

#include <cmath>
#include <numbers>

#include "core/math.hpp"
#include "core/random.hpp"

namespace backprop {

namespace {

struct Point {
    double x, y, target;
};

constexpr double full_turn = 2 * std::numbers::pi;

Point on_circle(double radius, double angle, double target) {
    const auto [sin, cos] = math::sin_cos(angle);
    return {radius * cos, radius * sin, target};
}

/// A disc of radius ½ within a ring from 0.7 to 1.
Point circle(bool inside, Random& random) {
    const double radius = inside ? random.between(0, 0.5) : random.between(0.7, 1);
    return on_circle(radius, random.between(0, full_turn), inside ? 1 : 0);
}

/// Four squares that leave a gap of 0.1 along the axes.
Point quadrants(bool differ, Random& random) {
    const double x = random.between(0.05, 1);
    const double y = random.between(0.05, 1);
    const double side = random.uniform() < 0.5 ? -1 : 1;
    return {side * x, (differ ? -side : side) * y, differ ? 1.0 : 0.0};
}

/// Around (½, ½) and (−½, −½), deviation 0.2.
Point cloud(bool upper, Random& random) {
    const double centre = upper ? 0.5 : -0.5;
    const double x = centre + 0.2 * random.normal();
    return {x, centre + 0.2 * random.normal(), upper ? 1.0 : 0.0};
}

/// `along` runs from 0 to 1 on each arm.
Point arm(bool first, double along) {
    return on_circle(along, 1.25 * full_turn * along + (first ? 0 : full_turn / 2), first ? 1 : 0);
}

Point moon(bool upper, double along) {
    const auto [sin, cos] = math::sin_cos(full_turn / 2 * along);
    return upper ? Point{(2 * cos - 1) / 3, (2 * sin - 0.5) / 3, 1} : Point{(1 - 2 * cos) / 3, (0.5 - 2 * sin) / 3, 0};
}

Point anywhere(Random& random) {
    const double x = random.between(-1, 1);
    const double y = random.between(-1, 1);
    return {x, y, (x + y) / 2};
}

/// The n-th row of a truth table.
Point row(DatasetName name, std::size_t n) {
    const bool x = (n & 2) != 0;
    const bool y = (n & 1) != 0;
    const bool target = name == DatasetName::and_table ? x && y : name == DatasetName::or_table ? x || y : x != y;
    return {x ? 1.0 : 0.0, y ? 1.0 : 0.0, target ? 1.0 : 0.0};
}

/// The two targets take turns; what lies along a curve is spread evenly over it.
Point point(const Dataset& dataset, std::size_t n, Random& random) {
    const bool first = n % 2 == 0;
    const double along = static_cast<double>(n / 2 + 1) / static_cast<double>(dataset.count / 2 + 1);
    switch (dataset.name) {
        case DatasetName::circle:
            return circle(first, random);
        case DatasetName::xor_:
            return quadrants(first, random);
        case DatasetName::gauss:
            return cloud(first, random);
        case DatasetName::spiral:
            return arm(first, along);
        case DatasetName::moons:
            return moon(first, along);
        case DatasetName::plane:
            return anywhere(random);
        case DatasetName::and_table:
        case DatasetName::or_table:
        case DatasetName::xor_table:
            return row(dataset.name, n);
    }
    return {};
}

}  // namespace

std::vector<Example> examples_of(const Dataset& dataset) {
    Random positions(dataset.seed, 0);
    Random noise(dataset.seed, 1);
    std::vector<Example> examples;
    examples.reserve(dataset.count);
    for (std::size_t n = 0; n < dataset.count; ++n) {
        const Point p = point(dataset, n, positions);
        // Drawn even where the noise is 0, so that turning it up moves the points and does not replace them.
        const double dx = dataset.noise * noise.normal();
        const double dy = dataset.noise * noise.normal();
        examples.push_back({{p.x + dx, p.y + dy}, {p.target}});
    }
    return examples;
}

}  // namespace backprop
