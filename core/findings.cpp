#include "core/findings.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/activation.hpp"

namespace backprop {

namespace {

/// A slope below this part of the steepest counts as flat.
constexpr double gentlest = 0.01;
/// From the last layer to the first, the gradient may shrink or grow this much.
constexpr double far_apart = 1e3;

double sum_of_squares(const std::vector<double>& values) {
    double sum = 0;
    for (const double each : values) sum += each * each;
    return sum;
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

}  // namespace

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

Survey empty_survey(const Network& network) {
    std::size_t units = 0;
    for (const Layer& layer : network.layers) units += layer.units;
    const std::vector<double> zeros(network.layers.size());
    return {std::vector<double>(units), zeros, zeros};
}

void add(const Trace& t, const Network& network, Survey& survey) {
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

bool moves(const Network& network, const std::vector<LayerGradient>& gradient, std::size_t count) {
    for (std::size_t l = 0; l < count; ++l) {
        if (moves(gradient[l].dC_dW, network.layers[l].frozen_weights)) return true;
        if (moves(gradient[l].dC_db, network.layers[l].frozen_biases)) return true;
    }
    return false;
}

namespace {

void add_flat_units(const Network& network, const Survey& survey, const std::vector<LayerGradient>& gradient,
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
    of.through = change(through.slope) > change(through.weight) ? FactorPart::slope : FactorPart::weight;
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

}  // namespace

std::vector<Finding> findings_of(const Scenario& scenario, const Survey& survey,
                                 const std::vector<LayerGradient>& gradient) {
    std::vector<Finding> found;
    add_flat_units(scenario.network, survey, gradient, found);
    add_depth({means(survey.norms, scenario), means(survey.answer_norms, scenario)}, found);
    add_targets_out_of_range(scenario, found);
    return found;
}

}  // namespace backprop
