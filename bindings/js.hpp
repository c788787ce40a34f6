#pragma once
/// Reading JavaScript values one at a time, safely, and building plain ones. Embind at -O2 checks nothing: undefined
/// read as an int is −2147483648, a short array is read past its end, a getter that throws leaves C++ without
/// unwinding. Each function here catches what JavaScript throws and answers with a value instead. No field name of the
/// document stands in this file.

#include <emscripten/val.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backprop::js {

using emscripten::val;

enum class Kind { undefined, null, boolean, number, string, list, object, other };

[[nodiscard]] Kind kind_of(const val& value);

/// For the end of a sentence, "got …": nothing, null, text, a number, a list, an object.
[[nodiscard]] std::string_view described(Kind kind);

/// A text in quotes, cut where it gets long; a number in digits; anything else as its kind.
[[nodiscard]] std::string quoted(const val& value);

/// The name of a field. JavaScript keeps what it has read at an address and knows it by that address from then on, so a
/// key's text must stay where it is and as it is: a literal, which the compiler sees to, or a text that its owner
/// vouches for.
struct Key {
    const char* text;

    consteval Key(const char* literal) : text(literal) {}

    /// Of a text that lives as long as the module and never changes: a name in a table.
    [[nodiscard]] static constexpr Key lasting(const char* text) { return Key(text, Lasting{}); }

  private:
    struct Lasting {};
    constexpr Key(const char* lasting, Lasting) : text(lasting) {}
};

/// object[key], undefined unless the key is its own, or list[index]; nothing when reading it threw.
[[nodiscard]] std::optional<val> get(const val& object, Key key);
[[nodiscard]] std::optional<val> get(const val& list, std::size_t index);

[[nodiscard]] bool is_float64_array(const val& value);

/// Of a list or typed array; nothing when reading it threw or it is no whole number.
[[nodiscard]] std::optional<std::size_t> length(const val& list);

struct UnknownKey {
    bool found = false;
    std::string name;
};

/// The first own key that is not among `known` (names separated by spaces). Nothing when listing the keys threw.
[[nodiscard]] std::optional<UnknownKey> unknown_key(const val& object, const char* known);

/// Fills `to` from the list's first elements. Answers how many were finite numbers before the first that was not.
[[nodiscard]] std::size_t read_numbers(const val& list, std::span<double> to);

/// All of a Float64Array as it is, of anything else nothing.
[[nodiscard]] std::vector<double> copied(const val& value);

/// Two lists of numbers in each item of a list, named by `first` and `second`.
struct Records {
    const char* first;
    std::size_t first_count;
    const char* second;
    std::size_t second_count;
};

/// Fills `to` item by item in one crossing, which thousands of them need. Answers how many items were objects of
/// exactly this shape, all numbers finite, before the first that was not.
[[nodiscard]] std::size_t read_records(const val& list, const Records& shape, std::span<double> to);

/// object[key] = value, by one crossing each; Embind's own `set` writes out its conversions at every call.
void set(const val& object, Key key, const val& value);
void set(const val& object, Key key, double value);
void set(const val& object, Key key, std::size_t value);
void set(const val& object, Key key, bool value);
void set(const val& object, Key key, std::string_view value);
void append(const val& list, const val& value);

/// A plain list of what `convert` makes of the items.
template <class T, class Convert>
[[nodiscard]] val list_of(const std::vector<T>& items, Convert convert) {
    val list = val::array();
    for (const T& item : items) append(list, convert(item));
    return list;
}

/// A Float64Array of its own.
[[nodiscard]] val numbers(std::span<const double> values);

/// A list of plain objects, the reverse of `read_records`.
[[nodiscard]] val records(const Records& shape, std::span<const double> from);

/// Plain arrays: a list, and a list of rows.
[[nodiscard]] val list(std::span<const double> values);
[[nodiscard]] val rows(std::span<const double> values, std::size_t columns);

}  // namespace backprop::js
