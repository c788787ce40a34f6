#pragma once
/// Fresh weights for a network, from a seed: the same numbers everywhere and for good.

#include <array>
#include <cstdint>

#include "core/name.hpp"
#include "core/scenario.hpp"

namespace backprop {

enum class Scheme {
    zeros,
    uniform,  ///< within ±1/√inputs, PyTorch's own choice for a linear layer
    xavier,   ///< within ±√(6 / (inputs + units)); Glorot and Bengio 2010
    he,       ///< normal, deviation √(2 / inputs); He et al. 2015
};

inline constexpr std::array schemes{
    Named<Scheme>{Scheme::zeros, "zeros"},
    Named<Scheme>{Scheme::uniform, "uniform"},
    Named<Scheme>{Scheme::xavier, "xavier"},
    Named<Scheme>{Scheme::he, "he"},
};

/// All weights anew, frozen ones too, biases 0; what the rule remembered is forgotten.
[[nodiscard]] Scenario initialise(Scenario scenario, Scheme scheme, std::uint32_t seed);

}  // namespace backprop
