#include "core/trace.hpp"

#include "catch.hpp"
#include "core/descent.hpp"
#include "networks.hpp"

using namespace backprop;

namespace {

/// The reference digits are given to the last place of a double near 1.
constexpr double reference = 1e-15;

}  // namespace

TEST_CASE("trace gives the start document's output, loss and gradient") {
  const Scenario s = test::start_document();
  const Trace t = trace(s.network, s.examples[0], s.loss);
  CHECK_THAT(t.outputs()[0], Catch::Matchers::WithinAbs(0.6233988845696153, reference));
  CHECK_THAT(t.loss, Catch::Matchers::WithinAbs(0.14182840014340992, reference));
  CHECK_THAT(t.layers[0].dC_dW[0], Catch::Matchers::WithinAbs(-0.22280747945323093, reference));
  CHECK_THAT(t.layers[1].dC_dW[0], Catch::Matchers::WithinAbs(-0.12731855968756053, reference));
  CHECK_THAT(t.layers[2].dC_dW[0], Catch::Matchers::WithinAbs(-0.059415327854194906, reference));
}
