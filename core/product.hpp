#pragma once
/// The one kernel: a matrix product in vector lanes. z = W·x, ∂C/∂x = Wᵀ·∂C/∂z and ∂C/∂W = ∂C/∂z·xᵀ of many examples
/// are all it takes. Every sum is added up in index order, one addend after the other, whatever the width.

#include "core/lanes.hpp"

namespace backprop {

/// (rows, inner), each number where its steps say: so a matrix is read transposed without being copied.
struct Left {
    const double* data;
    std::size_t row_step;
    std::size_t inner_step;

    [[nodiscard]] const double* row(std::size_t r) const { return data + r * row_step; }
};

/// Σₖ left(r, k) · right(k, n), in the order of k from `start(r, n)` on, for each r and n, into `finish(r, n, sum)`.
/// right (inner, columns) row-major. Two rows at a time, since they share what is read of `right`.
template <class Start, class Finish>
[[gnu::always_inline]] inline void multiply(std::size_t rows, std::size_t inner, std::size_t columns, Left left,
                                            const double* right, Start start, Finish finish) {
    over_lanes<Lanes8>(columns, [&](auto lanes, std::size_t n) {
        using V = decltype(lanes);
        const std::size_t step = left.inner_step;
        std::size_t r = 0;
        for (; r + 2 <= rows; r += 2) {
            V one = start(lanes, r, n);
            V other = start(lanes, r + 1, n);
            const double* left_one = left.row(r);
            const double* left_other = left.row(r + 1);
            const double* column = right + n;
            for (std::size_t k = 0; k < inner; ++k, column += columns, left_one += step, left_other += step) {
                const V x = load<V>(column);
                one = one + *left_one * x;
                other = other + *left_other * x;
            }
            finish(r, n, one);
            finish(r + 1, n, other);
        }
        if (r == rows) return;
        V sum = start(lanes, r, n);
        const double* left_row = left.row(r);
        const double* column = right + n;
        for (std::size_t k = 0; k < inner; ++k, column += columns, left_row += step) {
            sum = sum + *left_row * load<V>(column);
        }
        finish(r, n, sum);
    });
}

}  // namespace backprop
