/// The workloads in WebAssembly, for the benchmark only: the page's module holds documents to their limits, and this
/// one also has networks beyond them.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include "core/descent.hpp"
#include "core/kernel.hpp"
#include "workloads.hpp"

using namespace backprop;
using emscripten::val;

namespace {

const std::vector<bench::Workload>& all_workloads() {
    static const std::vector<bench::Workload> made = bench::workloads();
    return made;
}

val numbers(const std::vector<double>& list) {
    return val(emscripten::typed_memory_view(list.size(), list.data())).call<val>("slice");
}

std::vector<double> parameters(const Network& network) {
    std::vector<double> list;
    for (const Layer& layer : network.layers) {
        list.insert(list.end(), layer.weights.begin(), layer.weights.end());
        list.insert(list.end(), layer.biases.begin(), layer.biases.end());
    }
    return list;
}

/// Flat, as tests/bench/baseline.mjs takes it.
val flat(const Scenario& s) {
    const Network& network = s.network;
    std::vector<double> widths{static_cast<double>(network.inputs())}, inputs, targets;
    val activations = val::array();
    for (const Layer& layer : network.layers) {
        widths.push_back(static_cast<double>(layer.units));
        activations.call<void>("push", std::string(name_of(backprop::activations, layer.activation)));
    }
    for (const Example& example : s.examples) {
        inputs.insert(inputs.end(), example.inputs.begin(), example.inputs.end());
        targets.insert(targets.end(), example.targets.begin(), example.targets.end());
    }
    val object = val::object();
    object.set("widths", numbers(widths));
    object.set("activations", activations);
    object.set("biased", !network.layers.front().biases.empty());
    object.set("parameters", numbers(parameters(network)));
    object.set("inputs", numbers(inputs));
    object.set("targets", numbers(targets));
    object.set("loss", std::string(name_of(losses, s.loss)));
    object.set("alpha", s.descent.alpha);
    object.set("batch", static_cast<int>(bench::batch_size(s)));
    return object;
}

val workloads() {
    val list = val::array();
    for (const auto& [name, scenario] : all_workloads()) {
        val object = flat(scenario);
        object.set("name", name);
        list.call<void>("push", object);
    }
    return list;
}

val descend_by(int workload, int steps) {
    const auto& scenario = all_workloads()[static_cast<std::size_t>(workload)].scenario;
    return numbers(parameters(descend(scenario, static_cast<std::size_t>(steps)).scenario.network));
}

/// 100 × 100 points.
val predict_grid(int workload) {
    static const std::vector<double> points = bench::grid(100);
    return numbers(predict(all_workloads()[static_cast<std::size_t>(workload)].scenario.network, points));
}

double bare(double x) { return x; }

}  // namespace

EMSCRIPTEN_BINDINGS(bench) {
    emscripten::function("workloads", &workloads);
    emscripten::function("descend", &descend_by);
    emscripten::function("predictGrid", &predict_grid);
    emscripten::function("bare", &bare);
}
