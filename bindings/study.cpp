/// The functions that study a network from all sides. The page's first screen does without them, so they are left out
/// of its module; the package has them all.

#include <emscripten/bind.h>

#include "bindings/arguments.hpp"
#include "bindings/document.hpp"
#include "bindings/js.hpp"
#include "bindings/results.hpp"

namespace backprop {

namespace {

using emscripten::val;

/// Of a study that goes on in parts: as good as all of it.
constexpr std::size_t most_at_once = 1'000'000'000;

val check_js(const val& scenario) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    return to_js(check(document->scenario));
}

val landscape_js(const val& scenario, const val& options) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    const auto asked = to_landscape_options(options, document->scenario.network);
    if (!asked) return to_js(asked.error());
    return landscape_to_js(landscape(document->scenario, asked->axes, asked->resolution));
}

val initialise_js(const val& scenario, const val& options) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    const auto asked = to_initialise_options(options);
    if (!asked) return to_js(asked.error());
    return to_js(initialise(document->scenario, asked->scheme, asked->seed), document->carried);
}

val diagnose_js(const val& scenario) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    return to_js(diagnose(document->scenario));
}

val slips_js(const val& scenario, const val& ref) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    const auto at = to_parameter(ref, document->scenario.network);
    if (!at) return to_js(at.error());
    return to_js(slips(document->scenario, *at), document->carried);
}

val check_on_js(const val& scenario, const val& progress, const val& moves) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    const auto count = to_whole(moves, "moves", 1, most_at_once);
    if (!count) return to_js(count.error());
    return to_js(check_on(document->scenario, js::copied(progress), *count));
}

val diagnose_on_js(const val& scenario, const val& progress, const val& examples) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    const auto count = to_whole(examples, "examples", 1, most_at_once);
    if (!count) return to_js(count.error());
    return to_js(diagnose_on(document->scenario, js::copied(progress), *count));
}

val descend_on_js(const val& scenario, const val& progress, const val& examples) {
    const auto document = to_document(scenario);
    if (!document) return to_js(document.error());
    const auto count = to_whole(examples, "examples", 1, most_at_once);
    if (!count) return to_js(count.error());
    return to_js(descend_on(document->scenario, js::copied(progress), *count), document->carried);
}

}  // namespace

}  // namespace backprop

EMSCRIPTEN_BINDINGS(backprop_study) {
    emscripten::function("check", &backprop::check_js);
    emscripten::function("landscape", &backprop::landscape_js);
    emscripten::function("initialise", &backprop::initialise_js);
    emscripten::function("diagnose", &backprop::diagnose_js);
    emscripten::function("slips", &backprop::slips_js);
    emscripten::function("checkOn", &backprop::check_on_js);
    emscripten::function("diagnoseOn", &backprop::diagnose_on_js);
    emscripten::function("descendOn", &backprop::descend_on_js);
}
