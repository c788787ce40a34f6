#include "bindings/results.hpp"

#include <string_view>

#include "bindings/document.hpp"
#include "bindings/js.hpp"

namespace backprop {

namespace {

using emscripten::val;

const char* name_of(Quantity::Kind kind) {
    switch (kind) {
        case Quantity::Kind::C:
            return "C";
        case Quantity::Kind::a:
            return "a";
        case Quantity::Kind::z:
            return "z";
        case Quantity::Kind::w:
            return "w";
        case Quantity::Kind::b:
            return "b";
    }
    return "";
}

val quantity_to_js(const Quantity& quantity) {
    val object = val::object();
    js::set(object, "kind", std::string_view(name_of(quantity.kind)));
    if (quantity.kind == Quantity::Kind::C) return object;
    js::set(object, "layer", quantity.layer);
    js::set(object, "unit", quantity.unit);
    if (quantity.kind == Quantity::Kind::w) js::set(object, "input", quantity.input);
    return object;
}

val part_to_js(const Quantity& of, const Quantity& by, double value) {
    val object = val::object();
    js::set(object, "of", quantity_to_js(of));
    js::set(object, "by", quantity_to_js(by));
    js::set(object, "value", value);
    return object;
}

val term_to_js(const Term& term);

val factor_to_js(const Factor& factor) {
    val object = part_to_js(factor.of, factor.by, factor.value);
    js::set(object, "parts",
            js::list_of(factor.parts, [](const Part& part) { return part_to_js(part.of, part.by, part.value); }));
    if (!factor.terms.empty()) js::set(object, "terms", js::list_of(factor.terms, term_to_js));
    return object;
}

val term_to_js(const Term& term) {
    val object = val::object();
    js::set(object, "factors", js::list_of(term.factors, factor_to_js));
    js::set(object, "value", term.value);
    return object;
}

val path_to_js(const Path& path) {
    val object = val::object();
    js::set(object, "units", js::list_of(path.units, [](std::size_t unit) { return val(unit); }));
    js::set(object, "value", path.value);
    return object;
}

val layer_trace_to_js(const LayerTrace& trace) {
    val object = val::object();
    js::set(object, "x", js::numbers(trace.x));
    js::set(object, "z", js::numbers(trace.z));
    js::set(object, "a", js::numbers(trace.a));
    js::set(object, "dC_da", js::numbers(trace.dC_da));
    js::set(object, "da_dz", js::numbers(trace.da_dz));
    js::set(object, "dC_dz", js::numbers(trace.dC_dz));
    js::set(object, "dC_dW", js::numbers(trace.dC_dW));
    if (!trace.dC_db.empty()) js::set(object, "dC_db", js::numbers(trace.dC_db));
    return object;
}

val failed_at(std::size_t layer, std::size_t unit, std::string_view quantity) {
    val object = val::object();
    js::set(object, "layer", layer);
    js::set(object, "unit", unit);
    js::set(object, "quantity", quantity);
    return object;
}

val part_of(const std::vector<double>& progress, double share) {
    val object = val::object();
    js::set(object, "progress", js::numbers(progress));
    js::set(object, "share", share);
    return object;
}

}  // namespace

val to_js(const Error& error) {
    val content = val::object();
    js::set(content, "path", error.path);
    js::set(content, "message", error.message);
    val object = val::object();
    js::set(object, "error", content);
    return object;
}

val to_js(const Trace& trace) {
    val object = val::object();
    js::set(object, "outputs", js::numbers(trace.outputs()));
    js::set(object, "loss", trace.loss);
    js::set(object, "layers", js::list_of(trace.layers, layer_trace_to_js));
    if (const auto& failed = trace.first_non_finite) {
        js::set(object, "firstNonFinite", failed_at(failed->layer, failed->unit, failed->quantity));
    }
    return object;
}

val to_js(const Derivation& derivation) {
    val object = val::object();
    js::set(object, "gradient", derivation.gradient);
    js::set(object, "factors", js::list_of(derivation.factors, factor_to_js));
    val paths = val::object();
    js::set(paths, "count", derivation.path_count);
    js::set(paths, "strongest", js::list_of(derivation.strongest, path_to_js));
    js::set(object, "paths", paths);
    if (derivation.update) {
        val update = val::object();
        js::set(update, "before", derivation.update->before);
        js::set(update, "gradient", derivation.update->gradient);
        js::set(update, "after", derivation.update->after);
        js::set(object, "update", update);
    }
    return object;
}

val to_js(const Gradient& gradient) {
    val object = val::object();
    js::set(object, "cost", gradient.cost);
    js::set(object, "layers", js::list_of(gradient.layers, [](const LayerGradient& layer) {
                val of_layer = val::object();
                js::set(of_layer, "dC_dW", js::numbers(layer.dC_dW));
                if (!layer.dC_db.empty()) js::set(of_layer, "dC_db", js::numbers(layer.dC_db));
                return of_layer;
            }));
    return object;
}

val to_js(const Descended& descended, const Carried& carried) {
    val object = val::object();
    js::set(object, "scenario", to_js(descended.scenario, carried));
    js::set(object, "costs", js::numbers(descended.costs));
    if (const auto& diverged = descended.diverged) {
        val failed = failed_at(diverged->layer, diverged->unit, diverged->quantity);
        js::set(failed, "step", diverged->step);
        js::set(object, "diverged", failed);
    }
    return object;
}

val to_js(const std::vector<Change>& changes) {
    val object = val::object();
    js::set(object, "changes", js::list_of(changes, [](const Change& change) {
                val entry = val::object();
                js::set(entry, "of", quantity_to_js(change.of));
                js::set(entry, "before", change.before);
                js::set(entry, "after", change.after);
                js::set(entry, "change", change.change);
                js::set(entry, "linear", change.linear);
                if (change.ratio) js::set(entry, "ratio", *change.ratio);
                return entry;
            }));
    return object;
}

namespace {

val ref_to_js(const Ref& ref) {
    val object = val::object();
    js::set(object, "layer", ref.layer);
    js::set(object, "unit", ref.unit);
    if (ref.kind == Ref::Kind::weight) js::set(object, "input", ref.input);
    if (ref.kind == Ref::Kind::bias) js::set(object, "bias", true);
    return object;
}

template <class T>
void set_if(val& object, js::Key key, const std::optional<T>& value) {
    if (value) js::set(object, key, *value);
}

val finding_to_js(const Finding& finding) {
    val object = val::object();
    js::set(object, "kind", name_of(finding_kinds, finding.kind));
    set_if(object, "layer", finding.layer);
    set_if(object, "unit", finding.unit);
    set_if(object, "value", finding.value);
    set_if(object, "example", finding.example);
    if (finding.quantity) js::set(object, "quantity", *finding.quantity);
    set_if(object, "revivable", finding.revivable);
    if (!finding.norms.empty()) js::set(object, "norms", js::numbers(finding.norms));
    if (finding.through) js::set(object, "through", name_of(factor_parts, *finding.through));
    set_if(object, "target", finding.target);
    set_if(object, "steps", finding.steps);
    return object;
}

}  // namespace

val to_js(const Check& check) {
    val object = val::object();
    js::set(object, "worst", check.worst ? static_cast<double>(*check.worst) : -1.0);
    js::set(object, "parameters", js::list_of(check.parameters, [](const ParameterCheck& of) {
                val entry = val::object();
                js::set(entry, "ref", ref_to_js(of.ref));
                js::set(entry, "analytic", of.analytic);
                js::set(entry, "numeric", of.numeric);
                js::set(entry, "step", of.step);
                js::set(entry, "error", of.error);
                js::set(entry, "atKink", of.at_kink);
                return entry;
            }));
    return object;
}

val to_js(const std::vector<Finding>& findings) { return js::list_of(findings, finding_to_js); }

val to_js(const CheckPart& part) {
    val object = part_of(part.progress, part.share);
    if (part.check) js::set(object, "check", to_js(*part.check));
    return object;
}

val to_js(const DiagnosisPart& part) {
    val object = part_of(part.progress, part.share);
    if (part.findings) js::set(object, "findings", to_js(*part.findings));
    return object;
}

val to_js(const DescentPart& part, const Carried& carried) {
    val object = part_of(part.progress, part.share);
    if (part.descended) js::set(object, "descended", to_js(*part.descended, carried));
    return object;
}

val to_js(const std::vector<Slip>& slips, const Carried& carried) {
    return js::list_of(slips, [&carried](const Slip& slip) {
        val object = val::object();
        js::set(object, "kind", name_of(slip_kinds, slip.kind));
        js::set(object, "gradient", slip.gradient);
        js::set(object, "after", slip.after);
        js::set(object, "scenario", to_js(slip.scenario, carried));
        return object;
    });
}

val landscape_to_js(const std::vector<double>& costs) {
    val object = val::object();
    js::set(object, "costs", js::numbers(costs));
    return object;
}

}  // namespace backprop
