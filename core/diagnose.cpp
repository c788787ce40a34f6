#include "core/diagnose.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/batch.hpp"
#include "core/descent.hpp"
#include "core/flat.hpp"
#include "core/layer.hpp"
#include "core/progress.hpp"
#include "core/run.hpp"
#include "core/trace.hpp"
#include "core/validate.hpp"

namespace backprop {

namespace {

/// A slope below this part of the steepest counts as flat.
constexpr double gentlest = 0.01;
/// From the last layer to the first, the gradient may shrink or grow this much.
constexpr double far_apart = 1e3;

Finding finding(FindingKind kind) {
    Finding of;
    of.kind = kind;
    return of;
}

Finding finding(FindingKind kind, std::size_t layer, std::size_t unit) {
    Finding of = finding(kind);
    of.layer = layer;
    of.unit = unit;
    return of;
}

enum class Phase { survey, gradient, step_gradient, run, rest, next_batch, alpha, halving, bisection, done };

/// Where a diagnosis stands.
struct State {
    Phase phase = Phase::survey;
    Pass pass;  ///< of the sum over examples that goes on
    // What all examples together say of the network.
    std::vector<double> steepest;       ///< (units of all layers) largest |slope| over the examples
    std::vector<double> norms;          ///< (layers) Σ (∂C/∂z)²
    std::vector<double> answer_norms;   ///< (layers) of ∂C/∂a
    std::vector<double> gradient;       ///< (parameters) of the sum that goes on
    std::vector<double> all_gradient;   ///< (parameters) over all examples
    std::vector<double> step_gradient;  ///< (parameters) over the examples of the next step
    double step_cost = 0;
    std::vector<double> parameters;  ///< (parameters) at the end of the run
    double end_cost = 0;
    double steps = 0;  ///< of the run, after which it stands still
    bool stands_still = false;
    double low = 0;  ///< the largest α known to be safe; until there is one, the last that is not
    double high = 0;
    double tried = 0;
    double tries = 0;
    bool too_large = false;
};

template <class S, class Fields>
void each_field(S& state, const Scenario& scenario, Fields& fields) {
    fields.whole(state.phase, Phase::done);
    fields.whole(state.pass.seen, scenario.examples.size());
    fields.flag(state.stands_still);
    fields.flag(state.too_large);
    for (auto* list : {&state.steepest, &state.norms, &state.answer_norms, &state.gradient, &state.all_gradient,
                       &state.step_gradient, &state.parameters}) {
        fields.list(*list);
    }
    for (auto* number : {&state.pass.sum, &state.step_cost, &state.end_cost, &state.steps, &state.low, &state.high,
                         &state.tried, &state.tries}) {
        fields.number(*number);
    }
}

State beginning(const Network& network) {
    State state;
    std::size_t units = 0;
    for (const Layer& layer : network.layers) units += layer.units;
    state.steepest.assign(units, 0);
    state.norms.assign(network.layers.size(), 0);
    state.answer_norms = state.norms;
    state.gradient.assign(layout_of(network).count, 0);
    state.all_gradient = state.step_gradient = state.parameters = state.gradient;
    return state;
}

double sum_of_squares(const std::vector<double>& values) {
    double sum = 0;
    for (const double each : values) sum += each * each;
    return sum;
}

void add(const Trace& t, const Network& network, State& survey) {
    std::size_t unit = 0;
    for (std::size_t l = 0; l < t.layers.size(); ++l) {
        survey.norms[l] += sum_of_squares(t.layers[l].dC_dz);
        survey.answer_norms[l] += sum_of_squares(t.layers[l].dC_da);
        const bool has_slopes = network.layers[l].activation != Activation::softmax;
        for (std::size_t j = 0; j < network.layers[l].units; ++j, ++unit) {
            if (has_slopes) survey.steepest[unit] = std::max(survey.steepest[unit], std::fabs(t.layers[l].da_dz[j]));
        }
    }
}

/// The root of the mean over units and examples, per layer.
std::vector<double> means(std::vector<double> sums, const Scenario& scenario) {
    for (std::size_t l = 0; l < sums.size(); ++l) {
        const double count = static_cast<double>(scenario.examples.size() * scenario.network.layers[l].units);
        sums[l] = std::sqrt(sums[l] / count);
    }
    return sums;
}

bool moves(const std::vector<double>& slopes, const Frozen& frozen) {
    for (std::size_t k = 0; k < slopes.size(); ++k) {
        if (slopes[k] != 0 && (frozen.empty() || !frozen[k])) return true;
    }
    return false;
}

/// Whether a step changes anything in the first `count` layers.
bool moves(const Network& network, const std::vector<LayerGradient>& gradient, std::size_t count) {
    for (std::size_t l = 0; l < count; ++l) {
        if (moves(gradient[l].dC_dW, network.layers[l].frozen_weights)) return true;
        if (moves(gradient[l].dC_db, network.layers[l].frozen_biases)) return true;
    }
    return false;
}

void add_flat_units(const Network& network, const State& survey, const std::vector<LayerGradient>& gradient,
                    std::vector<Finding>& found) {
    std::size_t unit = 0;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Activation f = network.layers[l].activation;
        const double steepest = f == Activation::sigmoid ? 0.25 : 1;
        for (std::size_t j = 0; j < network.layers[l].units; ++j, ++unit) {
            const double slope = survey.steepest[unit];
            if (f == Activation::relu && slope == 0) {
                found.push_back(finding(FindingKind::dead, l, j));
                found.back().revivable = moves(network, gradient, l);
            } else if ((f == Activation::sigmoid || f == Activation::tanh) && slope < gentlest * steepest) {
                found.push_back(finding(FindingKind::saturated, l, j));
                found.back().value = slope;
            }
        }
    }
}

/// How much the gradient changes from the layer after to this one, in the two parts of the factor.
struct Hop {
    double weight;  ///< ∂C/∂z of the layer after → ∂C/∂a
    double slope;   ///< ∂C/∂a → ∂C/∂z
};

/// Per layer, root mean square of ∂C/∂z and of ∂C/∂a.
struct Norms {
    std::vector<double> of_z, of_a;
};

Hop hop(const Norms& norms, std::size_t layer) {
    return {norms.of_a[layer] / norms.of_z[layer + 1], norms.of_z[layer] / norms.of_a[layer]};
}

void add_depth(const Norms& norms, std::vector<Finding>& found) {
    const std::size_t last = norms.of_z.size() - 1;
    const double ratio = norms.of_z[0] / norms.of_z[last];
    const bool vanishing = ratio > 0 && ratio < 1 / far_apart;
    const bool exploding = std::isfinite(ratio) && ratio > far_apart;
    if (!vanishing && !exploding) return;
    // Shrinking is growing by the inverse: one search for both.
    const auto change = [vanishing](double factor) { return vanishing ? 1 / factor : factor; };
    std::size_t worst = 0;
    for (std::size_t l = 1; l < last; ++l) {
        const Hop here = hop(norms, l);
        const Hop there = hop(norms, worst);
        if (change(here.weight * here.slope) > change(there.weight * there.slope)) worst = l;
    }
    const Hop through = hop(norms, worst);
    Finding of = finding(vanishing ? FindingKind::vanishing : FindingKind::exploding);
    of.layer = worst;
    of.value = ratio;
    of.norms = norms.of_z;
    of.through = change(through.slope) > change(through.weight) ? "slope" : "weight";
    found.push_back(std::move(of));
}

void add_targets_out_of_range(const Scenario& scenario, std::vector<Finding>& found) {
    const std::size_t last = scenario.network.layers.size() - 1;
    const Range range = range_of(scenario.network.layers[last].activation);
    for (std::size_t j = 0; j < scenario.network.outputs(); ++j) {
        for (std::size_t n = 0; n < scenario.examples.size(); ++n) {
            const double y = scenario.examples[n].targets[j];
            if (y >= range.low && y <= range.high) continue;
            Finding of = finding(FindingKind::unreachable, last, j);
            of.example = n;
            of.target = y;
            of.value = y < range.low ? range.low : range.high;
            found.push_back(std::move(of));
            break;  // one example is enough to show it
        }
    }
}

/// A run long enough to see whether it stands still, short enough to answer at once.
std::size_t run_length(const Scenario& scenario) {
    std::size_t work = scenario.examples.size();
    std::size_t parameters = 0;
    for (const Layer& layer : scenario.network.layers) parameters += layer.weights.size() + layer.biases.size();
    work *= parameters;
    return std::clamp<std::size_t>(2'000'000 / work, 1, 1'000);
}

constexpr int halvings = 60;

/// A diagnosis that goes on from a state.
class Diagnosis {
  public:
    Diagnosis(const Scenario& scenario, State& state)
        : scenario_(scenario), state_(state), run_(scenario, scenario.examples.size()), all_(all_examples(scenario)) {}

    /// By about so many examples.
    void go_on(std::size_t examples) {
        for (left_ = examples; left_ > 0 && state_.phase != Phase::done;) part();
    }

    [[nodiscard]] std::vector<Finding> findings() const {
        if (non_finite_) return {*non_finite_};  // what follows from it says nothing new
        std::vector<Finding> found;
        add_flat_units(scenario_.network, state_, layers_of(state_.all_gradient, run_.layout), found);
        add_depth({means(state_.norms, scenario_), means(state_.answer_norms, scenario_)}, found);
        add_targets_out_of_range(scenario_, found);
        add_standstill(found);
        if (state_.too_large) {
            found.push_back(finding(FindingKind::alpha_too_large));
            found.back().value = state_.low;
        }
        return found;
    }

  private:
    void part() {
        switch (state_.phase) {
            case Phase::survey:
                return survey();
            case Phase::gradient:
                return all_gradient();
            case Phase::step_gradient:
                return step_gradient();
            case Phase::run:
                return run();
            case Phase::rest:
                return rest();
            case Phase::next_batch:
                return next_batch();
            case Phase::alpha:
                return alpha();
            case Phase::halving:
                return halving();
            case Phase::bisection:
                return bisection();
            case Phase::done:
                return;
        }
    }

    void spend(std::size_t examples) { left_ -= std::min(left_, examples); }

    /// A sum over examples; the cost once all are in.
    std::optional<double> sum(const std::vector<double>& parameters, std::span<const std::size_t> indices,
                              std::vector<double>* gradient) {
        const std::size_t seen = state_.pass.seen = std::min(state_.pass.seen, indices.size());
        const bool all = run_.go_on(state_.pass, left_, parameters, indices, gradient);
        spend(state_.pass.seen - seen);
        if (!all) return {};
        return std::exchange(state_.pass, {}).sum;
    }

    void survey() {
        constexpr std::size_t of_trace = 4;  // it keeps everything, and takes that much longer than a sum
        std::size_t& n = state_.pass.seen;
        for (; n < all_.size() && left_ > 0; ++n, spend(of_trace)) {
            const Trace t = trace(scenario_.network, scenario_.examples[n], scenario_.loss);
            add(t, scenario_.network, state_);
            if (!t.first_non_finite) continue;
            non_finite_ = finding(FindingKind::non_finite, t.first_non_finite->layer, t.first_non_finite->unit);
            non_finite_->quantity = t.first_non_finite->quantity;
            non_finite_->example = n;
            state_.phase = Phase::done;
            return;
        }
        if (n < all_.size()) return;
        state_.pass = {};
        state_.phase = Phase::gradient;
    }

    void all_gradient() {
        const auto cost = sum(flat(scenario_.network), all_, &state_.gradient);
        if (!cost) return;
        state_.all_gradient = state_.gradient;
        if (Batches(scenario_).differ()) {
            state_.phase = Phase::step_gradient;
        } else {
            set_step(*cost);
        }
    }

    void step_gradient() {
        if (const auto cost = sum(flat(scenario_.network), step_examples(scenario_), &state_.gradient)) set_step(*cost);
    }

    void set_step(double cost) {
        state_.step_cost = cost;
        state_.step_gradient = state_.gradient;
        state_.phase = Phase::run;
    }

    /// Whether a run ends where no gradient is left though the cost is not at its least.
    void run() {
        const std::size_t steps = run_length(scenario_);
        if (steps == 1) {
            const Scenario after = step_with(scenario_.descent.alpha);
            state_.parameters = flat(after.network);
            state_.phase = is_finite(after) ? Phase::rest : Phase::alpha;
        } else {
            const Descended descended = descend(scenario_, steps);
            state_.parameters = flat(descended.scenario.network);
            const auto& costs = descended.costs;
            state_.steps = static_cast<double>(std::find(costs.begin(), costs.end(), costs.back()) - costs.begin());
            state_.phase = descended.diverged ? Phase::alpha : Phase::rest;
            spend(steps * scenario_.examples.size());
        }
        state_.low = state_.high = state_.tried = scenario_.descent.alpha;
    }

    void rest() {
        constexpr double least_cost = 1e-12;  // below that there is nothing left to reach
        const auto cost = sum(state_.parameters, all_, &state_.gradient);
        if (!cost) return;
        Network end = scenario_.network;
        put(state_.parameters, end);
        const auto left = layers_of(state_.gradient, run_.layout);
        state_.end_cost = *cost;
        state_.stands_still = *cost > least_cost && !moves(end, left, end.layers.size());
        state_.phase = state_.stands_still && run_length(scenario_) == 1 ? Phase::next_batch : Phase::alpha;
    }

    /// Whether the one step of the run changed the cost.
    void next_batch() {
        const auto cost = sum(state_.parameters, step_examples(step_with(scenario_.descent.alpha)), nullptr);
        if (!cost) return;
        state_.steps = *cost == state_.step_cost ? 0 : 1;
        state_.phase = Phase::alpha;
    }

    void add_standstill(std::vector<Finding>& found) const {
        if (!state_.stands_still) return;
        found.push_back(finding(FindingKind::unreachable));
        found.back().value = state_.end_cost;
        found.back().steps = static_cast<std::size_t>(state_.steps);
    }

    /// One step from the same place along the same gradient, with one α or another.
    [[nodiscard]] Scenario step_with(double alpha) const {
        Scenario here = scenario_;
        here.descent.alpha = alpha;
        return stepped(here, {state_.step_cost, layers_of(state_.step_gradient, run_.layout)});
    }

    /// Whether the step lowers the cost of its own examples or leaves it; nothing while they are not all in.
    std::optional<bool> is_safe(double alpha) {
        const Scenario after = step_with(alpha);
        if (!is_finite(after)) return false;
        const auto cost = sum(flat(after.network), step_examples(scenario_), nullptr);
        if (!cost) return {};
        return *cost <= state_.step_cost;
    }

    void alpha() {
        if (!std::isfinite(state_.step_cost)) {
            state_.phase = Phase::done;
            return;
        }
        const auto safe = is_safe(state_.tried);
        if (!safe) return;
        state_.phase = *safe ? Phase::done : Phase::halving;
        state_.tried = state_.low / 2;
    }

    void halving() {
        const auto safe = is_safe(state_.tried);
        if (!safe) return;
        state_.high = std::exchange(state_.low, state_.tried);
        if (*safe) {
            state_.too_large = true;
            state_.tries = 0;
            return bisect();
        }
        // No step along this direction helps: α is not to blame.
        if (++state_.tries == halvings) state_.phase = Phase::done;
        state_.tried = state_.low / 2;
    }

    void bisection() {
        const auto safe = is_safe(state_.tried);
        if (!safe) return;
        (*safe ? state_.low : state_.high) = state_.tried;
        ++state_.tries;
        bisect();
    }

    /// Chooses the next α between; done where there is none.
    void bisect() {
        state_.tried = state_.low + (state_.high - state_.low) / 2;
        const bool goes_on = state_.tries < halvings && state_.tried != state_.low && state_.tried != state_.high;
        state_.phase = goes_on ? Phase::bisection : Phase::done;
    }

    const Scenario& scenario_;
    State& state_;
    Run run_;
    std::vector<std::size_t> all_;
    std::size_t left_ = 0;  ///< examples that this part may still look at
    std::optional<Finding> non_finite_;
};

/// About how much of it is done, 0 … 1. Where α is too large, the search for one that is not takes most of the time.
double share_of(const State& state, const Scenario& scenario) {
    constexpr double before_search = 0.3;
    constexpr double before_bisection = 0.4;
    constexpr double of_survey = 4;  // passes over the examples
    constexpr double passes = 8;
    const double within = static_cast<double>(state.pass.seen) / static_cast<double>(scenario.examples.size());
    switch (state.phase) {
        case Phase::survey:
            return before_search * of_survey * within / passes;
        case Phase::gradient:
            return before_search * (of_survey + within) / passes;
        case Phase::step_gradient:
        case Phase::run:
        case Phase::rest:
        case Phase::next_batch:
        case Phase::alpha:
            return before_search * (of_survey + 1) / passes;
        case Phase::halving:
            return before_search + (before_bisection - before_search) * state.tries / halvings;
        case Phase::bisection:
            return before_bisection + (1 - before_bisection) * state.tries / halvings;
        case Phase::done:
            break;
    }
    return 1;
}

}  // namespace

std::vector<Finding> diagnose(const Scenario& scenario) {
    State state = beginning(scenario.network);
    Diagnosis diagnosis(scenario, state);
    while (state.phase != Phase::done) diagnosis.go_on(limits::examples);
    return diagnosis.findings();
}

DiagnosisPart diagnose_on(const Scenario& scenario, std::span<const double> progress, std::size_t examples) {
    State state = state_of(progress, beginning(scenario.network), scenario);
    Diagnosis diagnosis(scenario, state);
    diagnosis.go_on(std::max<std::size_t>(examples, 1));
    if (state.phase == Phase::done) return {{}, 1, diagnosis.findings()};
    return {numbers_of(state, scenario), share_of(state, scenario), {}};
}

}  // namespace backprop
