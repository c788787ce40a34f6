#pragma once
/// Names of the document ("relu", "squared_error") and the enums they stand for. Each enum keeps one table of `Named`,
/// so that looking up, printing and listing what is known can never disagree.

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace backprop {

template <class E>
struct Named {
    E value;
    std::string_view name;
};

template <class E, std::size_t n>
[[nodiscard]] constexpr std::optional<E> find_named(const std::array<Named<E>, n>& table, std::string_view name) {
    for (const auto& entry : table) {
        if (entry.name == name) return entry.value;
    }
    return std::nullopt;
}

template <class E, std::size_t n>
[[nodiscard]] constexpr std::string_view name_of(const std::array<Named<E>, n>& table, E value) {
    for (const auto& entry : table) {
        if (entry.value == value) return entry.name;
    }
    return {};
}

/// "identity, relu, sigmoid, tanh"
template <class E, std::size_t n>
[[nodiscard]] std::string listed(const std::array<Named<E>, n>& table) {
    std::string text;
    for (const auto& entry : table) {
        if (!text.empty()) text += ", ";
        text += entry.name;
    }
    return text;
}

}  // namespace backprop
