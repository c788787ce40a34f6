#include "core/landscape.hpp"

#include "core/descent.hpp"

namespace backprop {

namespace {

double point(const Axis& axis, std::size_t index, std::size_t resolution) {
    if (index + 1 == resolution) return axis.high;
    const double part = static_cast<double>(index) / static_cast<double>(resolution - 1);
    return axis.low + (axis.high - axis.low) * part;
}

void add_costs(Scenario& scenario, const std::vector<Axis>& axes, std::size_t axis, std::size_t resolution,
               std::vector<double>& costs) {
    if (axis == axes.size()) {
        costs.push_back(cost(scenario));
        return;
    }
    for (std::size_t k = 0; k < resolution; ++k) {
        parameter_at(scenario.network, axes[axis].ref) = point(axes[axis], k, resolution);
        add_costs(scenario, axes, axis + 1, resolution, costs);
    }
}

}  // namespace

std::vector<double> landscape(const Scenario& scenario, const std::vector<Axis>& axes, std::size_t resolution) {
    Scenario changing = scenario;
    std::vector<double> costs;
    add_costs(changing, axes, 0, resolution, costs);
    return costs;
}

}  // namespace backprop
