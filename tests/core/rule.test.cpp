#include "core/rule.hpp"

#include <cmath>
#include <set>

#include "catch.hpp"
#include "core/batch.hpp"
#include "core/derivation.hpp"
#include "core/descent.hpp"
#include "networks.hpp"

using namespace backprop;

namespace {

Scenario with_rule(Scenario s, Rule rule) {
    const double alpha = s.descent.alpha;
    s.descent = defaults(rule);
    s.descent.alpha = alpha;
    return s;
}

/// Any rule with any numbers, batch, order and regularisation.
Scenario random_run(test::Random& random) {
    Scenario s = test::random_scenario(random, {.most_layers = 3, .most_units = 3, .most_examples = 7});
    s = with_rule(s, test::any_of(rules, random));
    s.descent.alpha = random.between(0.001, 0.05);
    s.descent.momentum = random.between(0, 0.99);
    s.descent.beta1 = random.between(0, 0.99);
    s.descent.beta2 = random.between(0, 0.999);
    s.descent.smoothing = random.between(0, 0.99);
    if (random.coin()) s.descent.batch = 1 + random.below(s.examples.size());
    if (random.coin()) s.descent.seed = static_cast<std::uint32_t>(random.bits());
    if (random.coin()) s.descent.l1 = random.between(0, 0.1);
    if (random.coin()) s.descent.l2 = random.between(0, 0.1);
    return s;
}

std::vector<double> parameters(const Scenario& s) {
    std::vector<double> all;
    for (const Ref& ref : test::parameters_of(s.network)) all.push_back(parameter(s.network, ref));
    return all;
}

/// One step of one parameter w = 1 with gradient 0.5 and what went before.
Remembered once(Rule rule, const Remembered& before, std::uint64_t step) {
    Descent descent = defaults(rule);
    descent.alpha = 0.1;
    return moved(rule_step(descent, step), before, 0.5);
}

constexpr double rounding = 1e-15;

/// Three parameters whose gradients are they themselves: C = ½ Σ w².
Scenario bowl(Rule rule) {
    Scenario s;
    s.network.layers = {test::layer(Activation::identity, 1, {1, -2, 0.5})};
    s.examples = {{{1}, {0, 0, 0}}};
    s.loss = Loss::half_squared_error;
    s.descent = defaults(rule);
    s.descent.alpha = 0.1;
    return s;
}

/// PyTorch's recurrences once more, over a whole run of one parameter of the bowl.
double rolled(Rule rule, double w, int steps) {
    double first = 0;
    double second = 0;
    for (int t = 1; t <= steps; ++t) {
        const double g = w;
        switch (rule) {
            case Rule::gradient_descent:
                w -= 0.1 * g;
                break;
            case Rule::momentum:
                first = 0.9 * first + g;
                w -= 0.1 * first;
                break;
            case Rule::nesterov:
                first = 0.9 * first + g;
                w -= 0.1 * (g + 0.9 * first);
                break;
            case Rule::adagrad:
                second += g * g;
                w -= 0.1 * g / (std::sqrt(second) + 1e-10);
                break;
            case Rule::rmsprop:
                second = 0.99 * second + 0.01 * g * g;
                w -= 0.1 * g / (std::sqrt(second) + 1e-8);
                break;
            case Rule::adamw:
                w -= 0.1 * 0.01 * w;
                [[fallthrough]];
            case Rule::adam:
                first = 0.9 * first + 0.1 * g;
                second = 0.999 * second + 0.001 * g * g;
                w -= 0.1 * (first / (1 - std::pow(0.9, t))) / (std::sqrt(second / (1 - std::pow(0.999, t))) + 1e-8);
                break;
        }
    }
    return w;
}

}  // namespace

TEST_CASE("over a run, each rule rolls down a bowl as its recurrences say") {
    for (const auto& [rule, name] : rules) {
        INFO(name);
        for (const std::size_t steps : {1, 2, 10}) {
            const Descended run = descend(bowl(rule), steps);
            const auto w = parameters(run.scenario);
            CHECK(test::close(w[0], rolled(rule, 1, static_cast<int>(steps)), 1e-13));
            CHECK(test::close(w[1], rolled(rule, -2, static_cast<int>(steps)), 1e-13));
            CHECK(test::close(w[2], rolled(rule, 0.5, static_cast<int>(steps)), 1e-13));
            CHECK(run.costs.size() == steps + 1);
            if (run.scenario.descent.state) CHECK(run.scenario.descent.state->step == steps);
        }
    }
}

TEST_CASE("whichever parameter overflows, the run stops before it") {
    for (std::size_t k = 0; k < 3; ++k) {
        Scenario s = bowl(Rule::gradient_descent);
        s.descent.alpha = 1e200;
        s.network.layers[0].weights = {0, 0, 0};
        s.network.layers[0].weights[k] = 1e150;
        const Descended run = descend(s, 2);
        REQUIRE(run.diverged);
        CHECK(run.diverged->step == 0);
        CHECK(run.diverged->unit == k);
        CHECK(parameters(run.scenario) == s.network.layers[0].weights);
    }
}

