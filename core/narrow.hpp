#pragma once
/// One example through a network too narrow to fill vector lanes: the same sums in the same order as the kernel's, in
/// plain loops over one list of units.

#include <vector>

#include "core/flat.hpp"
#include "core/loss.hpp"

namespace backprop {

/// What an example leaves behind in one unit.
struct Unit {
    double z;
    double a;
    double da_dz;
    double dC_dz;  ///< the way forward leaves 0, and the way back adds to it
};

/// Whether no layer has units enough to fill lanes with.
[[nodiscard]] bool is_narrow(const Layout& layout);

/// Room for the inputs, which only have an a, and the units of all layers after them.
[[nodiscard]] std::vector<Unit> units_of(const Layout& layout);

/// The loss of one example; its gradient into `gradient`, where that is not null. Only where `is_narrow`.   parameters,
/// gradient (layout.count), x (inputs), y (outputs), units: as `units_of` makes them
[[nodiscard]] double loss_of_one(const Layout& layout, const double* parameters, const double* x, const double* y,
                                 Loss loss, Unit* units, double* gradient);

}  // namespace backprop
