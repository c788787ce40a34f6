#include "core/rule.hpp"

#include <cmath>

#include "core/lanes.hpp"

namespace backprop {

namespace {

/// By repeated squaring: libm's pow is not the same everywhere.
double power(double base, std::uint64_t exponent) {
    double result = 1;
    for (; exponent > 0; exponent >>= 1) {
        if (exponent & 1) result *= base;
        base *= base;
    }
    return result;
}

double square_root(double x) { return std::sqrt(x); }
Lanes2 square_root(Lanes2 x) { return Lanes2{std::sqrt(x[0]), std::sqrt(x[1])}; }

/// One parameter, or one in each lane, with what its rule remembers of it: 0 where that is nothing.
template <class V>
struct One {
    V parameter, first, second;
};

template <class V>
[[gnu::always_inline]] inline One<V> adam(const RuleStep& step, One<V> before, V gradient) {
    const Descent& d = *step.descent;
    const V first = d.beta1 * before.first + (1 - d.beta1) * gradient;
    const V second = d.beta2 * before.second + (1 - d.beta2) * gradient * gradient;
    const V denominator = square_root(second) / step.square_correction + d.epsilon;
    return {before.parameter - d.alpha / step.mean_correction * (first / denominator), first, second};
}

template <class V>
[[gnu::always_inline]] inline One<V> one_step(const RuleStep& step, One<V> before, V gradient) {
    const Descent& d = *step.descent;
    const V w = before.parameter;
    switch (d.rule) {
        case Rule::gradient_descent:
            return {w - d.alpha * gradient, V{}, V{}};
        case Rule::momentum: {
            const V first = d.momentum * before.first + gradient;
            return {w - d.alpha * first, first, V{}};
        }
        case Rule::nesterov: {
            const V first = d.momentum * before.first + gradient;
            return {w - d.alpha * (gradient + d.momentum * first), first, V{}};
        }
        case Rule::adagrad: {
            const V second = before.second + gradient * gradient;
            return {w - d.alpha * (gradient / (square_root(second) + d.epsilon)), V{}, second};
        }
        case Rule::rmsprop: {
            const V second = d.smoothing * before.second + (1 - d.smoothing) * gradient * gradient;
            return {w - d.alpha * (gradient / (square_root(second) + d.epsilon)), V{}, second};
        }
        case Rule::adam:
            return adam(step, before, gradient);
        case Rule::adamw:
            return adam<V>(step, {w * (1 - d.alpha * d.weight_decay), before.first, before.second}, gradient);
    }
    return before;
}

/// Moves the parameters from k on that V has lanes for; 0 if all is finite.
template <class V>
[[gnu::always_inline]] inline V move_at(const RuleStep& step, std::size_t k, const double* gradient,
                                        const RememberedList<const double>& before,
                                        const RememberedList<double>& after) {
    const One<V> from{load<V>(before.parameters + k), before.first ? load<V>(before.first + k) : V{},
                      before.second ? load<V>(before.second + k) : V{}};
    const One<V> to = one_step(step, from, load<V>(gradient + k));
    store(to.parameter, after.parameters + k);
    if (after.first) store(to.first, after.first + k);
    if (after.second) store(to.second, after.second + k);
    return (to.parameter * 0.0 + to.first * 0.0) + to.second * 0.0;
}

/// Of so few parameters each moves by itself: their gradients were written a moment ago, one by one, and a processor
/// reads two of those at once only when they have arrived in its cache. In `npm run bench -- speed`, W1 has 3
/// parameters and 2-2-1 has 9.
constexpr std::size_t most_alone = 8;

void keep(std::size_t k, const RememberedList<const double>& before, const RememberedList<double>& after) {
    after.parameters[k] = before.parameters[k];
    if (after.first) after.first[k] = before.first[k];
    if (after.second) after.second[k] = before.second[k];
}

}  // namespace

bool uses(Rule rule, const RuleNumber& number) {
    const bool is_adam = rule == Rule::adam || rule == Rule::adamw;
    if (number.member == &Descent::momentum) return rule == Rule::momentum || rule == Rule::nesterov;
    if (number.member == &Descent::beta1 || number.member == &Descent::beta2) return is_adam;
    if (number.member == &Descent::epsilon) return is_adam || rule == Rule::adagrad || rule == Rule::rmsprop;
    if (number.member == &Descent::smoothing) return rule == Rule::rmsprop;
    return rule == Rule::adamw;
}

bool uses_first(Rule rule) {
    return rule == Rule::momentum || rule == Rule::nesterov || rule == Rule::adam || rule == Rule::adamw;
}

bool uses_second(Rule rule) {
    return rule == Rule::adagrad || rule == Rule::rmsprop || rule == Rule::adam || rule == Rule::adamw;
}

Descent defaults(Rule rule) {
    Descent descent;
    descent.rule = rule;
    if (rule == Rule::adagrad) descent.epsilon = 1e-10;
    return descent;
}

RuleStep rule_step(const Descent& descent, std::uint64_t step) {
    if (descent.rule != Rule::adam && descent.rule != Rule::adamw) return {&descent, 1, 1};
    return {&descent, 1 - power(descent.beta1, step + 1), std::sqrt(1 - power(descent.beta2, step + 1))};
}

Remembered moved(const RuleStep& step, const Remembered& before, double gradient) {
    const auto to = one_step<double>(step, {before.parameter, before.first, before.second}, gradient);
    return {to.parameter, to.first, to.second};
}

bool move(const RuleStep& step, std::size_t count, const double* gradient, const Frozen& frozen,
          const RememberedList<const double>& before, const RememberedList<double>& after) {
    Lanes2 zeros{};
    double zero = 0;
    const auto move_one = [&](std::size_t k) { zero += move_at<double>(step, k, gradient, before, after); };
    std::size_t k = 0;
    if (frozen.empty() && count > most_alone) {
        // The plainest rule by itself: asked for each parameter, which it is would cost more than the move.
        for (; step.descent->rule == Rule::gradient_descent && k + 2 <= count; k += 2) {
            const Lanes2 to = load<Lanes2>(before.parameters + k) - step.descent->alpha * load<Lanes2>(gradient + k);
            store(to, after.parameters + k);
            zeros += to * 0.0;
        }
        for (; k + 2 <= count; k += 2) zeros += move_at<Lanes2>(step, k, gradient, before, after);
    }
    for (; k < count; ++k) !frozen.empty() && frozen[k] ? keep(k, before, after) : move_one(k);
    return zero + zeros[0] + zeros[1] == 0;
}

}  // namespace backprop
