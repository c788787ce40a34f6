#include "core/kernel.hpp"

#include "catch.hpp"
#include "core/descent.hpp"
#include "core/trace.hpp"
#include "networks.hpp"

using namespace backprop;

TEST_CASE("side by side in lanes or one by one, examples give the same bits: the traced ones added up in their order") {
    test::Random random(60);
    for (int n = 0; n < 300; ++n) {
        // Up to more than two blocks, with every remainder of a block; layers up to two rows of eight lanes and one.
        const Scenario s = test::random_scenario(random, {.most_layers = 4, .most_units = 17, .most_examples = 70});
        const Gradient whole = gradient(s);
        const double count = static_cast<double>(s.examples.size());
        Gradient sum = whole;
        sum.cost = 0;
        for (LayerGradient& layer : sum.layers) {
            for (double& g : layer.dC_dW) g = 0;
            for (double& g : layer.dC_db) g = 0;
        }
        for (const Example& example : s.examples) {
            const Trace t = trace(s.network, example, s.loss);
            sum.cost += t.loss;
            for (std::size_t l = 0; l < t.layers.size(); ++l) {
                LayerGradient& layer = sum.layers[l];
                for (std::size_t k = 0; k < layer.dC_dW.size(); ++k) layer.dC_dW[k] += t.layers[l].dC_dW[k];
                for (std::size_t k = 0; k < layer.dC_db.size(); ++k) layer.dC_db[k] += t.layers[l].dC_db[k];
            }
        }
        REQUIRE(whole.cost == sum.cost / count);
        for (std::size_t l = 0; l < sum.layers.size(); ++l) {
            for (double& g : sum.layers[l].dC_dW) g /= count;
            for (double& g : sum.layers[l].dC_db) g /= count;
            REQUIRE(whole.layers[l].dC_dW == sum.layers[l].dC_dW);
            REQUIRE(whole.layers[l].dC_db == sum.layers[l].dC_db);
        }
    }
}