TEST_CASE("each rule's first step is the one its formula gives") {
    CHECK(test::close(once(Rule::gradient_descent, {1, 0, 0}, 0).parameter, 1 - 0.1 * 0.5, rounding));
    CHECK(test::close(once(Rule::momentum, {1, 0, 0}, 0).parameter, 1 - 0.1 * 0.5, rounding));
    CHECK(test::close(once(Rule::nesterov, {1, 0, 0}, 0).parameter, 1 - 0.1 * (0.5 + 0.9 * 0.5), rounding));
    CHECK(test::close(once(Rule::adagrad, {1, 0, 0}, 0).parameter, 1 - 0.1 * 0.5 / (0.5 + 1e-10), rounding));
    CHECK(test::close(once(Rule::rmsprop, {1, 0, 0}, 0).parameter, 1 - 0.1 * 0.5 / (0.05 + 1e-8), rounding));
    CHECK(test::close(once(Rule::adam, {1, 0, 0}, 0).parameter, 1 - 0.1 * 0.5 / (0.5 + 1e-8), rounding));
    CHECK(test::close(once(Rule::adamw, {1, 0, 0}, 0).parameter, 1 - 0.1 * 0.01 - 0.1 * 0.5 / (0.5 + 1e-8), rounding));
}

TEST_CASE("each rule's later step uses what it remembers") {
    const Remembered before{1, 0.2, 0.04};
    CHECK(test::close(once(Rule::momentum, before, 4).first, 0.9 * 0.2 + 0.5, rounding));
    CHECK(test::close(once(Rule::adagrad, before, 4).second, 0.04 + 0.25, rounding));
    CHECK(test::close(once(Rule::rmsprop, before, 4).second, 0.99 * 0.04 + 0.01 * 0.25, rounding));
    const double first = 0.9 * 0.2 + 0.1 * 0.5;
    const double second = 0.999 * 0.04 + 0.001 * 0.25;
    const double mean = first / (1 - std::pow(0.9, 5));
    const double square = second / (1 - std::pow(0.999, 5));
    CHECK(test::close(once(Rule::adam, before, 4).parameter, 1 - 0.1 * mean / (std::sqrt(square) + 1e-8), 1e-12));
}

TEST_CASE("with any rule, batch, order and penalty, five steps twice are ten steps bit for bit, in mid-epoch too") {
    test::Random random(60);
    for (int n = 0; n < 1000; ++n) {
        const Scenario s = random_run(random);
        const Descended ten = descend(s, 10);
        const Descended five = descend(s, 5);
        if (ten.diverged) continue;
        const Descended twice = descend(five.scenario, 5);
        REQUIRE(parameters(twice.scenario) == parameters(ten.scenario));
        REQUIRE(five.costs.back() == twice.costs.front());
        for (std::size_t k = 0; k < 6; ++k) REQUIRE(twice.costs[k] == ten.costs[5 + k]);
        REQUIRE(twice.scenario.descent.state.has_value() == ten.scenario.descent.state.has_value());
        if (ten.scenario.descent.state) REQUIRE(ten.scenario.descent.state->step == 10);
    }
}

TEST_CASE("descend returns a state only where rule or batch needs one") {
    Scenario s = test::start_document();
    CHECK_FALSE(descend(s, 3).scenario.descent.state);
    s.descent.seed = 1;
    CHECK_FALSE(descend(s, 3).scenario.descent.state);
    s.examples.own().push_back(s.examples[0]);
    s.descent.batch = 1;
    REQUIRE(descend(s, 3).scenario.descent.state);
    CHECK(descend(s, 3).scenario.descent.state->first.empty());
    s.descent.batch = 2;
    CHECK_FALSE(descend(s, 3).scenario.descent.state);
    const Scenario adam = descend(with_rule(s, Rule::adam), 3).scenario;
    REQUIRE(adam.descent.state);
    CHECK(adam.descent.state->first.size() == 3);
    CHECK(adam.descent.state->second.size() == 3);
}

