#include "core/validate.hpp"

#include <functional>
#include <limits>

#include "catch.hpp"
#include "core/rule.hpp"
#include "networks.hpp"

using namespace backprop;

namespace {

struct Case {
    const char* what;
    std::function<void(Scenario&)> spoil;
    const char* path;
    const char* message;
};

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

Scenario wide() {
    Scenario s;
    s.network.layers = {test::layer(Activation::tanh, 2, {1, 2, 3, 4, 5, 6}, {1, 2, 3}),
                        test::layer(Activation::identity, 3, {1, 2, 3})};
    s.examples = {{{1, 2}, {1}}, {{3, 4}, {0}}};
    return s;
}

const std::vector<Case> cases{
    {"no layers", [](Scenario& s) { s.network.layers.clear(); }, "layers", "expects 1 to 16 layers, got 0"},
    {"too many layers", [](Scenario& s) { s.network.layers.resize(17, test::layer(Activation::relu, 1, {1})); },
     "layers", "expects 1 to 16 layers, got 17"},
    {"no inputs", [](Scenario& s) { s.network.layers[0].inputs = 0; }, "layers.0.weights.0",
     "expects 1 to 64 numbers, got 0"},
    {"too many units",
     [](Scenario& s) { s.network.layers[0] = test::layer(Activation::relu, 1, std::vector<double>(65)); },
     "layers.0.weights", "expects 1 to 64 units, got 65"},
    {"layers that do not fit",
     [](Scenario& s) {
         s.network.layers[1] = test::layer(Activation::relu, 2, {1, 2});
     },
     "layers.1.weights.0", "expects 3 numbers, got 2"},
    {"a missing weight", [](Scenario& s) { s.network.layers[0].weights.pop_back(); }, "layers.0.weights",
     "expects 6 numbers, got 5"},
    {"an infinite weight", [](Scenario& s) { s.network.layers[0].weights[3] = infinity; }, "layers.0.weights.1.1",
     "expects a finite number"},
    {"too few biases", [](Scenario& s) { s.network.layers[0].biases.pop_back(); }, "layers.0.biases",
     "expects 3 numbers, got 2"},
    {"a bias that is not a number", [](Scenario& s) { s.network.layers[0].biases[2] = not_a_number; },
     "layers.0.biases.2", "expects a finite number"},
    {"flags that do not fit", [](Scenario& s) { s.network.layers[0].frozen_weights = {1}; }, "layers.0.frozen.weights",
     "expects 6 flags, got 1"},
    {"frozen biases that are not there", [](Scenario& s) { s.network.layers[1].frozen_biases = {1}; },
     "layers.1.frozen.biases", "the layer has no biases"},
    {"no examples", [](Scenario& s) { s.examples.own().clear(); }, "examples", "expects 1 to 10000 examples, got 0"},
    {"too few inputs", [](Scenario& s) { s.examples.own()[1].inputs.pop_back(); }, "examples.1.inputs",
     "expects 2 numbers, got 1"},
    {"too many targets", [](Scenario& s) { s.examples.own()[0].targets.push_back(0); }, "examples.0.targets",
     "expects 1 number, got 2"},
    {"a target that is not a number", [](Scenario& s) { s.examples.own()[1].targets[0] = not_a_number; },
     "examples.1.targets.0", "expects a finite number"},
    {"softmax before the last layer", [](Scenario& s) { s.network.layers[0].activation = Activation::softmax; },
     "layers.0.activation", "expects softmax only in the last layer"},
    {"cross_entropy without softmax", [](Scenario& s) { s.loss = Loss::cross_entropy; }, "loss",
     "expects softmax in the last layer for cross_entropy"},
    {"a negative learning rate", [](Scenario& s) { s.descent.alpha = -0.1; }, "descent.alpha",
     "expects a number of at least 0"},
    {"an infinite learning rate", [](Scenario& s) { s.descent.alpha = infinity; }, "descent.alpha",
     "expects a finite number"},
};

}  // namespace

