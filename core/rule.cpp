#include "core/rule.hpp"

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

Remembered adam(const RuleStep& step, const Remembered& before, double gradient) {
    const Descent& d = *step.descent;
    const double first = d.beta1 * before.first + (1 - d.beta1) * gradient;
    const double second = d.beta2 * before.second + (1 - d.beta2) * gradient * gradient;
    const double denominator = std::sqrt(second) / step.square_correction + d.epsilon;
    return {before.parameter - d.alpha / step.mean_correction * (first / denominator), first, second};
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
    const Descent& d = *step.descent;
    const double w = before.parameter;
    switch (d.rule) {
        case Rule::gradient_descent:
            return {w - d.alpha * gradient, 0, 0};
        case Rule::momentum: {
            const double first = d.momentum * before.first + gradient;
            return {w - d.alpha * first, first, 0};
        }
        case Rule::nesterov: {
            const double first = d.momentum * before.first + gradient;
            return {w - d.alpha * (gradient + d.momentum * first), first, 0};
        }
        case Rule::adagrad: {
            const double second = before.second + gradient * gradient;
            return {w - d.alpha * (gradient / (std::sqrt(second) + d.epsilon)), 0, second};
        }
        case Rule::rmsprop: {
            const double second = d.smoothing * before.second + (1 - d.smoothing) * gradient * gradient;
            return {w - d.alpha * (gradient / (std::sqrt(second) + d.epsilon)), 0, second};
        }
        case Rule::adam:
            return adam(step, before, gradient);
        case Rule::adamw:
            return adam(step, {w * (1 - d.alpha * d.weight_decay), before.first, before.second}, gradient);
    }
    return before;
}

}  // namespace backprop
