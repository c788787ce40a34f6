#pragma once
/// The classic mistakes of backpropagation, each run for one step of the whole network, with the number it yields.

#include <array>
#include <vector>

#include "core/name.hpp"
#include "core/scenario.hpp"

namespace backprop {

enum class SlipKind {
    forgot_two,     ///< the 2 of the squared error
    forgot_slope,   ///< ∂a/∂z taken as 1
    forgot_input,   ///< ∂z/∂w taken as 1
    forgot_weight,  ///< ∂z/∂a taken as 1
    values_back,    ///< the activation travels back in place of the weight it goes through
    added,          ///< factors added instead of multiplied
    one_path,       ///< where a unit feeds several, each overwrites the one before instead of adding to it
    wrong_sign,     ///< w + α·g: uphill
    output_first,   ///< each layer moved before the gradient of the one before is taken through its new weights
};

inline constexpr std::array slip_kinds{
    Named<SlipKind>{SlipKind::forgot_two, "forgotTwo"},     Named<SlipKind>{SlipKind::forgot_slope, "forgotSlope"},
    Named<SlipKind>{SlipKind::forgot_input, "forgotInput"}, Named<SlipKind>{SlipKind::forgot_weight, "forgotWeight"},
    Named<SlipKind>{SlipKind::values_back, "valuesBack"},   Named<SlipKind>{SlipKind::added, "added"},
    Named<SlipKind>{SlipKind::one_path, "onePath"},         Named<SlipKind>{SlipKind::wrong_sign, "wrongSign"},
    Named<SlipKind>{SlipKind::output_first, "outputFirst"},
};

struct Slip {
    SlipKind kind;
    double gradient = 0;  ///< of the parameter, as the mistake has it
    double after = 0;     ///< the parameter after one such step
    Scenario scenario;    ///< the whole network after it
};

/// For a weight or bias. Mistakes that cannot be made here (no second path, no weight on the way, no 2) or whose step
/// leads out of the finite numbers are left out.
[[nodiscard]] std::vector<Slip> slips(const Scenario& scenario, const Ref& ref);

}  // namespace backprop
