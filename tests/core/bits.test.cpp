#include <cstdint>
#include <cstring>

#include "catch.hpp"
#include "core/descent.hpp"
#include "networks.hpp"

using namespace backprop;

namespace {

/// Of tests/golden/bits.ts: the same network there, through WebAssembly in Node and in Chromium.
constexpr std::uint64_t expected = 0x82d252d8a95077e3;

/// Eighths: exact in every language.
double weight(std::size_t layer, std::size_t unit, std::size_t input) {
    return (static_cast<double>((7 * unit + 3 * input + 5 * layer) % 11) - 5) / 8;
}

Layer made(Activation f, std::size_t index, std::size_t inputs, std::size_t units) {
    std::vector<double> weights, biases;
    for (std::size_t j = 0; j < units; ++j) {
        for (std::size_t i = 0; i < inputs; ++i) weights.push_back(weight(index, j, i));
        biases.push_back((static_cast<double>(j % 3) - 1) / 4);
    }
    return test::layer(f, inputs, weights, biases);
}

/// Every function of our own on one way, and nine examples: eight lanes and one alone.
Scenario scenario() {
    Scenario s;
    std::size_t inputs = 3;
    const std::pair<Activation, std::size_t> layers[] = {
        {Activation::tanh, 6}, {Activation::gelu, 5}, {Activation::softplus, 5}, {Activation::silu, 4},
        {Activation::sin, 4},  {Activation::elu, 3},  {Activation::sigmoid, 3},  {Activation::softmax, 3}};
    for (const auto& [f, units] : layers) {
        s.network.layers.push_back(made(f, s.network.layers.size(), inputs, units));
        inputs = units;
    }
    for (std::size_t n = 0; n < 9; ++n) {
        Example example{{}, {0, 0, 0}};
        for (std::size_t i = 0; i < 3; ++i) {
            example.inputs.push_back((static_cast<double>((5 * n + 3 * i) % 7) - 3) / 2);
        }
        example.targets[n % 3] = 1;
        s.examples.own().push_back(example);
    }
    s.loss = Loss::cross_entropy;
    s.descent.alpha = 0.5;
    return s;
}

/// FNV-1a over the bits of all parameters.
std::uint64_t hash_of(const Network& network) {
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto add = [&](double value) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        for (int byte = 0; byte < 8; ++byte) hash = (hash ^ (bits >> (8 * byte) & 0xff)) * 0x100000001b3;
    };
    for (const Layer& layer : network.layers) {
        for (const double w : layer.weights) add(w);
        for (const double b : layer.biases) add(b);
    }
    return hash;
}

}  // namespace

TEST_CASE("the parameters after 10,000 steps have the same bits however the core was compiled") {
    const Descended run = descend(scenario(), 10'000);
    REQUIRE_FALSE(run.diverged);
    CHECK(run.costs.back() < run.costs.front());
    CHECK(hash_of(run.scenario.network) == expected);
}
