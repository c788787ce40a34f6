#pragma once
/// Where a study stands that goes on in parts. Between two parts it is put down as a list of numbers, so that nothing
/// has to be kept for it and its caller may drop it at any time. A study's state shows its fields, in one order, in one
/// function:
///
///     template <class State, class Fields>
///     void each_field(State& state, const Scenario& scenario, Fields& fields);
///
/// Counting, writing and reading all go by that, so they cannot disagree.

#include <algorithm>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/scenario.hpp"

namespace backprop {

namespace progress {

struct Count {
    std::size_t numbers = 0;

    void flag(bool) { ++numbers; }
    void number(double) { ++numbers; }
    template <class T>
    void whole(T, std::type_identity_t<T>) {
        ++numbers;
    }
    void list(const std::vector<double>& values) { numbers += values.size(); }
};

struct Write {
    std::vector<double> to;

    void flag(bool value) { to.push_back(value ? 1 : 0); }
    void number(double value) { to.push_back(value); }
    template <class T>
    void whole(T value, std::type_identity_t<T>) {
        to.push_back(static_cast<double>(value));
    }
    void list(const std::vector<double>& values) { to.insert(to.end(), values.begin(), values.end()); }
};

/// What is read may be anything: it comes from outside.
struct Read {
    const double* from;

    void flag(bool& value) { value = *from++ != 0; }
    void number(double& value) { value = *from++; }

    /// A size or an enum; whole and at most `most`, else 0.
    template <class T>
    void whole(T& value, std::type_identity_t<T> most) {
        const double number = *from++;
        value = static_cast<T>(number >= 0 && number <= static_cast<double>(most) ? number : 0);
    }

    void list(std::vector<double>& values) {
        std::copy_n(from, values.size(), values.begin());
        from += values.size();
    }
};

}  // namespace progress

template <class State>
[[nodiscard]] std::vector<double> numbers_of(const State& state, const Scenario& scenario) {
    progress::Write write;
    each_field(state, scenario, write);
    return std::move(write.to);
}

/// Numbers that are none of such a state are its beginning.
template <class State>
[[nodiscard]] State state_of(std::span<const double> numbers, State beginning, const Scenario& scenario) {
    progress::Count count;
    each_field(beginning, scenario, count);
    if (numbers.size() != count.numbers) return beginning;
    progress::Read read{numbers.data()};
    each_field(beginning, scenario, read);
    return beginning;
}

}  // namespace backprop
