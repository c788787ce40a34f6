#pragma once
/// Reading what arrives from JavaScript, piece by piece, with the place it stands at: each piece is checked before it
/// sizes a loop or an allocation, and a failure is a value with the path of the field.

#include <emscripten/val.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "bindings/js.hpp"
#include "core/error.hpp"
#include "core/name.hpp"

namespace backprop {

using emscripten::val;

/// Where in the document we are. A chain on the stack, written out only when something is wrong: most documents are
/// right.
struct Place {
    const Place* parent = nullptr;
    const char* key = nullptr;  ///< or else `index`
    std::size_t index = 0;

    [[nodiscard]] std::string text() const {
        std::string path = parent ? parent->text() : std::string();
        const std::string own = key ? std::string(key) : std::to_string(index);
        return path.empty() ? own : path + "." + own;
    }
};

inline const Place whole_document{nullptr, "", 0};

inline Place member(const Place& parent, const char* key) { return {&parent, key, 0}; }
inline Place member(const Place& parent, js::Key key) { return {&parent, key.text, 0}; }
inline Place item(const Place& parent, std::size_t index) { return {&parent, nullptr, index}; }

using Problem = std::optional<Error>;

[[nodiscard]] Error refuse(const Place& place, std::string message);
[[nodiscard]] Error unreadable(const Place& place);
[[nodiscard]] Error wrong_kind(const Place& place, const char* expected, const val& value);

/// `object` is an object with no other keys than `known` (separated by spaces).
[[nodiscard]] Problem check_object(const val& object, const char* known, const Place& place);
[[nodiscard]] Result<val> required(const val& object, js::Key key, const Place& place);

/// Undefined when it is absent.
[[nodiscard]] Result<val> optional(const val& object, js::Key key, const Place& place);
[[nodiscard]] Result<std::size_t> length_between(const val& list, std::size_t least, std::size_t most, const char* what,
                                                 const Place& place);
[[nodiscard]] Problem check_length(const val& list, std::size_t expected, const char* what, const Place& place);
[[nodiscard]] Result<val> element(const val& list, std::size_t index, const Place& place);
[[nodiscard]] Problem not_finite(const val& value, const Place& place);

/// Exactly as many numbers as `to` holds, all finite.
[[nodiscard]] Problem read_numbers(const val& list, std::span<double> to, const Place& place);
[[nodiscard]] Result<double> read_number(const val& object, js::Key key, const Place& place);
[[nodiscard]] Result<std::size_t> whole_number(const val& value, std::size_t least, std::size_t most,
                                               const Place& place);
[[nodiscard]] Problem read_flags(const val& list, std::span<std::uint8_t> to, const Place& place);

/// A whole number that is there or not.
[[nodiscard]] Result<std::optional<std::size_t>> read_whole(const val& object, js::Key key, std::size_t least,
                                                            std::size_t most, const Place& place);

/// `number` keeps its default when the key is absent.
[[nodiscard]] Problem read_optional_number(const val& object, js::Key key, double& number, const Place& place);

/// Of one of `count` things.
[[nodiscard]] Result<std::size_t> read_index(const val& object, js::Key key, std::size_t count, const Place& place);

/// One of the names of a table.
template <class E, std::size_t n>
[[nodiscard]] Result<E> read_name(const std::array<Named<E>, n>& table, const val& object, js::Key key,
                                  const Place& place) {
    const auto value = required(object, key, place);
    if (!value) return value.error();
    if (js::kind_of(*value) == js::Kind::string) {
        if (const auto found = find_named(table, value->as<std::string>())) return *found;
    }
    const char* expects = n == 1 ? "expects " : "expects one of ";
    return refuse(member(place, key), expects + listed(table) + ", got " + js::quoted(*value));
}

}  // namespace backprop
