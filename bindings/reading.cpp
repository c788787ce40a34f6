#include "bindings/reading.hpp"

#include <cmath>

#include "core/validate.hpp"

namespace backprop {

using js::Kind;

namespace {

/// The length of a list, before anything in it is read.
Result<std::size_t> length_of(const val& list, const Place& place) {
    if (js::kind_of(list) != Kind::list) return wrong_kind(place, "a list", list);
    const auto length = js::length(list);
    if (!length) return unreadable(place);
    return *length;
}

Result<bool> read_flag(const val& list, std::size_t index, const Place& place) {
    const auto value = element(list, index, place);
    if (!value) return value.error();
    if (js::kind_of(*value) != Kind::boolean) return wrong_kind(item(place, index), "true or false", *value);
    return value->isTrue();
}

}  // namespace

Error refuse(const Place& place, std::string message) { return {place.text(), std::move(message)}; }

Error unreadable(const Place& place) { return refuse(place, "could not be read"); }

Error wrong_kind(const Place& place, const char* expected, const val& value) {
    return refuse(place,
                  std::string("expects ") + expected + ", got " + std::string(js::described(js::kind_of(value))));
}

Problem check_object(const val& object, const char* known, const Place& place) {
    if (js::kind_of(object) != Kind::object) return wrong_kind(place, "an object", object);
    const auto unknown = js::unknown_key(object, known);
    if (!unknown) return unreadable(place);
    if (!unknown->found) return {};
    return refuse(member(place, unknown->name.c_str()), std::string("is not a known key; known are ") + known);
}

Result<val> required(const val& object, js::Key key, const Place& place) {
    auto value = js::get(object, key);
    if (!value) return unreadable(member(place, key));
    if (value->isUndefined()) return refuse(member(place, key), "is missing");
    return *std::move(value);
}

Result<val> optional(const val& object, js::Key key, const Place& place) {
    auto value = js::get(object, key);
    if (!value) return unreadable(member(place, key));
    return *std::move(value);
}

Result<std::size_t> length_between(const val& list, std::size_t least, std::size_t most, const char* what,
                                   const Place& place) {
    auto length = length_of(list, place);
    if (length && (*length < least || *length > most))
        return refuse(place, expects_between(least, most, what, *length));
    return length;
}

Problem check_length(const val& list, std::size_t expected, const char* what, const Place& place) {
    const auto length = length_of(list, place);
    if (!length) return length.error();
    if (*length != expected) return refuse(place, expects_count(expected, what, *length));
    return {};
}

Result<val> element(const val& list, std::size_t index, const Place& place) {
    auto value = js::get(list, index);
    if (!value) return unreadable(item(place, index));
    return *std::move(value);
}

Problem not_finite(const val& value, const Place& place) {
    if (js::kind_of(value) != Kind::number) return wrong_kind(place, "a number", value);
    if (!std::isfinite(value.as<double>())) return refuse(place, "expects a finite number");
    return {};
}

Problem read_numbers(const val& list, std::span<double> to, const Place& place) {
    if (auto problem = check_length(list, to.size(), "numbers", place)) return problem;
    const std::size_t read = js::read_numbers(list, to);
    if (read == to.size()) return {};
    const auto value = element(list, read, place);
    if (!value) return value.error();
    if (auto problem = not_finite(*value, item(place, read))) return problem;
    return unreadable(item(place, read));  // it changed between two looks
}

Result<double> read_number(const val& object, js::Key key, const Place& place) {
    const auto value = required(object, key, place);
    if (!value) return value.error();
    if (auto problem = not_finite(*value, member(place, key))) return *problem;
    return value->as<double>();
}

Result<std::size_t> whole_number(const val& value, std::size_t least, std::size_t most, const Place& place) {
    if (auto problem = not_finite(value, place)) return *problem;
    const double number = value.as<double>();
    if (std::trunc(number) == number && number >= static_cast<double>(least) && number <= static_cast<double>(most)) {
        return static_cast<std::size_t>(number);
    }
    return refuse(place, expects_whole(least, most) + ", got " + js::quoted(value));
}

Problem read_flags(const val& list, std::span<std::uint8_t> to, const Place& place) {
    if (auto problem = check_length(list, to.size(), "flags", place)) return problem;
    for (std::size_t k = 0; k < to.size(); ++k) {
        const auto flag = read_flag(list, k, place);
        if (!flag) return flag.error();
        to[k] = *flag;
    }
    return {};
}

Result<std::optional<std::size_t>> read_whole(const val& object, js::Key key, std::size_t least, std::size_t most,
                                              const Place& place) {
    const auto value = optional(object, key, place);
    if (!value) return value.error();
    if (value->isUndefined()) return std::optional<std::size_t>();
    const auto number = whole_number(*value, least, most, member(place, key));
    if (!number) return number.error();
    return std::optional(*number);
}

Problem read_optional_number(const val& object, js::Key key, double& number, const Place& place) {
    const auto value = optional(object, key, place);
    if (!value) return value.error();
    if (value->isUndefined()) return {};
    if (auto problem = not_finite(*value, member(place, key))) return problem;
    number = value->as<double>();
    return {};
}

Result<std::size_t> read_index(const val& object, js::Key key, std::size_t count, const Place& place) {
    const auto value = required(object, key, place);
    if (!value) return value.error();
    return whole_number(*value, 0, count - 1, member(place, key));
}

}  // namespace backprop
