#pragma once
/// The one kernel: a matrix product in vector lanes. z = W·x, ∂C/∂x = Wᵀ·∂C/∂z and ∂C/∂W = ∂C/∂z·xᵀ of many examples
/// are all it takes. Every sum is added up in index order, one addend after the other, whatever the width.

#include <cstddef>
#include <type_traits>

#include "core/lanes.hpp"

namespace backprop {

/// (rows, inner), each number where its steps say: so a matrix is read transposed without being copied.
struct Left {
    const double* data;
    std::size_t row_step;
    std::size_t inner_step;

    [[nodiscard]] const double* row(std::size_t r) const { return data + r * row_step; }
};

/// (inner, columns), its rows `step` apart; 0 = every row is the first.
struct Right {
    const double* data;
    std::size_t step;
};

namespace detail {

/// The sum of one row so far, and where its left side is read next.
template <class V>
struct Row {
    static constexpr std::size_t count = 1;
    V sum;
    const double* left;

    template <class Start>
    [[gnu::always_inline]] Row(Start& start, Left from, std::size_t r, std::size_t n)
        : sum(start(V{}, r, n)), left(from.row(r)) {}
    [[gnu::always_inline]] void add(V x, std::size_t step) {
        sum = sum + *left * x;
        left += step;
    }
    template <class Finish>
    [[gnu::always_inline]] void finish(Finish& with, std::size_t r, std::size_t n) const {
        with(r, n, sum);
    }
};

/// Neighbouring rows: they share what is read of the right side, and none waits for another's last sum.
template <class Half>
struct Rows {
    static constexpr std::size_t count = 2 * Half::count;
    Half low, high;

    template <class Start>
    [[gnu::always_inline]] Rows(Start& start, Left from, std::size_t r, std::size_t n)
        : low(start, from, r, n), high(start, from, r + Half::count, n) {}
    template <class V>
    [[gnu::always_inline]] void add(V x, std::size_t step) {
        low.add(x, step);
        high.add(x, step);
    }
    template <class Finish>
    [[gnu::always_inline]] void finish(Finish& with, std::size_t r, std::size_t n) const {
        low.finish(with, r, n);
        high.finish(with, r + Half::count, n);
    }
};

/// As many rows at once as there are, from r on; where it stopped.
template <class Some, class V, class Start, class Finish>
[[gnu::always_inline]] inline std::size_t multiply_rows(V, std::size_t r, std::size_t rows, std::size_t n,
                                                        std::size_t inner, Left left, Right right, Start& start,
                                                        Finish& finish) {
    for (; r + Some::count <= rows; r += Some::count) {
        Some some(start, left, r, n);
        const double* column = right.data + n;
        for (std::size_t k = 0; k < inner; ++k, column += right.step) some.add(load<V>(column), left.inner_step);
        some.finish(finish, r, n);
    }
    return r;
}

}  // namespace detail

/// Σₖ left(r, k) · right(k, n), in the order of k from `start(r, n)` on, for each r and n, into `finish(r, n, sum)`.
/// Several rows at a time: two of many lanes, which are many registers, four of few.
template <class Start, class Finish>
[[gnu::always_inline]] inline void multiply(std::size_t rows, std::size_t inner, std::size_t columns, Left left,
                                            Right right, Start start, Finish finish) {
    over_lanes<Lanes8>(columns, [&](auto lanes, std::size_t n) {
        using One = detail::Row<decltype(lanes)>;
        const auto some = [&]<class Some>(std::size_t r) {
            return detail::multiply_rows<Some>(lanes, r, rows, n, inner, left, right, start, finish);
        };
        using Several =
            std::conditional_t<width<decltype(lanes)> <= 2, detail::Rows<detail::Rows<One>>, detail::Rows<One>>;
        const std::size_t r = some.template operator()<Several>(0);
        some.template operator()<One>(r);
    });
}

}  // namespace backprop
