#include "bindings/arguments.hpp"

#include <string>
#include <string_view>

#include "bindings/reading.hpp"
#include "core/validate.hpp"

namespace backprop {

using js::Kind;

namespace {

/// An argument whose members are named without it: "resolution", not "options.resolution".
Problem check_options(const val& object, const char* known) {
    if (js::kind_of(object) != Kind::object) return wrong_kind(member(whole_document, "options"), "an object", object);
    return check_object(object, known, whole_document);
}

/// `place` is where the ref stands; its own checks say "ref".
Result<Ref> read_ref(const val& value, const Network& network, const Place& place) {
    if (auto problem = check_object(value, "layer unit input bias", place)) return *problem;
    const auto layer = read_index(value, "layer", network.layers.size(), place);
    if (!layer) return layer.error();
    const Layer& at = network.layers[*layer];
    const auto unit = read_index(value, "unit", at.units, place);
    if (!unit) return unit.error();
    const auto input = optional(value, "input", place);
    if (!input) return input.error();
    const auto bias = optional(value, "bias", place);
    if (!bias) return bias.error();

    Ref ref{Ref::Kind::unit, *layer, *unit, 0};
    if (!bias->isUndefined()) {
        if (!bias->isTrue()) return wrong_kind(member(place, "bias"), "true", *bias);
        if (!input->isUndefined()) return refuse(place, "expects an input or a bias, got both");
        ref.kind = Ref::Kind::bias;
    } else if (!input->isUndefined()) {
        const auto index = read_index(value, "input", at.inputs, place);
        if (!index) return index.error();
        ref.kind = Ref::Kind::weight;
        ref.input = *index;
    }
    if (auto problem = validate(ref, network)) {
        const std::string_view within = std::string_view(problem->path).substr(std::string_view("ref").size());
        return Error{place.text() + std::string(within), problem->message};
    }
    return ref;
}

Result<Ref> read_parameter(const val& value, const Network& network, const Place& place) {
    auto ref = read_ref(value, network, place);
    if (ref && ref->kind == Ref::Kind::unit) return refuse(place, "expects a weight or a bias, got an activation");
    return ref;
}

/// Low and high end of an axis.
Result<Axis> read_axis(const val& ref, const val& range, const Network& network, const Place& ref_place,
                       const Place& range_place) {
    const auto at = read_parameter(ref, network, ref_place);
    if (!at) return at.error();
    double ends[2] = {0, 0};
    if (auto problem = read_numbers(range, ends, range_place)) return *problem;
    return Axis{*at, ends[0], ends[1]};
}

bool same(const Ref& one, const Ref& other) {
    return one.kind == other.kind && one.layer == other.layer && one.unit == other.unit && one.input == other.input;
}

}  // namespace

Result<Ref> to_ref(const val& value, const Network& network) {
    return read_ref(value, network, member(whole_document, "ref"));
}

Result<Ref> to_parameter(const val& value, const Network& network) {
    return read_parameter(value, network, member(whole_document, "ref"));
}

Result<DerivationOptions> to_derivation_options(const val& value, const Scenario& scenario) {
    DerivationOptions options;
    if (value.isUndefined()) return options;
    if (auto problem = check_options(value, "example paths")) return *problem;
    const auto example = read_whole(value, "example", 0, scenario.examples.size() - 1, whole_document);
    if (!example) return example.error();
    const auto paths = read_whole(value, "paths", 0, limits::paths, whole_document);
    if (!paths) return paths.error();
    return DerivationOptions{.example = example->value_or(options.example), .paths = paths->value_or(options.paths)};
}

Result<InitialiseOptions> to_initialise_options(const val& value) {
    if (auto problem = check_options(value, "scheme seed")) return *problem;
    const auto scheme = read_name(schemes, value, "scheme", whole_document);
    if (!scheme) return scheme.error();
    if (auto seed = required(value, "seed", whole_document); !seed) return seed.error();
    const auto seed = read_whole(value, "seed", 0, limits::seed, whole_document);
    if (!seed) return seed.error();
    return InitialiseOptions{*scheme, static_cast<std::uint32_t>(**seed)};
}

Result<LandscapeOptions> to_landscape_options(const val& value, const Network& network) {
    if (auto problem = check_options(value, "axes ranges resolution")) return *problem;
    const auto axes = required(value, "axes", whole_document);
    if (!axes) return axes.error();
    const Place axes_place = member(whole_document, "axes");
    const auto count = length_between(*axes, 1, 2, "parameters", axes_place);
    if (!count) return count.error();
    const auto ranges = required(value, "ranges", whole_document);
    if (!ranges) return ranges.error();
    const Place ranges_place = member(whole_document, "ranges");
    if (auto problem = check_length(*ranges, *count, "ranges", ranges_place)) return *problem;
    LandscapeOptions options;
    for (std::size_t k = 0; k < *count; ++k) {
        const auto ref = element(*axes, k, axes_place);
        if (!ref) return ref.error();
        const auto range = element(*ranges, k, ranges_place);
        if (!range) return range.error();
        const auto axis = read_axis(*ref, *range, network, item(axes_place, k), item(ranges_place, k));
        if (!axis) return axis.error();
        options.axes.push_back(*axis);
    }
    if (*count == 2 && same(options.axes[0].ref, options.axes[1].ref)) {
        return refuse(item(axes_place, 1), "expects another parameter than the first axis");
    }
    if (auto resolution = required(value, "resolution", whole_document); !resolution) return resolution.error();
    const auto resolution = read_whole(value, "resolution", 2, limits::resolution, whole_document);
    if (!resolution) return resolution.error();
    options.resolution = **resolution;
    return options;
}

Result<std::size_t> to_whole(const val& value, const char* path, std::size_t least, std::size_t most) {
    return whole_number(value, least, most, member(whole_document, path));
}

Result<double> to_finite(const val& value, const char* path) {
    if (auto problem = not_finite(value, member(whole_document, path))) return *problem;
    return value.as<double>();
}

Result<std::vector<double>> to_inputs(const val& value, std::size_t inputs) {
    const Place place = member(whole_document, "inputs");
    if (!js::is_float64_array(value) && js::kind_of(value) != Kind::list) {
        return wrong_kind(place, "a Float64Array or a list", value);
    }
    const auto length = js::length(value);
    if (!length) return unreadable(place);
    if (*length > limits::points * inputs || *length % inputs != 0) {
        return refuse(place, "expects " + counted(inputs, "numbers") + " for each of at most " +
                                 counted(limits::points, "points") + ", got " + std::to_string(*length));
    }
    std::vector<double> numbers(*length);
    const std::size_t read = js::read_numbers(value, numbers);
    if (read == numbers.size()) return numbers;
    const auto bad = element(value, read, place);
    if (!bad) return bad.error();
    if (auto problem = not_finite(*bad, item(place, read))) return *problem;
    return unreadable(item(place, read));
}

}  // namespace backprop
