#include <cmath>
#include <string>
#include <utility>

#include "bindings/document.hpp"
#include "bindings/read_descent.hpp"
#include "bindings/read_network.hpp"
#include "bindings/reading.hpp"
#include "core/dataset.hpp"
#include "core/validate.hpp"

namespace backprop {

using js::Kind;

namespace {

Problem read_list(const val& object, js::Key key, std::size_t count, std::vector<double>& to, const Place& place) {
    const auto value = required(object, key, place);
    if (!value) return value.error();
    to.resize(count);
    return read_numbers(*value, to, member(place, key));
}

Result<Example> read_example(const val& value, const Network& network, const Place& place) {
    if (auto problem = check_object(value, "inputs targets", place)) return *problem;
    Example example;
    if (auto problem = read_list(value, "inputs", network.inputs(), example.inputs, place)) return *problem;
    if (auto problem = read_list(value, "targets", network.outputs(), example.targets, place)) return *problem;
    return example;
}

js::Records shape_of_examples(const Network& network) {
    return {"inputs", network.inputs(), "targets", network.outputs()};
}

/// The examples of a document, and the dataset they come from, which stands instead of a list of them.
struct Data {
    Examples examples;
    std::optional<Dataset> dataset;
    bool is_known = false;  ///< nobody changes the list
};

/// Reading thousands of examples takes longer than what is asked about them: the last long list that nobody changes.
struct KnownList {
    bool is_kept = false;
    val list = val::undefined();
    Examples examples;

    [[nodiscard]] bool is(const val& other, const Network& network) const {
        return is_kept && list.strictlyEquals(other) && examples[0].inputs.size() == network.inputs() &&
               examples[0].targets.size() == network.outputs();
    }
};

KnownList& known_list() {
    static KnownList of_module;
    return of_module;
}

/// Numbers in a list that is long.
constexpr std::size_t many = 500;

Result<Data> read_examples(const val& document, const Network& network) {
    const auto value = required(document, "examples", whole_document);
    if (!value) return value.error();
    KnownList& known = known_list();
    if (known.is(*value, network)) return Data{known.examples, {}, true};
    const Place place = member(whole_document, "examples");
    const auto count = length_between(*value, 1, limits::examples, "examples", place);
    if (!count) return count.error();
    const std::size_t inputs = network.inputs();
    const std::size_t width = inputs + network.outputs();
    std::vector<double> numbers(*count * width);
    const std::size_t read = js::read_records(*value, shape_of_examples(network), numbers);
    std::vector<Example> examples;
    examples.reserve(*count);
    for (std::size_t n = 0; n < read; ++n) {
        const auto row = numbers.begin() + static_cast<std::ptrdiff_t>(n * width);
        const auto middle = row + static_cast<std::ptrdiff_t>(inputs);
        examples.push_back({{row, middle}, {middle, row + static_cast<std::ptrdiff_t>(width)}});
    }
    // What is wrong with the first that is not as it should be; one by one costs more, and explains.
    for (std::size_t n = read; n < *count; ++n) {
        const auto entry = element(*value, n, place);
        if (!entry) return entry.error();
        auto example = read_example(*entry, network, item(place, n));
        if (!example) return example.error();
        examples.push_back(*std::move(example));
    }
    Data data{std::move(examples), {}, false};
    if (known.is_kept && numbers.size() > many) {
        known.list = *value;
        data.is_known = true;
        known.examples = data.examples;
    }
    return data;
}

Result<Dataset> read_dataset(const val& value, const Place& place) {
    if (auto problem = check_object(value, "name count noise seed", place)) return *problem;
    Dataset dataset;
    const auto name = read_name(dataset_names, value, "name", place);
    if (!name) return name.error();
    const auto noise = read_number(value, "noise", place);
    if (!noise) return noise.error();
    for (const js::Key key : {js::Key("count"), js::Key("seed")}) {
        if (auto there = required(value, key, place); !there) return there.error();
    }
    const auto count = read_whole(value, "count", 1, limits::examples, place);
    if (!count) return count.error();
    const auto seed = read_whole(value, "seed", 0, limits::seed, place);
    if (!seed) return seed.error();
    dataset = {*name, **count, *noise, static_cast<std::uint32_t>(**seed)};
    if (auto problem = validate(dataset)) return *problem;
    return dataset;
}

Result<Data> read_data(const val& document, const Network& network) {
    const auto value = optional(document, "dataset", whole_document);
    if (!value) return value.error();
    if (value->isUndefined()) return read_examples(document, network);
    const Place place = member(whole_document, "dataset");
    const auto examples = optional(document, "examples", whole_document);
    if (!examples) return examples.error();
    if (!examples->isUndefined()) return refuse(place, "expects examples or a dataset, got both");
    const auto dataset = read_dataset(*value, place);
    if (!dataset) return dataset.error();
    if (network.inputs() != 2)
        return refuse(place, "needs a network with 2 inputs, got " + std::to_string(network.inputs()));
    if (network.outputs() != 1)
        return refuse(place, "needs a network with 1 output, got " + std::to_string(network.outputs()));
    return Data{examples_of(*dataset), *dataset, false};
}

Problem check_version(const val& document) {
    const auto version = required(document, "version", whole_document);
    if (!version) return version.error();
    if (js::kind_of(*version) == Kind::number && version->as<double>() == 1) return {};
    return refuse(member(whole_document, "version"), "expects 1, got " + js::quoted(*version));
}

/// Undefined when there is none; an empty one is none.
Result<val> read_title(const val& document) {
    auto title = optional(document, "title", whole_document);
    if (!title || title->isUndefined()) return title;
    if (js::kind_of(*title) != Kind::string) return wrong_kind(member(whole_document, "title"), "text", *title);
    return js::length(*title) == 0 ? val::undefined() : *title;
}

}  // namespace

Result<Document> to_document(const val& value) {
    if (auto problem = check_object(value, "version title layers examples dataset loss descent", whole_document))
        return *problem;
    if (auto problem = check_version(value)) return *problem;
    auto title = read_title(value);
    if (!title) return title.error();
    auto network = read_network(value);
    if (!network) return network.error();
    auto data = read_data(value, *network);
    if (!data) return data.error();
    const auto loss = read_name(losses, value, "loss", whole_document);
    if (!loss) return loss.error();
    auto descent = read_descent(value, *network, data->examples.size());
    if (!descent) return descent.error();
    Document document{{std::move(*network), std::move(data->examples), data->dataset, *loss, std::move(*descent)},
                      {*std::move(title), data->is_known}};
    if (auto problem = validate(document.scenario)) return *problem;
    return document;
}

void keep_lists() { known_list().is_kept = true; }

const val& known_examples() { return known_list().list; }

Result<Dataset> to_dataset(const val& value) { return read_dataset(value, member(whole_document, "dataset")); }

}  // namespace backprop
