#pragma once
/// The document in the core's own form: a network, its examples and its way down. What arrives from outside is only
/// used after `validate`; every other function relies on that.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/examples.hpp"
#include "core/loss.hpp"
#include "core/name.hpp"
#include "core/network.hpp"

namespace backprop {

/// How a step follows from the gradient g, with PyTorch's definitions. To add one: its name here and in `rules`; in
/// rule.cpp its case in `one_step`, and what it uses and remembers in `uses`, `uses_first`, `uses_second` and
/// `defaults`. A number of its own is a member of `Descent` with a row in `rule_numbers`. README.md has the rest of the
/// way.
enum class Rule {
    gradient_descent,  ///< w ← w − α·g
    momentum,          ///< first ← µ·first + g; w ← w − α·first
    nesterov,          ///< first ← µ·first + g; w ← w − α·(g + µ·first)
    adagrad,           ///< second ← second + g²; w ← w − α·g / (√second + ε)
    rmsprop,           ///< second ← s·second + (1 − s)·g²; w ← w − α·g / (√second + ε)
    adam,              ///< Kingma and Ba 2015
    adamw,             ///< as adam, after w ← (1 − α·weightDecay)·w
};

inline constexpr std::array rules{
    Named<Rule>{Rule::gradient_descent, "gradient_descent"},
    Named<Rule>{Rule::momentum, "momentum"},
    Named<Rule>{Rule::nesterov, "nesterov"},
    Named<Rule>{Rule::adagrad, "adagrad"},
    Named<Rule>{Rule::rmsprop, "rmsprop"},
    Named<Rule>{Rule::adam, "adam"},
    Named<Rule>{Rule::adamw, "adamw"},
};

/// One list of numbers shaped like a network's parameters.
struct LayerNumbers {
    std::vector<double> weights;  ///< (units, inputs) row-major
    std::vector<double> biases;   ///< (units); empty = the layer has none
};
using ParameterNumbers = std::vector<LayerNumbers>;  ///< one per layer

/// What a rule remembers from step to step, and where in the order of examples the run is.
struct RuleState {
    std::uint64_t step = 0;   ///< steps taken
    ParameterNumbers first;   ///< momentum's buffer, Adam's mean; empty = not there yet
    ParameterNumbers second;  ///< squares, ≥ 0; empty = not there yet
};

/// How a step moves the parameters. The numbers that the rule does not use are left alone.
struct Descent {
    Rule rule = Rule::gradient_descent;
    double alpha = 0.1;                 ///< learning rate, ≥ 0
    double momentum = 0.9;              ///< in [0, 1)
    double beta1 = 0.9;                 ///< in [0, 1)
    double beta2 = 0.999;               ///< in [0, 1)
    double epsilon = 1e-8;              ///< > 0; adagrad's default is 1e-10
    double smoothing = 0.99;            ///< in [0, 1)
    double weight_decay = 0.01;         ///< ≥ 0
    std::optional<std::size_t> batch;   ///< examples a step, 1 … all; nothing = all
    std::optional<std::uint32_t> seed;  ///< of the order of examples; nothing = the document's
    double l1 = 0;                      ///< ≥ 0, adds l1·Σ|w| to the cost
    double l2 = 0;                      ///< ≥ 0, adds l2/2·Σw² to the cost
    std::optional<RuleState> state;
};

/// The numbers of a rule beside alpha, by the document's names.
struct RuleNumber {
    enum class Range { below_one, positive, not_negative };  ///< [0, 1); > 0; ≥ 0
    const char* name;
    double Descent::*member;
    Range range;
};

inline constexpr std::array rule_numbers{
    RuleNumber{"momentum", &Descent::momentum, RuleNumber::Range::below_one},
    RuleNumber{"beta1", &Descent::beta1, RuleNumber::Range::below_one},
    RuleNumber{"beta2", &Descent::beta2, RuleNumber::Range::below_one},
    RuleNumber{"epsilon", &Descent::epsilon, RuleNumber::Range::positive},
    RuleNumber{"smoothing", &Descent::smoothing, RuleNumber::Range::below_one},
    RuleNumber{"weightDecay", &Descent::weight_decay, RuleNumber::Range::not_negative},
};

[[nodiscard]] bool uses(Rule rule, const RuleNumber& number);
[[nodiscard]] bool uses_first(Rule rule);
[[nodiscard]] bool uses_second(Rule rule);

/// The rule with PyTorch's defaults.
[[nodiscard]] Descent defaults(Rule rule);

/// A named set of examples that the core makes itself (dataset.hpp).
enum class DatasetName { circle, xor_, gauss, spiral, moons, plane, and_table, or_table, xor_table };

inline constexpr std::array dataset_names{
    Named<DatasetName>{DatasetName::circle, "circle"},       Named<DatasetName>{DatasetName::xor_, "xor"},
    Named<DatasetName>{DatasetName::gauss, "gauss"},         Named<DatasetName>{DatasetName::spiral, "spiral"},
    Named<DatasetName>{DatasetName::moons, "moons"},         Named<DatasetName>{DatasetName::plane, "plane"},
    Named<DatasetName>{DatasetName::and_table, "and_table"}, Named<DatasetName>{DatasetName::or_table, "or_table"},
    Named<DatasetName>{DatasetName::xor_table, "xor_table"},
};

struct Dataset {
    DatasetName name = DatasetName::circle;
    std::size_t count = 500;  ///< 1 … 10,000
    double noise = 0;         ///< deviation of what is added to each input, ≥ 0
    std::uint32_t seed = 0;
};

struct Scenario {
    Network network;
    Examples examples;               ///< at least one; a dataset's own where there is one
    std::optional<Dataset> dataset;  ///< what the examples were made from
    Loss loss = Loss::squared_error;
    Descent descent;
};

}  // namespace backprop
