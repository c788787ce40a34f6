#pragma once
/// The loss of one example: how far the outputs a are from the targets y, as one number, and its derivative by each
/// output. The cost of several examples is the mean of their losses. To add one: its name in `Loss` and in `losses`,
/// its case in `at` (loss.cpp); README.md has the rest of the way, to the page.

#include <array>
#include <span>

#include "core/activation.hpp"
#include "core/name.hpp"

namespace backprop {

enum class Loss {
    squared_error,         ///< Σ (a − y)², the note's
    half_squared_error,    ///< ½ Σ (a − y)²
    mean_squared_error,    ///< Σ (a − y)² / number of outputs
    absolute_error,        ///< Σ |a − y|; slope 0 at 0
    huber,                 ///< Σ ½e² where |e| ≤ 1, else |e| − ½, with e = a − y
    binary_cross_entropy,  ///< −Σ y·ln a + (1 − y)·ln(1 − a)
    cross_entropy,         ///< −Σ y·ln a; output softmax
};

inline constexpr std::array losses{
    Named<Loss>{Loss::squared_error, "squared_error"},
    Named<Loss>{Loss::half_squared_error, "half_squared_error"},
    Named<Loss>{Loss::mean_squared_error, "mean_squared_error"},
    Named<Loss>{Loss::absolute_error, "absolute_error"},
    Named<Loss>{Loss::huber, "huber"},
    Named<Loss>{Loss::binary_cross_entropy, "binary_cross_entropy"},
    Named<Loss>{Loss::cross_entropy, "cross_entropy"},
};

/// The last layer as the loss sees it.
struct Outputs {
    Activation activation;
    std::span<const double> z;  ///< (outputs)
    std::span<const double> a;  ///< (outputs)
};

/// Whether the loss is better taken from z: the logarithm undoes the exponential, so nothing saturates. Then ∂C/∂z is a
/// − y (cross_entropy: a·Σy − y), also where ∂C/∂a · ∂a/∂z would be ∞ · 0.
[[nodiscard]] constexpr bool is_from_z(Loss loss, Activation output) {
    return (loss == Loss::binary_cross_entropy && output == Activation::sigmoid) ||
           (loss == Loss::cross_entropy && output == Activation::softmax);
}

/// The loss of one example.   y (outputs)
[[nodiscard]] double value(Loss loss, const Outputs& outputs, std::span<const double> y);

/// The same from the activations alone, for outputs that were moved by hand and have no z.
[[nodiscard]] double value(Loss loss, std::span<const double> a, std::span<const double> y);

/// ∂C/∂a of the outputs.   y, dC_da (outputs)
void loss_slopes(Loss loss, const Outputs& outputs, std::span<const double> y, std::span<double> dC_da);

/// ∂C/∂z of the outputs, only where `is_from_z`.   a, y, dC_dz (outputs)
void loss_slopes_from_z(Loss loss, std::span<const double> a, std::span<const double> y, std::span<double> dC_dz);

/// Whether each output has its own share of the loss and its own slope, whatever the others are.
[[nodiscard]] constexpr bool is_by_output(Loss loss, Activation output) {
    return loss != Loss::cross_entropy && output != Activation::softmax;
}

/// What one output adds to the loss, and a slope of it.
struct OutputLoss {
    double value;
    double slope;
};

/// The note's, of one output, with ∂C/∂z.
[[nodiscard]] inline OutputLoss squared_error(double a, double y, double da_dz) {
    const double error = a - y;
    return {error * error, 2 * error * da_dz};
}

/// One output's share of the loss, with ∂C/∂z. Only where `is_by_output`.
[[nodiscard]] OutputLoss output_loss(Loss loss, Activation output, std::size_t outputs, double z, double a, double y,
                                     double da_dz);

/// `sum` and the losses of `count` examples, one after the other; where `dC_dz` is not null, ∂C/∂z of their outputs: at
/// once, what `value` and the slopes are one by one. Only where `is_by_output`.   z, a, y, da_dz, dC_dz (count,
/// outputs)
[[nodiscard]] double add_losses(double sum, Loss loss, Activation output, std::size_t outputs, std::size_t count,
                                const double* z, const double* a, const double* y, const double* da_dz, double* dC_dz);

}  // namespace backprop
