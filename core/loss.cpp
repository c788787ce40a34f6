#include "core/loss.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/math.hpp"

namespace backprop {

namespace {

/// As PyTorch: no logarithm below −100, no denominator below 1e-12. Outside of 0 to 1, which PyTorch refuses, neither
/// loss nor slope is a number: a finite slope would let a run go on down a cost that is none.
OutputLoss binary_cross_entropy(double a, double y) {
    constexpr double least_log = -100;
    constexpr double least_denominator = 1e-12;
    const auto clamped = [](double log) { return log < least_log ? least_log : log; };
    const double spread = a * (1 - a);
    if (spread < 0) return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    return {-(y * clamped(math::log(a)) + (1 - y) * clamped(math::log(1 - a))),
            (a - y) / (spread < least_denominator ? least_denominator : spread)};
}

/// From z, a = σ(z): −ln a = softplus(−z) and −ln(1 − a) = softplus(z).
OutputLoss binary_cross_entropy_from_z(double z, double y) {
    return {y * softplus(-z) + (1 - y) * softplus(z), (1 - y) / sigmoid(-z).a - y / sigmoid(z).a};
}

/// `count` outputs share the mean of mean_squared_error.
OutputLoss at(Loss loss, double a, double y, double count) {
    const double error = a - y;
    const double size = std::fabs(error);
    const double sign = error > 0 ? 1 : error < 0 ? -1 : 0 * error;  // NaN stays NaN
    switch (loss) {
        case Loss::squared_error:
            return {error * error, 2 * error};
        case Loss::half_squared_error:
            return {0.5 * (error * error), error};
        case Loss::mean_squared_error:
            return {error * error / count, 2 * error / count};
        case Loss::absolute_error:
            return {size, sign};
        case Loss::huber:
            return size > 1 ? OutputLoss{size - 0.5, sign} : OutputLoss{0.5 * (error * error), error};
        case Loss::binary_cross_entropy:
            return binary_cross_entropy(a, y);
        case Loss::cross_entropy:
            // A target of 0 asks nothing of its output, even where that is 0 itself.
            return y == 0 ? OutputLoss{0, 0} : OutputLoss{-y * math::log(a), -y / a};
    }
    return {};
}

/// −Σ y·ln a with ln a = z − ln Σ e^z
double cross_entropy_from_z(std::span<const double> z, std::span<const double> y) {
    const double largest = *std::max_element(z.begin(), z.end());
    double sum = 0;
    for (const double each : z) sum += math::exp(each - largest);
    const double log_sum = math::log(sum);
    double loss = 0;
    for (std::size_t k = 0; k < z.size(); ++k) loss -= y[k] * ((z[k] - largest) - log_sum);
    return loss;
}

}  // namespace

double value(Loss loss, std::span<const double> a, std::span<const double> y) {
    const double count = static_cast<double>(a.size());
    double sum = 0;
    for (std::size_t k = 0; k < a.size(); ++k) sum += at(loss, a[k], y[k], count).value;
    return sum;
}

double value(Loss loss, const Outputs& outputs, std::span<const double> y) {
    if (!is_from_z(loss, outputs.activation)) return value(loss, outputs.a, y);
    if (loss == Loss::cross_entropy) return cross_entropy_from_z(outputs.z, y);
    double sum = 0;
    for (std::size_t k = 0; k < y.size(); ++k) sum += binary_cross_entropy_from_z(outputs.z[k], y[k]).value;
    return sum;
}

void loss_slopes(Loss loss, const Outputs& outputs, std::span<const double> y, std::span<double> dC_da) {
    const double count = static_cast<double>(y.size());
    const bool sigmoid_from_z = loss == Loss::binary_cross_entropy && is_from_z(loss, outputs.activation);
    for (std::size_t k = 0; k < y.size(); ++k) {
        dC_da[k] = sigmoid_from_z ? binary_cross_entropy_from_z(outputs.z[k], y[k]).slope
                                  : at(loss, outputs.a[k], y[k], count).slope;
    }
}

void loss_slopes_from_z(Loss loss, std::span<const double> a, std::span<const double> y, std::span<double> dC_dz) {
    double sum = 1;  // of the targets; binary_cross_entropy has one per output
    if (loss == Loss::cross_entropy) {
        sum = 0;
        for (const double each : y) sum += each;
    }
    for (std::size_t k = 0; k < y.size(); ++k) dC_dz[k] = a[k] * sum - y[k];
}

namespace {

/// `add_losses`, with `one(k)` the share of number k and what its slope is multiplied by to be ∂C/∂z.
template <class One>
[[gnu::always_inline]] inline double add_each(double sum, std::size_t outputs, std::size_t count, double* dC_dz,
                                              One one) {
    std::size_t k = 0;
    for (std::size_t n = 0; n < count; ++n) {
        double own = 0;
        for (const std::size_t end = k + outputs; k < end; ++k) {
            const auto [value, slope] = one(k);
            own += value;
            if (dC_dz) dC_dz[k] = slope;
        }
        sum += own;
    }
    return sum;
}

}  // namespace

OutputLoss output_loss(Loss loss, Activation output, std::size_t outputs, double z, double a, double y, double da_dz) {
    if (is_from_z(loss, output)) return {binary_cross_entropy_from_z(z, y).value, a - y};
    const auto [value, dC_da] = at(loss, a, y, static_cast<double>(outputs));
    return {value, dC_da * da_dz};
}

double add_losses(double sum, Loss loss, Activation output, std::size_t outputs, std::size_t count, const double* z,
                  const double* a, const double* y, const double* da_dz, double* dC_dz) {
    // The commonest by themselves: asked for each number, which loss it is would cost more than the loss.
    if (loss == Loss::squared_error) {
        return add_each(sum, outputs, count, dC_dz, [&](std::size_t k) { return squared_error(a[k], y[k], da_dz[k]); });
    }
    if (loss == Loss::half_squared_error) {
        return add_each(sum, outputs, count, dC_dz, [&](std::size_t k) {
            const double error = a[k] - y[k];
            return OutputLoss{0.5 * (error * error), error * da_dz[k]};
        });
    }
    return add_each(sum, outputs, count, dC_dz,
                    [&](std::size_t k) { return output_loss(loss, output, outputs, z[k], a[k], y[k], da_dz[k]); });
}

}  // namespace backprop
