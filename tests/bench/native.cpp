/// What the workloads cost natively, as JSON: µs a step, one number per round; rounds interleaved.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "core/descent.hpp"
#include "core/kernel.hpp"
#include "workloads.hpp"

using namespace backprop;

namespace {

/// Does the work so many times.
using Run = std::function<void(std::size_t times)>;

struct Case {
    std::string name;
    Run run;
    std::size_t times;
    std::vector<double> microseconds;
};

double seconds(const Run& run, std::size_t times) {
    const auto start = std::chrono::steady_clock::now();
    run(times);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// How many times take long enough to be measured; as in measure.mjs.
Case calibrated(std::string name, Run run) {
    constexpr double long_enough = 0.01;
    std::size_t times = 1;
    while (seconds(run, times) < long_enough) times *= 2;
    return {std::move(name), std::move(run), times, {}};
}

std::vector<Case> all_cases() {
    std::vector<Case> cases;
    for (const auto& [name, scenario] : bench::workloads()) {
        cases.push_back(calibrated(name, [s = scenario](std::size_t steps) { (void)descend(s, steps); }));
        if (name != "W2") continue;
        cases.push_back(calibrated("grid", [s = scenario, points = bench::grid(100)](std::size_t times) {
            for (; times > 0; --times) (void)predict(s.network, points);
        }));
    }
    return cases;
}

void print(const Case& one, const char* before) {
    std::printf("%s\"%s\":", before, one.name.c_str());
    const char* between = "[";
    for (const double value : one.microseconds) {
        std::printf("%s%.6g", between, value);
        between = ",";
    }
    std::printf("]");
}

}  // namespace

int main(int count, char** arguments) {
    const int rounds = count > 1 ? std::atoi(arguments[1]) : 9;
    std::vector<Case> cases = all_cases();
    for (int round = 0; round < rounds; ++round) {
        for (Case& one : cases) {
            one.microseconds.push_back(1e6 * seconds(one.run, one.times) / static_cast<double>(one.times));
        }
    }
    const char* before = "{";
    for (const Case& one : cases) {
        print(one, before);
        before = ",\n";
    }
    std::printf("}\n");
}
