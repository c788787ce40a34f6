#include "core/path.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace backprop {

namespace {

/// The rest of a path from some unit on; the unit after it and which of that unit's own continuations follows.
struct Continuation {
    double value = 0;
    std::size_t next_unit = 0;
    std::size_t next_rank = 0;
};

/// [layer][unit] -> its strongest continuations, best first
using Table = std::vector<std::vector<std::vector<Continuation>>>;

/// NaN has no order of its own; a sort needs one, and what overflowed is worth seeing first.
double strength(double value) { return std::isnan(value) ? std::numeric_limits<double>::infinity() : std::fabs(value); }

/// Equally strong ones in the order of their units, so that the list is the same everywhere.
bool comes_first(const Continuation& one, const Continuation& other) {
    if (strength(one.value) != strength(other.value)) return strength(one.value) > strength(other.value);
    if (one.next_unit != other.next_unit) return one.next_unit < other.next_unit;
    return one.next_rank < other.next_rank;
}

/// Keeps `list` in order and no longer than `count`; false when the candidate is too weak for it.
bool insert(std::vector<Continuation>& list, const Continuation& candidate, std::size_t count) {
    if (list.size() == count && !comes_first(candidate, list.back())) return false;
    if (list.size() == count) list.pop_back();
    list.insert(std::upper_bound(list.begin(), list.end(), candidate, comes_first), candidate);
    return true;
}

/// ∂C/∂z of a unit along one continuation of its a; at the outputs all of it, true also where the loss saturates.
double from_z(const Trace& trace, std::size_t layer, std::size_t unit, double continuation) {
    const LayerTrace& t = trace.layers[layer];
    return layer + 1 == trace.layers.size() ? t.dC_dz[unit] : t.da_dz[unit] * continuation;
}

std::vector<Continuation> continuations(const Network& network, const Trace& trace, const Table& table,
                                        std::size_t layer, std::size_t unit, std::size_t count) {
    const Layer& next = network.layers[layer + 1];
    std::vector<Continuation> list;
    for (std::size_t k = 0; k < next.units; ++k) {
        const double weight = next.weights[k * next.inputs + unit];
        const auto& after = table[layer + 1][k];
        for (std::size_t rank = 0; rank < after.size(); ++rank) {
            // The unit's own continuations come strongest first: after the first that is too weak all are.
            const double value = weight * from_z(trace, layer + 1, k, after[rank].value);
            if (!insert(list, {value, k, rank}, count)) break;
        }
    }
    return list;
}

/// The product of the factors from the ref to the cost along one continuation of its unit.
double path_value(const Trace& trace, const Ref& ref, double continuation) {
    switch (ref.kind) {
        case Ref::Kind::unit:
            return continuation;
        case Ref::Kind::weight:
            return trace.layers[ref.layer].x[ref.input] * from_z(trace, ref.layer, ref.unit, continuation);
        case Ref::Kind::bias:
            return from_z(trace, ref.layer, ref.unit, continuation);
    }
    return 0;
}

}  // namespace

double path_count(const Network& network, std::size_t layer) {
    double count = 1;
    for (std::size_t l = layer + 1; l < network.layers.size(); ++l)
        count *= static_cast<double>(network.layers[l].units);
    return count;
}

std::vector<Path> strongest_paths(const Network& network, const Trace& trace, const Ref& ref, std::size_t count) {
    if (count == 0) return {};
    const std::size_t last = network.layers.size() - 1;
    Table table(network.layers.size());
    for (const double dC_da : trace.layers[last].dC_da) table[last].push_back({{dC_da, 0, 0}});
    for (std::size_t l = last; l-- > ref.layer;) {
        for (std::size_t j = 0; j < network.layers[l].units; ++j) {
            table[l].push_back(continuations(network, trace, table, l, j, count));
        }
    }

    std::vector<Path> paths;
    for (Continuation at : table[ref.layer][ref.unit]) {
        Path path{{ref.unit}, path_value(trace, ref, at.value)};
        for (std::size_t l = ref.layer + 1; l <= last; ++l) {
            path.units.push_back(at.next_unit);
            at = table[l][at.next_unit][at.next_rank];
        }
        paths.push_back(std::move(path));
    }
    return paths;
}

}  // namespace backprop
