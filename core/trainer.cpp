#include "core/trainer.hpp"

#include <algorithm>
#include <utility>

#include "core/penalty.hpp"

namespace backprop {

Trainer::Trainer(const Scenario& scenario, std::size_t batch)
    : layout(layout_of(scenario.network)),
      examples(flat(scenario.network, scenario.examples)),
      loss(scenario.loss),
      descent(scenario.descent),
      frozen(flat_frozen(scenario.network)),
      work(workspace(layout, batch)) {}

double Trainer::cost(const std::vector<double>& parameters, std::span<const std::size_t> indices) {
    return with_penalty(mean_loss(layout, parameters.data(), examples, indices, loss, work, nullptr), parameters,
                        nullptr);
}

double Trainer::differentiate(const std::vector<double>& parameters, std::span<const std::size_t> indices,
                              std::vector<double>& gradient) {
    return with_penalty(mean_loss(layout, parameters.data(), examples, indices, loss, work, gradient.data()),
                        parameters, gradient.data());
}

bool Trainer::go_on(Pass& pass, std::size_t more, const std::vector<double>& parameters,
                    std::span<const std::size_t> indices, std::vector<double>* gradient) {
    const std::size_t left = indices.size() - pass.seen;
    const std::size_t blocks = std::max<std::size_t>(1, more / most_in_block);
    const std::size_t end = pass.seen + (blocks > left / most_in_block ? left : blocks * most_in_block);
    double* to = gradient ? gradient->data() : nullptr;
    pass.sum =
        add_losses_between(pass.seen, end, pass.sum, layout, parameters.data(), examples, indices, loss, work, to);
    pass.seen = end;
    if (end < indices.size()) return false;
    pass.sum = with_penalty(pass.sum / static_cast<double>(end), parameters, to);
    return true;
}

double Trainer::with_penalty(double loss_of, const std::vector<double>& parameters, double* gradient) {
    if (descent.l1 == 0 && descent.l2 == 0) return loss_of;
    for (std::size_t l = 0; gradient && l < layout.layers.size(); ++l) {
        const LayerPlace& layer = layout.layers[l];
        add_penalty_slopes(layer.units * layer.inputs, parameters.data() + layer.weights, descent,
                           gradient + layer.weights);
    }
    return loss_of + penalty(layout, parameters.data(), descent);
}

namespace {

double* data_of(std::vector<double>& numbers) { return numbers.empty() ? nullptr : numbers.data(); }
const double* data_of(const std::vector<double>& numbers) { return numbers.empty() ? nullptr : numbers.data(); }

}  // namespace

bool move(const RuleStep& step, const std::vector<double>& gradient, const Frozen& frozen, const Position& before,
          Position& after) {
    return move(step, gradient.size(), gradient.data(), frozen,
                RememberedList<const double>{before.parameters.data(), data_of(before.first), data_of(before.second)},
                RememberedList<double>{after.parameters.data(), data_of(after.first), data_of(after.second)});
}

std::size_t take_steps(Trainer& trainer, Batches& batches, std::uint64_t step, std::size_t steps,
                       std::vector<double>& costs, std::vector<double>& gradient, Position& now, Position& next) {
    // The two change places by their addresses, and once themselves.
    Position* from = &now;
    Position* to = &next;
    std::size_t taken = 0;
    for (; taken < steps; ++taken, ++step) {
        costs.push_back(trainer.differentiate(from->parameters, batches.of_step(step), gradient));
        if (!move(rule_step(trainer.descent, step), gradient, trainer.frozen, *from, *to)) break;
        std::swap(from, to);
    }
    if (from != &now) std::swap(now, next);
    return taken;
}

}  // namespace backprop
