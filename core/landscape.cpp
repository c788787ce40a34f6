#include "core/landscape.hpp"

#include "core/descent.hpp"
#include "core/penalty.hpp"
#include "core/probe.hpp"

namespace backprop {

namespace {

double point(const Axis& axis, std::size_t index, std::size_t resolution) {
    if (index + 1 == resolution) return axis.high;
    const double part = static_cast<double>(index) / static_cast<double>(resolution - 1);
    // By halves: the whole way between the ends may be further than doubles reach.
    return axis.low + (axis.high / 2 - axis.low / 2) * (2 * part);
}

/// Goes over the points in order: `move(ref, value)` for each parameter that changes, then `visit()`.
template <class Move, class Visit>
void over_points(std::span<const Axis> axes, std::size_t resolution, const Move& move, const Visit& visit) {
    if (axes.empty()) return visit();
    for (std::size_t k = 0; k < resolution; ++k) {
        move(axes.front().ref, point(axes.front(), k, resolution));
        over_points(axes.subspan(1), resolution, move, visit);
    }
}

}  // namespace

std::vector<double> landscape(const Scenario& scenario, const std::vector<Axis>& axes, std::size_t resolution) {
    std::vector<double> costs(axes.size() == 1 ? resolution : resolution * resolution);
    Probe probe(scenario);
    over_blocks(scenario.examples, [&](std::span<const Example> block) {
        probe.load(block);
        auto cost = costs.begin();
        over_points(
            axes, resolution, [&](const Ref& ref, double value) { probe.move(ref, value); },
            [&] {
                *cost = probe.add_losses(*cost);
                ++cost;
            });
    });
    Network network = scenario.network;
    auto cost = costs.begin();
    over_points(
        axes, resolution, [&](const Ref& ref, double value) { parameter_at(network, ref) = value; },
        [&] {
            *cost = *cost / static_cast<double>(scenario.examples.size()) + penalty(network, scenario.descent);
            ++cost;
        });
    return costs;
}

}  // namespace backprop
