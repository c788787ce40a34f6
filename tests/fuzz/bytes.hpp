#pragma once
/// Arbitrary bytes read as a scenario: each choice takes the bytes it needs and 0 where they have run out. Mostly
/// sound, so that the fuzzer gets past the check, and now and then wrong in every way the C++ types allow: lists too
/// short or too long, infinities and NaN, numbers out of range.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

#include "core/rule.hpp"
#include "core/scenario.hpp"

namespace backprop::fuzz {

class Bytes {
  public:
    explicit Bytes(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    std::uint8_t byte() {
        if (bytes_.empty()) return 0;
        const std::uint8_t first = bytes_.front();
        bytes_ = bytes_.subspan(1);
        return first;
    }

    std::uint32_t word() {
        std::uint32_t value = 0;
        for (int k = 0; k < 4; ++k) value = value << 8 | byte();
        return value;
    }

    std::size_t below(std::size_t count) { return byte() % count; }  ///< for a count up to 256

    /// One time in 64: rare enough that a whole document is often sound.
    bool seldom() { return byte() % 64 == 63; }

    /// Small round numbers, the extremes, or any bit pattern.
    double number() {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        constexpr std::array special{0.0,    -0.0,  1.0,    -1.0,  1e-300, -1e-300, 5e-324, 1e300,
                                     -1e300, 1e154, -1e154, 709.5, -745.5, 1e16,    0.5,    2.0};
        const std::uint8_t kind = byte();
        if (kind < 200) return (kind - 100) / 32.0;
        if (kind < 232) return special[kind % special.size()];
        if (kind == 255) return infinity;
        if (kind == 254) return std::numeric_limits<double>::quiet_NaN();
        if (kind == 253) return -infinity;
        std::uint64_t bits = word();
        bits = bits << 32 | word();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }

    std::vector<double> numbers(std::size_t count) {
        if (seldom()) count = byte();
        std::vector<double> list(count);
        for (double& value : list) value = number();
        return list;
    }

    template <class E, std::size_t n>
    E one_of(const std::array<Named<E>, n>& table) {
        return table[below(n)].value;
    }

  private:
    std::span<const std::uint8_t> bytes_;
};

/// Where fewer are meant than the limits allow, now and then more than they allow.
inline std::size_t some(Bytes& bytes, std::size_t most, std::size_t limit) {
    return bytes.seldom() ? bytes.byte() % (limit + 2) : 1 + bytes.below(most);
}

inline Frozen flags(Bytes& bytes, std::size_t count) {
    Frozen frozen(bytes.seldom() ? bytes.byte() : count);
    for (auto& flag : frozen) flag = bytes.byte() & 1;
    return frozen;
}

inline Layer layer(Bytes& bytes, std::size_t inputs) {
    Layer made;
    made.activation = bytes.one_of(activations);
    made.inputs = bytes.seldom() ? bytes.byte() : inputs;
    made.units = some(bytes, 5, 64);
    made.weights = bytes.numbers(made.units * made.inputs);
    const std::uint8_t extras = bytes.byte();
    if (extras & 1) made.biases = bytes.numbers(made.units);
    if (extras & 2) made.frozen_weights = flags(bytes, made.weights.size());
    if ((extras & 12) == 12) made.frozen_biases = flags(bytes, made.units);
    return made;
}

inline Network network(Bytes& bytes) {
    Network made;
    std::size_t inputs = some(bytes, 4, 64);
    const std::size_t layers = some(bytes, 4, 16);
    for (std::size_t l = 0; l < layers; ++l) {
        made.layers.push_back(layer(bytes, inputs));
        inputs = made.layers.back().units;
    }
    if (bytes.seldom()) made.layers.clear();
    return made;
}

/// Mostly shaped like the network.
inline ParameterNumbers numbers_like(Bytes& bytes, const Network& network) {
    ParameterNumbers numbers;
    for (const Layer& layer : network.layers) {
        numbers.push_back({bytes.numbers(layer.weights.size()), bytes.numbers(layer.biases.size())});
    }
    if (bytes.seldom() && !numbers.empty()) numbers.pop_back();
    return numbers;
}

inline void make_squares(ParameterNumbers& numbers) {
    for (LayerNumbers& layer : numbers) {
        for (double& value : layer.weights) value = value < 0 ? -value : value;
        for (double& value : layer.biases) value = value < 0 ? -value : value;
    }
}

inline RuleState state(Bytes& bytes, const Network& network, Rule rule) {
    RuleState made;
    made.step = bytes.seldom() ? ~std::uint64_t{0} - bytes.byte() : bytes.byte();
    const std::uint8_t parts = bytes.byte();
    if (uses_first(rule) != (parts % 32 == 31)) made.first = numbers_like(bytes, network);
    if (uses_second(rule) != (parts / 8 == 31)) made.second = numbers_like(bytes, network);
    if (parts & 4) make_squares(made.second);
    return made;
}

inline Descent descent(Bytes& bytes, const Network& network, std::size_t examples) {
    Descent made = defaults(bytes.one_of(rules));
    made.alpha = bytes.number();
    const std::uint8_t extras = bytes.byte();
    if (extras & 1) {
        for (const RuleNumber& number : rule_numbers) made.*number.member = bytes.byte() / 256.0;
    }
    if (extras & 2)
        made.batch = bytes.seldom() ? bytes.byte() : 1 + bytes.below(examples % 256 > 0 ? examples % 256 : 1);
    if (extras & 4) made.seed = bytes.word();
    if (extras & 8) made.l1 = bytes.byte() / 64.0;
    if (extras & 16) made.l2 = bytes.byte() / 64.0;
    if (extras & 32) made.state = state(bytes, network, made.rule);
    if (extras & 64) made.*rule_numbers[bytes.below(rule_numbers.size())].member = bytes.number();
    if (extras & 128) (bytes.byte() & 1 ? made.l1 : made.l2) = bytes.number();
    return made;
}

inline Scenario scenario(Bytes& bytes) {
    Scenario s;
    s.network = network(bytes);
    const auto& layers = s.network.layers;
    const std::size_t inputs = layers.empty() ? 0 : layers.front().inputs;
    const std::size_t outputs = layers.empty() ? 0 : layers.back().units;
    const std::size_t examples = bytes.seldom() ? bytes.below(2) * 10'001 : 1 + bytes.below(7);
    for (std::size_t n = 0; n < examples; ++n) {
        s.examples.own().push_back({bytes.numbers(inputs), bytes.numbers(outputs)});
    }
    s.loss = bytes.one_of(losses);
    s.descent = descent(bytes, s.network, s.examples.size());
    return s;
}

inline Dataset dataset(Bytes& bytes) {
    Dataset made;
    made.name = bytes.one_of(dataset_names);
    made.count = bytes.seldom() ? bytes.below(2) * 10'001 : bytes.byte();
    made.noise = bytes.seldom() ? bytes.number() : bytes.byte() / 256.0;
    made.seed = bytes.word();
    return made;
}

/// Often of the network, not always.
inline Ref ref(Bytes& bytes) {
    constexpr std::array kinds{Ref::Kind::weight, Ref::Kind::bias, Ref::Kind::unit};
    return {kinds[bytes.below(3)], bytes.below(5), bytes.below(6), bytes.below(6)};
}

}  // namespace backprop::fuzz
