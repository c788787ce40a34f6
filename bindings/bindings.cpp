/// The functions JavaScript sees, typed in backprop.d.ts: values in, values out, nothing to delete. Arguments arrive as
/// `val`, unchecked by Embind, and are checked here before use; a failure returns as `{ error: { path, message } }`.
/// These are the ones that the page's first screen calls; the rest are in study.cpp.

#include <emscripten/bind.h>

#include <algorithm>
#include <cstdint>
#include <span>

#include "bindings/arguments.hpp"
#include "bindings/document.hpp"
#include "bindings/js.hpp"
#include "bindings/results.hpp"
#include "core/dataset.hpp"
#include "core/kernel.hpp"
#include "core/validate.hpp"

namespace backprop {

namespace {

using emscripten::val;

Result<std::size_t> to_example(const val& value, const Scenario& scenario) {
    return to_whole(value, "example", 0, scenario.examples.size() - 1);
}

/// What comes back has to be a document that the next call accepts.
std::size_t most_steps(const Scenario& scenario) {
    const std::uint64_t taken = scenario.descent.state ? scenario.descent.state->step : 0;
    return std::min<std::uint64_t>(limits::steps, static_cast<std::uint64_t>(limits::state_step) - taken);
}

val evaluate_js(const val& scenario, const val& example) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    const Scenario& s = document->scenario;
    const auto index = to_example(example, s);
    if (!index) return to_js(index.error());
    return to_js(trace(s.network, s.examples[*index], s.loss));
}

val derive_js(const val& scenario, const val& ref, const val& options) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    const auto at = to_ref(ref, document->scenario.network);
    if (!at) return to_js(at.error());
    const auto asked = to_derivation_options(options, document->scenario);
    if (!asked) return to_js(asked.error());
    return to_js(derive(document->scenario, *at, *asked));
}

val gradient_js(const val& scenario) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    return to_js(gradient(document->scenario));
}

val descend_js(const val& scenario, const val& steps) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    const auto count = to_whole(steps, "steps", 0, most_steps(document->scenario));
    if (!count) return to_js(count.error());
    return to_js(descend(document->scenario, *count), document->carried);
}

val nudge_js(const val& scenario, const val& ref, const val& delta, const val& example) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    const auto at = to_ref(ref, document->scenario.network);
    if (!at) return to_js(at.error());
    const auto by = to_finite(delta, "delta");
    if (!by) return to_js(by.error());
    const auto index = to_example(example, document->scenario);
    if (!index) return to_js(index.error());
    return to_js(nudge(document->scenario, *at, *by, *index));
}

val predict_js(const val& scenario, const val& inputs) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    const auto points = to_inputs(inputs, document->scenario.network.inputs());
    if (!points) return to_js(points.error());
    return js::numbers(predict(document->scenario.network, *points));
}

val examples_js(const val& dataset) {
    const auto asked = to_dataset(dataset);
    if (!asked) return to_js(asked.error());
    return to_js(examples_of(*asked));
}

}  // namespace

}  // namespace backprop

EMSCRIPTEN_BINDINGS(backprop) {
    emscripten::function("keepLists", &backprop::keep_lists);
    emscripten::function("evaluate", &backprop::evaluate_js);
    emscripten::function("derive", &backprop::derive_js);
    emscripten::function("gradient", &backprop::gradient_js);
    emscripten::function("descend", &backprop::descend_js);
    emscripten::function("nudge", &backprop::nudge_js);
    emscripten::function("predict", &backprop::predict_js);
    emscripten::function("examples", &backprop::examples_js);
}
