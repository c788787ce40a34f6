#pragma once
/// What the benchmark trains: the same networks, parameters and examples natively, in WebAssembly and, handed over, in
/// JavaScript. Some are larger than a document may be, so they go to the core directly.

#include <string>
#include <vector>

#include "core/scenario.hpp"

namespace backprop::bench {

struct Workload {
    std::string name;
    Scenario scenario;
};

[[nodiscard]] std::vector<Workload> workloads();

/// Examples a step.
[[nodiscard]] std::size_t batch_size(const Scenario& scenario);

/// The points of a square grid over [−1, 1]², (side², 2) row-major.
[[nodiscard]] std::vector<double> grid(std::size_t side);

}  // namespace backprop::bench
