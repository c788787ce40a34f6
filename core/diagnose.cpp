#include "core/diagnose.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/descent.hpp"
#include "core/layer.hpp"
#include "core/trace.hpp"

namespace backprop {

namespace {

/// A slope below this part of the steepest counts as flat.
constexpr double flat = 0.01;
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

/// What all examples together say of the network.
struct Survey {
    std::vector<std::vector<double>> steepest;  ///< [layer][unit] largest |slope| over the examples
    std::vector<double> norms;                  ///< per layer, root mean square of ∂C/∂z
    std::vector<double> answer_norms;           ///< per layer, of ∂C/∂a
    std::optional<Finding> non_finite;
};

double sum_of_squares(const std::vector<double>& values) {
    double sum = 0;
    for (const double each : values) sum += each * each;
    return sum;
}

void add(const Trace& t, const Network& network, Survey& survey) {
    for (std::size_t l = 0; l < t.layers.size(); ++l) {
        survey.norms[l] += sum_of_squares(t.layers[l].dC_dz);
        survey.answer_norms[l] += sum_of_squares(t.layers[l].dC_da);
        if (network.layers[l].activation == Activation::softmax) continue;
        for (std::size_t j = 0; j < network.layers[l].units; ++j) {
            survey.steepest[l][j] = std::max(survey.steepest[l][j], std::fabs(t.layers[l].da_dz[j]));
        }
    }
}

Survey survey_of(const Scenario& scenario) {
    const auto& layers = scenario.network.layers;
    Survey survey;
    for (const Layer& layer : layers) survey.steepest.emplace_back(layer.units, 0.0);
    survey.norms.assign(layers.size(), 0.0);
    survey.answer_norms.assign(layers.size(), 0.0);
    for (std::size_t n = 0; n < scenario.examples.size(); ++n) {
        const Trace t = trace(scenario.network, scenario.examples[n], scenario.loss);
        add(t, scenario.network, survey);
        if (survey.non_finite || !t.first_non_finite) continue;
        survey.non_finite = finding(FindingKind::non_finite, t.first_non_finite->layer, t.first_non_finite->unit);
        survey.non_finite->quantity = t.first_non_finite->quantity;
        survey.non_finite->example = n;
    }
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const double count = static_cast<double>(scenario.examples.size() * layers[l].units);
        survey.norms[l] = std::sqrt(survey.norms[l] / count);
        survey.answer_norms[l] = std::sqrt(survey.answer_norms[l] / count);
    }
    return survey;
}

bool moves(const std::vector<double>& slopes, const Frozen& frozen) {
    for (std::size_t k = 0; k < slopes.size(); ++k) {
        if (slopes[k] != 0 && (frozen.empty() || !frozen[k])) return true;
    }
    return false;
}

/// Whether a step changes anything in the first `count` layers.
bool moves(const Network& network, const Gradient& gradient, std::size_t count) {
    for (std::size_t l = 0; l < count; ++l) {
        if (moves(gradient.layers[l].dC_dW, network.layers[l].frozen_weights)) return true;
        if (moves(gradient.layers[l].dC_db, network.layers[l].frozen_biases)) return true;
    }
    return false;
}

void add_flat_units(const Network& network, const Survey& survey, const Gradient& gradient,
                    std::vector<Finding>& found) {
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Activation f = network.layers[l].activation;
        const double steepest = f == Activation::sigmoid ? 0.25 : 1;
        for (std::size_t j = 0; j < network.layers[l].units; ++j) {
            const double slope = survey.steepest[l][j];
            if (f == Activation::relu && slope == 0) {
                found.push_back(finding(FindingKind::dead, l, j));
                found.back().revivable = moves(network, gradient, l);
            } else if ((f == Activation::sigmoid || f == Activation::tanh) && slope < flat * steepest) {
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

Hop hop(const Survey& survey, std::size_t layer) {
    return {survey.answer_norms[layer] / survey.norms[layer + 1], survey.norms[layer] / survey.answer_norms[layer]};
}

void add_depth(const Survey& survey, std::vector<Finding>& found) {
    const std::size_t last = survey.norms.size() - 1;
    const double ratio = survey.norms[0] / survey.norms[last];
    const bool vanishing = ratio > 0 && ratio < 1 / far_apart;
    const bool exploding = std::isfinite(ratio) && ratio > far_apart;
    if (!vanishing && !exploding) return;
    // Shrinking is growing by the inverse: one search for both.
    const auto change = [vanishing](double factor) { return vanishing ? 1 / factor : factor; };
    std::size_t worst = 0;
    for (std::size_t l = 1; l < last; ++l) {
        const Hop here = hop(survey, l);
        const Hop there = hop(survey, worst);
        if (change(here.weight * here.slope) > change(there.weight * there.slope)) worst = l;
    }
    const Hop through = hop(survey, worst);
    Finding of = finding(vanishing ? FindingKind::vanishing : FindingKind::exploding);
    of.layer = worst;
    of.value = ratio;
    of.norms = survey.norms;
    of.through = change(through.slope) > change(through.weight) ? "slope" : "weight";
    found.push_back(std::move(of));
}

/// What an output can give at all.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

Range range_of(Activation f) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    switch (f) {
        case Activation::sigmoid:
        case Activation::softmax:
            return {0, 1};
        case Activation::tanh:
        case Activation::sin:
        case Activation::cos:
            return {-1, 1};
        case Activation::relu:
        case Activation::softplus:
        case Activation::exp:
            return {0, infinity};
        case Activation::elu:
            return {-1, infinity};
        case Activation::gelu:
            return {-0.16997120747990369, infinity};
        case Activation::silu:
            return {-0.27846454276107380, infinity};
        case Activation::identity:
        case Activation::leaky_relu:
            break;
    }
    return {};
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

/// Whether the run ends where no gradient is left though the cost is not at its least.
void add_standstill(const Scenario& scenario, std::vector<Finding>& found) {
    constexpr double least_cost = 1e-12;  // below that there is nothing left to reach
    const std::size_t steps = run_length(scenario);
    const Descended run = descend(scenario, steps);
    const Gradient end = gradient(run.scenario);
    if (run.diverged || !(end.cost > least_cost)) return;
    if (moves(run.scenario.network, end, run.scenario.network.layers.size())) return;
    Finding of = finding(FindingKind::unreachable);
    of.value = end.cost;
    const auto rest = std::find(run.costs.begin(), run.costs.end(), run.costs.back());
    of.steps = static_cast<std::size_t>(rest - run.costs.begin());
    found.push_back(std::move(of));
}

/// The step's examples alone, so that the cost before and after is of the same ones.
Scenario one_batch(const Scenario& scenario) {
    Scenario batch = scenario;
    if (scenario.descent.batch) {
        std::vector<Example> list;
        for (const std::size_t index : step_examples(scenario)) list.push_back(scenario.examples[index]);
        batch.examples = std::move(list);
    }
    batch.descent.batch.reset();
    return batch;
}

/// One step from the same place along the same gradient, with one α after the other.
class Steps {
  public:
    explicit Steps(const Scenario& scenario) : there_(one_batch(scenario)), gradient_(gradient(there_)) {
        here_ = {there_.network, {}, {}, there_.loss, there_.descent};  // without examples: a step copies it
    }

    [[nodiscard]] double cost_before() const { return gradient_.cost; }

    /// Whether the step lowers the cost or leaves it.
    [[nodiscard]] bool is_safe(double alpha) {
        here_.descent.alpha = alpha;
        Scenario after = stepped(here_, gradient_);
        if (!is_finite(after)) return false;
        there_.network = std::move(after.network);
        return cost(there_) <= cost_before();
    }

  private:
    Scenario here_, there_;
    Gradient gradient_;
};

void add_alpha(const Scenario& scenario, std::vector<Finding>& found) {
    Steps steps(scenario);
    const double alpha = scenario.descent.alpha;
    if (!std::isfinite(steps.cost_before()) || steps.is_safe(alpha)) return;
    double low = alpha;
    double high = alpha;
    constexpr int halvings = 60;
    for (int n = 0; n < halvings && !steps.is_safe(low); ++n) {
        high = low;
        low /= 2;
    }
    if (!steps.is_safe(low)) return;  // no step along this direction helps: α is not to blame
    for (int n = 0; n < halvings; ++n) {
        const double middle = low + (high - low) / 2;
        (steps.is_safe(middle) ? low : high) = middle;
    }
    found.push_back(finding(FindingKind::alpha_too_large));
    found.back().value = low;
}

}  // namespace

std::vector<Finding> diagnose(const Scenario& scenario) {
    const Survey survey = survey_of(scenario);
    if (survey.non_finite) return {*survey.non_finite};  // what follows from it says nothing new
    std::vector<Finding> found;
    add_flat_units(scenario.network, survey, gradient(scenario), found);
    add_depth(survey, found);
    add_targets_out_of_range(scenario, found);
    add_standstill(scenario, found);
    add_alpha(scenario, found);
    return found;
}

}  // namespace backprop