TEST_CASE("a scenario that cannot be computed with is refused with a path and a sentence") {
    for (const Case& c : cases) {
        Scenario s = wide();
        c.spoil(s);
        INFO(c.what);
        const auto error = validate(s);
        REQUIRE(error);
        CHECK(error->path == c.path);
        CHECK(error->message == c.message);
    }
}

TEST_CASE("a network may have 20,000 parameters and no more") {
    Scenario s;
    for (int k = 0; k < 4; ++k) {
        s.network.layers.push_back(test::layer(Activation::relu, 64, std::vector<double>(64 * 64)));
    }
    s.network.layers.push_back(test::layer(Activation::relu, 64, std::vector<double>(64 * 56)));
    s.network.layers.push_back(test::layer(Activation::relu, 56, std::vector<double>(56 * 4)));
    s.examples = {{std::vector<double>(64), std::vector<double>(4)}};
    const auto error = validate(s);  // 4·4096 + 3584 + 224
    REQUIRE(error);
    CHECK(error->path == "layers");
    CHECK(error->message == "expects at most 20000 parameters, got 20192");

    s.network.layers.pop_back();
    s.examples.own()[0].targets.resize(56);
    CHECK_FALSE(validate(s));  // 19,968
}

TEST_CASE("random scenarios are accepted") {
    test::Random random(50);
    for (int n = 0; n < 200; ++n) CHECK_FALSE(validate(test::random_scenario(random)));
}

TEST_CASE("a ref to what the network does not have is refused") {
    const Network network = wide().network;
    CHECK(validate({Ref::Kind::weight, 2, 0, 0}, network)->path == "ref.layer");
    CHECK(validate({Ref::Kind::weight, 0, 3, 0}, network)->path == "ref.unit");
    CHECK(validate({Ref::Kind::weight, 0, 0, 2}, network)->path == "ref.input");
    CHECK(validate({Ref::Kind::bias, 1, 0, 0}, network)->path == "ref.bias");
    for (const Ref& ref : test::parameters_of(network)) CHECK_FALSE(validate(ref, network));
    for (const Ref& ref : test::units_of(network)) CHECK_FALSE(validate(ref, network));
}

TEST_CASE("the numbers of a descent have to lie in their ranges, whose ends count as the document says") {
    const auto refused = [](Rule rule, auto change) {
        Scenario s = test::start_document();
        s.descent = defaults(rule);
        change(s.descent);
        const auto problem = validate(s);
        return problem ? problem->path : std::string();
    };
    CHECK(refused(Rule::momentum, [](Descent& d) { d.momentum = 0; }).empty());
    CHECK(refused(Rule::momentum, [](Descent& d) { d.momentum = 1; }) == "descent.momentum");
    CHECK(refused(Rule::adam, [](Descent& d) { d.beta1 = 1; }) == "descent.beta1");
    CHECK(refused(Rule::adam, [](Descent& d) { d.beta2 = -0.1; }) == "descent.beta2");
    CHECK(refused(Rule::adam, [](Descent& d) { d.epsilon = 0; }) == "descent.epsilon");
    CHECK(refused(Rule::rmsprop, [](Descent& d) { d.smoothing = 1; }) == "descent.smoothing");
    CHECK(refused(Rule::adamw, [](Descent& d) { d.weight_decay = 0; }).empty());
    CHECK(refused(Rule::adamw, [](Descent& d) { d.weight_decay = -1; }) == "descent.weightDecay");
    CHECK(refused(Rule::gradient_descent, [](Descent& d) { d.batch = 1; }).empty());
    CHECK(refused(Rule::gradient_descent, [](Descent& d) { d.batch = 0; }) == "descent.batch");
    CHECK(refused(Rule::gradient_descent, [](Descent& d) { d.batch = 2; }) == "descent.batch");
    CHECK(refused(Rule::gradient_descent, [](Descent& d) { d.l1 = -1; }) == "descent.l1");
    CHECK(refused(Rule::gradient_descent, [](Descent& d) { d.l2 = -1; }) == "descent.l2");
}
