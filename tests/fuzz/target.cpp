/// What libFuzzer calls with its bytes: everything the core does with a document, and what must hold whatever it is.
/// A document is either refused with a place and a sentence, or everything can be computed from it.

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "bytes.hpp"
#include "core/check.hpp"
#include "core/dataset.hpp"
#include "core/derivation.hpp"
#include "core/descent.hpp"
#include "core/diagnose.hpp"
#include "core/initialise.hpp"
#include "core/kernel.hpp"
#include "core/landscape.hpp"
#include "core/nudge.hpp"
#include "core/slip.hpp"
#include "core/trace.hpp"
#include "core/validate.hpp"

namespace backprop::fuzz {

namespace {

/// Not `assert`: it must hold in every build.
void ensure(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// The same bits; −0 unlike 0, but one NaN like another: of two that are added either may remain.
bool same(double one, double other) {
    return std::bit_cast<std::uint64_t>(one) == std::bit_cast<std::uint64_t>(other) ||
           (std::isnan(one) && std::isnan(other));
}
bool same(const std::vector<double>& one, const std::vector<double>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](double x, double y) { return same(x, y); });
}

bool finite(const std::vector<double>& values) {
    for (const double value : values) {
        if (!std::isfinite(value)) return false;
    }
    return true;
}

bool same(const Network& one, const Network& other) {
    for (std::size_t l = 0; l < one.layers.size(); ++l) {
        if (!same(one.layers[l].weights, other.layers[l].weights)) return false;
        if (!same(one.layers[l].biases, other.layers[l].biases)) return false;
    }
    return true;
}

/// All but ∂C/∂a of the outputs where the loss is taken from z, which may saturate.
bool finite(const Trace& trace, const Scenario& s) {
    const bool from_z = is_from_z(s.loss, s.network.layers.back().activation);
    for (const LayerTrace& t : trace.layers) {
        if (!finite(t.z) || !finite(t.a) || !finite(t.da_dz) || !finite(t.dC_dz)) return false;
        if (!finite(t.dC_da) && !(from_z && &t == &trace.layers.back())) return false;
        if (!finite(t.dC_dW) || !finite(t.dC_db)) return false;
    }
    return std::isfinite(trace.loss);
}

void explain(const Scenario& s, std::size_t example) {
    const Trace trace = backprop::trace(s.network, s.examples[example], s.loss);
    ensure(trace.layers.size() == s.network.layers.size(), "a trace has every layer");
    ensure(finite(trace, s) == !trace.first_non_finite, "what is not finite is named, and nothing else");
    ensure(same(predict(s.network, s.examples[example].inputs), trace.outputs()), "predict gives the traced outputs");
}

void differentiate(const Scenario& s, const Ref& ref, std::size_t example, double delta) {
    const Derivation derivation = derive(s, ref, {.example = example, .paths = 3});
    ensure(!derivation.factors.empty(), "a derivation has factors");
    ensure(derivation.strongest.size() <= 3, "no more paths than asked for");
    ensure(derivation.update.has_value() == (ref.kind != Ref::Kind::unit), "a parameter has an update");
    ensure(!nudge(s, ref, delta, example).empty(), "a nudge changes something");
}

bool same(const ParameterNumbers& one, const ParameterNumbers& other) {
    if (one.size() != other.size()) return false;
    for (std::size_t l = 0; l < one.size(); ++l) {
        if (!same(one[l].weights, other[l].weights) || !same(one[l].biases, other[l].biases)) return false;
    }
    return true;
}

bool same(const std::optional<RuleState>& one, const std::optional<RuleState>& other) {
    if (!one || !other) return one.has_value() == other.has_value();
    return one->step == other->step && same(one->first, other->first) && same(one->second, other->second);
}

void check_run(const Scenario& s, const Descended& run, std::size_t steps) {
    ensure(!validate(run.scenario), "what descend returns is a sound document");
    ensure(run.costs.size() == (run.diverged ? run.diverged->step : steps) + 1, "a cost for every step and one more");
    if (run.diverged) ensure(run.diverged->layer < s.network.layers.size(), "what diverged lies in the network");
}

void train(const Scenario& s, std::size_t first, std::size_t second) {
    const Gradient gradient = backprop::gradient(s);
    ensure(gradient.layers.size() == s.network.layers.size(), "a gradient has every layer");
    const Descended whole = descend(s, first + second);
    check_run(s, whole, first + second);
    const Descended start = descend(s, first);
    check_run(s, start, first);
    if (start.diverged) return;
    const Descended rest = descend(start.scenario, second);
    ensure(rest.diverged.has_value() == whole.diverged.has_value(), "a run in two parts ends like one in one");
    ensure(same(rest.scenario.network, whole.scenario.network), "a run in two parts gives the bits of one in one");
    ensure(same(rest.scenario.descent.state, whole.scenario.descent.state), "… and remembers the same");
}

void make(const Dataset& dataset) {
    if (const auto problem = validate(dataset)) {
        ensure(!problem->path.empty() && !problem->message.empty(), "a refused dataset has a path and a sentence");
        return;
    }
    const std::vector<Example> examples = examples_of(dataset);
    ensure(examples.size() == dataset.count, "as many examples as asked for");
    for (const Example& example : examples) {
        ensure(example.inputs.size() == 2 && example.targets.size() == 1, "two inputs and one target");
    }
}

std::size_t parameters_of(const Network& network) {
    std::size_t count = 0;
    for (const Layer& layer : network.layers) count += layer.weights.size() + layer.biases.size();
    return count;
}

/// Only where it is quick, and not each time: they run the network for every parameter, or for many steps.
void examine(const Scenario& s, Bytes& bytes) {
    if (bytes.below(8) != 7 || parameters_of(s.network) * s.examples.size() > 100) return;
    const Check check = backprop::check(s);
    ensure(check.parameters.size() == parameters_of(s.network), "every parameter is checked");
    for (const Finding& finding : diagnose(s)) {
        ensure(!finding.layer || *finding.layer < s.network.layers.size(), "a finding lies in the network");
    }
    const Scenario fresh = initialise(s, bytes.one_of(schemes), bytes.word());
    ensure(!validate(fresh), "fresh weights make a sound document");
}

void mistake(const Scenario& s, const Ref& ref) {
    for (const Slip& slip : slips(s, ref)) {
        ensure(!validate(slip.scenario), "a mistake leads to a sound document");
        ensure(std::isfinite(slip.after), "… with a finite parameter");
    }
    const double size = 1 + std::fabs(parameter(s.network, ref));
    const std::size_t resolution = 2 + s.examples.size() % 4;
    const std::vector<double> costs = landscape(s, {{ref, -size, size}}, resolution);
    ensure(costs.size() == resolution, "a cost for every point");
    Scenario moved = s;
    parameter_at(moved.network, ref) = size;
    ensure(same(costs.back(), cost(moved)), "the cost of a point is that of the network there");
}

void compute(const Scenario& s, Bytes& bytes) {
    const std::size_t example = bytes.below(s.examples.size() < 256 ? s.examples.size() : 256);
    explain(s, example);
    train(s, bytes.below(6), bytes.below(6));
    examine(s, bytes);
    for (std::size_t n = bytes.below(4); n > 0; --n) {
        const Ref at = ref(bytes);
        const double delta = bytes.number();
        if (const auto problem = validate(at, s.network)) {
            ensure(!problem->path.empty() && !problem->message.empty(), "a refused ref has a path and a sentence");
        } else {
            differentiate(s, at, example, delta);
            if (at.kind != Ref::Kind::unit) mistake(s, at);
        }
    }
}

}  // namespace

}  // namespace backprop::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace backprop;
    fuzz::Bytes bytes({data, size});
    const Scenario s = fuzz::scenario(bytes);
    if (const auto problem = validate(s)) {
        fuzz::ensure(!problem->path.empty() && !problem->message.empty(), "a refusal has a path and a sentence");
    } else {
        fuzz::compute(s, bytes);
    }
    fuzz::make(fuzz::dataset(bytes));
    return 0;
}
