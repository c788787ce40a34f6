#include "core/trace.hpp"

#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include "catch.hpp"
#include "core/check.hpp"
#include "core/derivation.hpp"
#include "core/descent.hpp"
#include "core/diagnose.hpp"
#include "core/kernel.hpp"
#include "dual.hpp"
#include "networks.hpp"

using namespace backprop;
using Catch::Matchers::WithinAbs;

namespace {

/// The reference digits are given to the last place of a double near 1.
constexpr double reference = 1e-15;
/// Two orders of the same sums and products.
constexpr double rounding = 1e-12;

Trace trace_of(const Scenario& s, std::size_t example = 0) { return trace(s.network, s.examples[example], s.loss); }

double gradient_at(const Trace& t, const Ref& ref) {
    const LayerTrace& layer = t.layers[ref.layer];
    return ref.kind == Ref::Kind::bias ? layer.dC_db[ref.unit] : layer.dC_dW[ref.unit * layer.x.size() + ref.input];
}

/// Near a kink a central difference mixes both sides.
bool near_kink(const Scenario& s, const Trace& t) {
    for (std::size_t k = 0; k < t.outputs().size(); ++k) {
        if (s.loss == Loss::absolute_error && std::abs(t.outputs()[k] - s.examples[0].targets[k]) < 1e-3) return true;
    }
    for (std::size_t l = 0; l < t.layers.size(); ++l) {
        if (!has_kink(s.network.layers[l].activation)) continue;
        for (const double z : t.layers[l].z) {
            if (std::abs(z) < 1e-3) return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("trace gives the start document's output, loss and gradient") {
    const Trace t = trace_of(test::start_document());
    CHECK_THAT(t.outputs()[0], WithinAbs(0.6233988845696153, reference));
    CHECK_THAT(t.loss, WithinAbs(0.14182840014340992, reference));
    CHECK_THAT(t.layers[0].dC_dW[0], WithinAbs(-0.22280747945323093, reference));
    CHECK_THAT(t.layers[1].dC_dW[0], WithinAbs(-0.12731855968756053, reference));
    CHECK_THAT(t.layers[2].dC_dW[0], WithinAbs(-0.059415327854194906, reference));
}

TEST_CASE("trace gives the note's own numbers for i1 = 1, w = (0.5, 0.8, 1.2), y = 0") {
    const Trace t = trace_of(test::the_note(1, 0.5, 0.8, 1.2, 0, 0.1));
    CHECK_THAT(t.outputs()[0], WithinAbs(0.617747874769249, reference));
    CHECK_THAT(t.loss, WithinAbs(0.3816124367819237, reference));
    CHECK_THAT(t.layers[0].dC_dW[0], WithinAbs(0.28007455675080184, reference));
    CHECK_THAT(t.layers[1].dC_dW[0], WithinAbs(0.17504659796925115, reference));
    CHECK_THAT(t.layers[2].dC_dW[0], WithinAbs(0.11669773197950079, reference));
}

TEST_CASE("the gradient is the one forward-mode dual numbers give, for every parameter of random networks") {
    test::Random random(10);
    for (int n = 0; n < 2000; ++n) {
        const Scenario s = test::random_scenario(random);
        const Trace t = trace_of(s);
        for (const Ref& ref : test::parameters_of(s.network)) {
            const test::Dual expected = test::cost(s, s.examples[0], ref);
            REQUIRE(test::close(t.loss, expected.value, rounding));
            INFO(name_of(losses, s.loss) << " after " << name_of(activations, s.network.layers.back().activation)
                                         << ": " << gradient_at(t, ref) << " against " << expected.by);
            REQUIRE(test::close(gradient_at(t, ref), expected.by, rounding));
        }
    }
}

TEST_CASE("the gradient is the central difference of the loss away from kinks") {
    constexpr double h = 1e-5;
    constexpr double tolerance = 1e-6;  // h² times third derivatives of a few layers, and 1e-16 / h
    test::Random random(11);
    for (int n = 0; n < 500; ++n) {
        Scenario s = test::random_scenario(random);
        const Trace t = trace_of(s);
        if (near_kink(s, t)) continue;
        for (const Ref& ref : test::parameters_of(s.network)) {
            double& parameter = parameter_at(s.network, ref);
            const double before = parameter;
            parameter = before + h;
            const double above = trace_of(s).loss;
            parameter = before - h;
            const double below = trace_of(s).loss;
            parameter = before;
            REQUIRE(test::close(gradient_at(t, ref), (above - below) / (2 * h), tolerance, 1));
        }
    }
}

TEST_CASE("permuting the units of a hidden layer permutes its gradient and changes nothing else") {
    test::Random random(12);
    for (int n = 0; n < 300; ++n) {
        Scenario s = test::random_scenario(random, {.most_layers = 4, .most_units = 5, .most_examples = 1});
        if (s.network.layers.size() < 2) continue;
        Scenario turned = s;
        Layer& first = turned.network.layers[0];
        Layer& second = turned.network.layers[1];
        const std::size_t units = first.units;
        for (std::size_t j = 0; j < units; ++j) {
            const std::size_t from = (j + 1) % units;
            for (std::size_t i = 0; i < first.inputs; ++i) {
                first.weights[j * first.inputs + i] = s.network.layers[0].weights[from * first.inputs + i];
            }
            if (!first.biases.empty()) first.biases[j] = s.network.layers[0].biases[from];
            for (std::size_t k = 0; k < second.units; ++k) {
                second.weights[k * units + j] = s.network.layers[1].weights[k * units + from];
            }
        }
        const Trace before = trace_of(s);
        const Trace after = trace_of(turned);
        REQUIRE(test::close(before.loss, after.loss, rounding));
        for (std::size_t j = 0; j < units; ++j) {
            REQUIRE(test::close(after.layers[0].dC_dz[j], before.layers[0].dC_dz[(j + 1) % units], rounding));
        }
        for (std::size_t l = 2; l < s.network.layers.size(); ++l) {
            for (std::size_t k = 0; k < before.layers[l].dC_dW.size(); ++k) {
                REQUIRE(test::close(after.layers[l].dC_dW[k], before.layers[l].dC_dW[k], rounding));
            }
        }
    }
}

TEST_CASE("in a relu chain without biases the product of weight and gradient is the same for every layer") {
    test::Random random(13);
    for (int n = 0; n < 200; ++n) {
        Scenario s = test::the_note(random.between(0.1, 2), random.between(0.1, 2), random.between(0.1, 2),
                                    random.between(0.1, 2), random.between(-1, 1), 0.1);
        const Trace t = trace_of(s);
        const double first = s.network.layers[0].weights[0] * t.layers[0].dC_dW[0];
        for (std::size_t l = 1; l < 3; ++l) {
            CHECK(test::close(s.network.layers[l].weights[0] * t.layers[l].dC_dW[0], first, rounding));
        }
    }
}

TEST_CASE("trace names the first quantity that overflows, in the order of computation") {
    Scenario s;
    s.network.layers = {test::layer(Activation::identity, 1, {1, 1e300}), test::layer(Activation::identity, 2, {1, 1})};
    s.examples = {{{1e300}, {0}}};
    const auto first = trace_of(s).first_non_finite;
    REQUIRE(first);
    CHECK(first->layer == 0);
    CHECK(first->unit == 1);
    CHECK(first->quantity == "z");
}

TEST_CASE("trace names the cost where only squaring the error overflows") {
    Scenario s;
    s.network.layers = {test::layer(Activation::identity, 1, {1})};
    s.examples = {{{1e200}, {0}}};
    const auto first = trace_of(s).first_non_finite;
    REQUIRE(first);
    CHECK(first->quantity == "C");
    CHECK_FALSE(trace_of(test::start_document()).first_non_finite);
}

TEST_CASE("cross-entropy taken from z does not saturate") {
    Scenario s;
    s.network.layers = {test::layer(Activation::sigmoid, 1, {1})};
    s.loss = Loss::binary_cross_entropy;
    SECTION("with sigmoid") { s.examples = {{{-2000}, {1}}}; }
    SECTION("with softmax") {
        s.network.layers = {test::layer(Activation::softmax, 1, {1, 0})};
        s.loss = Loss::cross_entropy;
        s.examples = {{{-2000}, {1, 0}}};
    }
    const Trace t = trace_of(s);
    CHECK(t.loss == 2000);
    CHECK(t.layers[0].dC_dz[0] == -1);
    CHECK(t.layers[0].dC_dW[0] == 2000);
}

TEST_CASE("softmax outputs add up to 1 and their slopes to 0") {
    Scenario s;
    s.network.layers = {test::layer(Activation::softmax, 2, {1, 2, 3, 4, -5, 6})};
    s.examples = {{{0.3, -0.2}, {0, 1, 0}}};
    s.loss = Loss::cross_entropy;
    const LayerTrace t = trace_of(s).layers[0];
    CHECK_THAT(t.a[0] + t.a[1] + t.a[2], WithinAbs(1, reference));
    REQUIRE(t.da_dz.size() == 9);
    for (std::size_t k = 0; k < 3; ++k) {
        CHECK_THAT(t.da_dz[k] + t.da_dz[3 + k] + t.da_dz[6 + k], WithinAbs(0, reference));
        CHECK_THAT(t.dC_dz[k], WithinAbs(t.a[k] - s.examples[0].targets[k], reference));
    }
}

TEST_CASE("predict gives each point the outputs that trace gives it") {
    test::Random random(14);
    for (int n = 0; n < 100; ++n) {
        const Scenario s = test::random_scenario(random);
        std::vector<double> points, expected;
        for (std::size_t k = 0; k < s.examples.size(); ++k) {
            const auto& inputs = s.examples[k].inputs;
            points.insert(points.end(), inputs.begin(), inputs.end());
            const auto outputs = trace_of(s, k).outputs();
            expected.insert(expected.end(), outputs.begin(), outputs.end());
        }
        REQUIRE(predict(s.network, points) == expected);
    }
    CHECK(predict(test::start_document().network, {}).empty());
}

TEST_CASE("predict gives many points at once what it gives each alone") {
    test::Random random(15);
    for (int n = 0; n < 50; ++n) {
        const Scenario s = test::random_scenario(random);
        const std::size_t inputs = s.network.inputs();
        const std::vector<double> points = random.list(inputs * (1 + random.below(100)), -2, 2);
        std::vector<double> expected;
        for (std::size_t at = 0; at < points.size(); at += inputs) {
            const auto outputs = predict(s.network, std::span(points).subspan(at, inputs));
            expected.insert(expected.end(), outputs.begin(), outputs.end());
        }
        REQUIRE(predict(s.network, points) == expected);
    }
}

TEST_CASE("softmax of large sums is what it is of their differences") {
    Scenario s;
    s.network.layers = {test::layer(Activation::softmax, 1, {1000, 999, -1000})};
    s.examples = {{{1}, {0, 1, 0}}};
    s.loss = Loss::cross_entropy;
    const Trace t = trace_of(s);
    CHECK_THAT(t.outputs()[0], WithinAbs(1 / (1 + std::exp(-1)), reference));
    CHECK_THAT(t.outputs()[1], WithinAbs(1 / (1 + std::exp(1)), reference));
    CHECK(t.outputs()[2] == 0);
    CHECK_THAT(t.loss, WithinAbs(1 + std::log1p(std::exp(-1)), 10 * reference));
    CHECK_FALSE(t.first_non_finite);
}

TEST_CASE("trace names a derivative that overflows though everything forward is finite") {
    Scenario s;
    // a = 1, then e^707.5: what comes back is that once more, times 707.5.
    s.network.layers = {test::layer(Activation::exp, 1, {0}), test::layer(Activation::exp, 1, {707.5})};
    s.examples = {{{1}, {0}}};
    s.loss = Loss::huber;
    const auto first = trace_of(s).first_non_finite;
    REQUIRE(first);
    CHECK(first->layer == 0);
    CHECK(first->quantity == "dC_da");
}

TEST_CASE("trace names the unit whose weight's derivative overflows") {
    Scenario s;
    s.network.layers = {test::layer(Activation::identity, 2, {0, 0, 0, 0})};
    s.examples = {{{1, 1e300}, {0, 1e10}}};
    const auto first = trace_of(s).first_non_finite;
    REQUIRE(first);
    CHECK(first->unit == 1);
    CHECK(first->quantity == "dC_dW");
}

TEST_CASE("losses keep PyTorch's conventions where they bend and where their logarithms end") {
    const auto loss = [](Loss name, double a, double y) {
        Scenario s;
        s.network.layers = {test::layer(Activation::identity, 1, {a})};
        s.examples = {{{1}, {y}}};
        s.loss = name;
        return trace_of(s);
    };
    CHECK(loss(Loss::absolute_error, 0.5, 0.5).layers[0].dC_da[0] == 0);
    CHECK(loss(Loss::huber, 2, 0).loss == 1.5);
    CHECK(loss(Loss::huber, 1, 0).loss == 0.5);
    CHECK(loss(Loss::huber, -1, 0).layers[0].dC_da[0] == -1);
    CHECK(loss(Loss::binary_cross_entropy, 0, 1).loss == 100);
    CHECK(loss(Loss::binary_cross_entropy, 1, 0).loss == 100);
    CHECK_THAT(loss(Loss::binary_cross_entropy, 0, 1).layers[0].dC_da[0], WithinAbs(-1e12, 1));
}

TEST_CASE("a binary cross entropy of an output outside of 0 to 1 is not a number, and everything says so at C") {
    for (const double a : {1.5, -0.5, 1 + 0x1p-52, -0x1p-1074, 1e300}) {
        Scenario s;
        s.network.layers = {test::layer(Activation::identity, 1, {1}), test::layer(Activation::identity, 1, {1})};
        s.examples = {{{0.5}, {1}}, {{a}, {1}}};
        s.loss = Loss::binary_cross_entropy;
        CAPTURE(a);
        CHECK_FALSE(trace(s.network, s.examples[0], s.loss).first_non_finite);
        const Trace t = trace(s.network, s.examples[1], s.loss);
        CHECK(std::isnan(t.loss));
        CHECK(std::isnan(t.layers[1].dC_da[0]));
        CHECK(std::isnan(t.layers[0].dC_dW[0]));
        REQUIRE(t.first_non_finite);
        CHECK(t.first_non_finite->quantity == "C");
        CHECK(t.first_non_finite->layer == 1);

        CHECK(std::isnan(cost(s)));
        const Gradient g = gradient(s);
        CHECK(std::isnan(g.cost));
        CHECK(std::isnan(g.layers[0].dC_dW[0]));

        const Descended run = descend(s, 3);
        REQUIRE(run.diverged);
        CHECK(run.diverged->step == 0);
        CHECK(run.diverged->quantity == "C");
        CHECK(run.scenario.network.layers[0].weights == s.network.layers[0].weights);

        const auto found = diagnose(s);
        REQUIRE(found.size() == 1);
        CHECK(found[0].kind == FindingKind::non_finite);
        CHECK(*found[0].quantity == "C");
        CHECK(found[0].example == 1);
        CHECK_FALSE(check(s).worst);
    }
}

TEST_CASE("a run that leaves 0 to 1 stops at the step whose cost is not a number") {
    Scenario s;
    s.network.layers = {test::layer(Activation::identity, 1, {0.5})};
    s.examples = {{{1}, {1}}};
    s.loss = Loss::binary_cross_entropy;
    s.descent.alpha = 0.3;  // slope −2: w = 1.1 after one step
    const Descended run = descend(s, 10);
    REQUIRE(run.diverged);
    CHECK(run.diverged->step == 1);
    CHECK(run.diverged->quantity == "C");
    CHECK_THAT(run.scenario.network.layers[0].weights[0], WithinAbs(1.1, 1e-15));
}

TEST_CASE("a loss taken from z that saturates has true slopes, so nothing is reported as not finite") {
    Scenario sigmoid;
    sigmoid.network.layers = {test::layer(Activation::identity, 1, {1}), test::layer(Activation::sigmoid, 1, {1})};
    sigmoid.examples = {{{800}, {0}}};
    sigmoid.loss = Loss::binary_cross_entropy;
    Scenario softmax;
    softmax.network.layers = {test::layer(Activation::identity, 1, {1}), test::layer(Activation::softmax, 1, {1, -1})};
    softmax.examples = {{{400}, {0, 1}}};
    softmax.loss = Loss::cross_entropy;
    for (const Scenario& s : {sigmoid, softmax}) {
        const Trace t = trace(s.network, s.examples[0], s.loss);
        CHECK(t.loss == 800);
        CHECK(std::isinf(t.layers[1].dC_da.back()));
        CHECK(t.layers[1].dC_dz[0] == 1);
        CHECK_FALSE(t.first_non_finite);
        for (const Finding& finding : diagnose(s)) CHECK(finding.kind != FindingKind::non_finite);
        CHECK_FALSE(descend(s, 1).diverged);
    }
    // What really is not finite still is, before the outputs too.
    Scenario steep = sigmoid;
    steep.network.layers[1].weights[0] = 1e308;
    steep.examples = {{{0}, {-3}}};
    REQUIRE(trace(steep.network, steep.examples[0], steep.loss).first_non_finite);
    CHECK(trace(steep.network, steep.examples[0], steep.loss).first_non_finite->layer == 0);
    CHECK(trace(steep.network, steep.examples[0], steep.loss).first_non_finite->quantity == "dC_da");
    sigmoid.examples.own()[0].inputs[0] = 1e300;
    sigmoid.network.layers[1].weights[0] = 1e10;
    REQUIRE(trace(sigmoid.network, sigmoid.examples[0], sigmoid.loss).first_non_finite);
    CHECK(trace(sigmoid.network, sigmoid.examples[0], sigmoid.loss).first_non_finite->quantity == "z");
}