TEST_CASE("every epoch sees every example once, in an order that the seed decides") {
    Scenario s = test::start_document();
    s.examples.own().assign(10, s.examples[0]);
    s.descent.batch = 4;
    Batches in_order(s);
    CHECK(std::vector(in_order.of_step(0).begin(), in_order.of_step(0).end()) == std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(in_order.of_step(2).size() == 2);
    CHECK(in_order.of_step(3).front() == 0);

    s.descent.seed = 7;
    Batches shuffled(s);
    std::vector<std::vector<std::size_t>> epochs(2);
    for (std::uint64_t step = 0; step < 6; ++step) {
        for (const std::size_t index : shuffled.of_step(step)) epochs[step / 3].push_back(index);
    }
    CHECK(epochs[0] != epochs[1]);
    for (auto epoch : epochs) {
        std::sort(epoch.begin(), epoch.end());
        CHECK(epoch == std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    }
    Batches again(s);
    CHECK(again.of_step(4).front() == epochs[1][4]);
}

TEST_CASE("another seed gives another order, and so does the next epoch") {
    const auto orders = [](std::uint32_t seed) {
        Scenario s = test::start_document();
        s.examples.own().assign(20, s.examples[0]);
        s.descent.batch = 20 - 1;
        s.descent.seed = seed;
        Batches batches(s);
        std::vector<std::vector<std::size_t>> found;
        for (const std::uint64_t step : {0, 2, 4}) {
            const auto order = batches.of_step(step);
            found.emplace_back(order.begin(), order.end());
        }
        return found;
    };
    std::set<std::vector<std::size_t>> all;
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        for (const auto& order : orders(seed)) all.insert(order);
    }
    CHECK(all.size() == 150);  // of 20! possible ones: two alike would be a miracle
}

TEST_CASE("a last short batch is a batch of its own: no gradient leaks into it") {
    Scenario s = test::start_document();
    s.examples = {{{1}, {0}}, {{2}, {1}}, {{3}, {0.5}}};
    s.descent.batch = 2;
    const Scenario before_last = descend(s, 1).scenario;
    Scenario alone = before_last;
    alone.examples = {s.examples[2]};
    alone.descent.batch.reset();
    alone.descent.state.reset();
    CHECK(parameters(descend(before_last, 1).scenario) == parameters(descend(alone, 1).scenario));
}

TEST_CASE("l1 and l2 add to cost and gradient of weights, not of biases") {
    test::Random random(61);
    for (int n = 0; n < 200; ++n) {
        const Scenario plain = test::random_scenario(random);
        Scenario s = plain;
        s.descent.l1 = 0.3;
        s.descent.l2 = 0.7;
        double penalty = 0;
        const Gradient with = gradient(s);
        const Gradient without = gradient(plain);
        for (std::size_t l = 0; l < s.network.layers.size(); ++l) {
            const auto& weights = s.network.layers[l].weights;
            for (std::size_t k = 0; k < weights.size(); ++k) {
                const double w = weights[k];
                penalty += 0.3 * std::abs(w) + 0.35 * w * w;
                REQUIRE(test::close(with.layers[l].dC_dW[k],
                                    without.layers[l].dC_dW[k] + 0.3 * (w > 0 ? 1 : -1) + 0.7 * w, 1e-12));
            }
            REQUIRE(with.layers[l].dC_db == without.layers[l].dC_db);
        }
        REQUIRE(test::close(with.cost, without.cost + penalty, 1e-12));
        REQUIRE(test::close(cost(s), with.cost, 1e-12));
    }
}

TEST_CASE("with any rule a derivation's update is what one step does to the parameter") {
    test::Random random(62);
    for (int n = 0; n < 200; ++n) {
        Scenario s = random_run(random);
        if (const Descended some = descend(s, 3); !some.diverged) s = some.scenario;
        const Scenario after = descend(s, 1).scenario;
        for (const Ref& ref : test::parameters_of(s.network)) {
            const auto update = derive(s, ref, {.paths = 0}).update;
            REQUIRE(update->before == parameter(s.network, ref));
            REQUIRE(update->after == parameter(after.network, ref));
        }
    }
}

TEST_CASE("a frozen parameter stays, whatever its rule") {
    for (const auto& [rule, name] : rules) {
        Scenario s = with_rule(test::start_document(), rule);
        s.network.layers[1].frozen_weights = {1};
        INFO(name);
        CHECK(descend(s, 5).scenario.network.layers[1].weights[0] == 0.7);
        CHECK(descend(s, 5).scenario.network.layers[0].weights[0] != 0.4);
    }
}

TEST_CASE("a run stops before what its rule remembers overflows") {
    Scenario s = with_rule(test::start_document(), Rule::adagrad);
    s.network.layers = {test::layer(Activation::identity, 1, {1})};
    s.examples = {{{1e100}, {0}}};
    s.loss = Loss::half_squared_error;
    const Descended run = descend(s, 3);
    REQUIRE(run.diverged);
    CHECK(run.diverged->quantity == "second");
    CHECK(run.scenario.descent.state->second[0].weights[0] == 0);
}

TEST_CASE("of many parameters no single one may become infinite, wherever it stands") {
    constexpr std::size_t count = 11;  // pairs and one left over
    for (const Rule rule : {Rule::gradient_descent, Rule::momentum}) {
        const Descent descent = [&] {
            Descent d = defaults(rule);
            d.alpha = 1e10;
            return d;
        }();
        for (std::size_t infinite = 0; infinite < count; ++infinite) {
            std::vector<double> gradient(count, 1), before(count), first(count), after(count), first_after(count);
            gradient[infinite] = 1e300;
            const bool remembers = rule == Rule::momentum;
            const bool stays = move(rule_step(descent, 0), count, gradient.data(), {},
                                    {before.data(), remembers ? first.data() : nullptr, nullptr},
                                    {after.data(), remembers ? first_after.data() : nullptr, nullptr});
            CHECK_FALSE(stays);
            CHECK(std::isinf(after[infinite]));
        }
    }
}
