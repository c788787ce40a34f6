#include "core/probe.hpp"

#include "catch.hpp"
#include "core/descent.hpp"
#include "networks.hpp"

using namespace backprop;

TEST_CASE("whatever moves in whatever order, a probe has the losses of the network as it stands") {
    test::Random random(75);
    for (int n = 0; n < 300; ++n) {
        Scenario s = test::random_scenario(random, {.most_layers = 5, .most_units = 9, .most_examples = 32});
        const auto parameters = test::parameters_of(s.network);
        Probe probe(s);
        probe.load(s.examples);
        const double count = static_cast<double>(s.examples.size());
        Scenario moved = s;
        for (int m = 0; m < 20; ++m) {
            // Sometimes several before anybody asks.
            for (std::size_t k = 0; k <= random.below(3); ++k) {
                const Ref& ref = parameters[random.below(parameters.size())];
                const double value = random.between(-1.5, 1.5);
                probe.move(ref, value);
                parameter_at(moved.network, ref) = value;
            }
            REQUIRE(probe.add_losses(0) / count == cost(moved));
        }
    }
}
