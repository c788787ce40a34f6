/** Paths from a number of the network to the cost, and how much there is to multiply along them. The derivatives are the engine's. */
import type { Derivation, Factor, Part, Quantity } from '../../../bindings/backprop';
import { firstWeight, isParameter } from '../scenario/refs';
import { parameterCount, unitCount } from '../scenario/shape';
import type { Ref, Scenario, UnitRef, WeightRef } from '../scenario/types';

type Derive = (ref: Ref) => Derivation;

/** The factors along a path: into its first unit, from unit to unit, and from the last one to the cost. */
export function factorsAlong(units: readonly number[], from: Ref, derive: Derive): readonly Part[] {
  if (!isParameter(from) && units.length === 1) return derive(from).factors;
  const into: readonly Part[] = isParameter(from) ? derive(from).factors.slice(0, 1) : [];
  const onwards = units.flatMap((unit, hop): readonly Part[] => {
    const layer = from.layer + hop;
    const next = units[hop + 1];
    // A weight of an output ends with what the cost answers: a, or under softmax z.
    return next === undefined
      ? derive(anyWeightInto({ layer, unit })).factors.slice(-1)
      : linkBetween({ layer, unit }, next, derive);
  });
  return [...into, ...onwards];
}

const anyWeightInto = ({ layer, unit }: UnitRef): WeightRef => ({ layer, unit, input: 0 });

/** ∂C/∂q with the terms it is made of; none where it is the cost's own slope. `q` is an activation, or under softmax a z. */
export function answerTo({ kind, layer = 0, unit = 0 }: Quantity, derive: Derive): Factor | undefined {
  return derive(kind === 'a' ? { layer, unit } : anyWeightInto({ layer, unit })).factors.at(-1);
}

/** From a unit to one of the next layer: a factor where that layer has no other, else the beginning of a term. */
function linkBetween(from: Ref, next: number, derive: Derive): readonly Part[] {
  const [first] = derive(from).factors;
  const term = first?.terms?.find(({ factors }) => factors[0]?.of.unit === next);
  return (term?.factors ?? (first ? [first] : [])).slice(0, 1);
}

/** How many multiplications it takes. */
interface Work {
  /** Every path a product of its own. */
  readonly byPaths: number;
  /** From the cost back, each ∂C/∂a kept: one multiplication an edge, and one for the parameter itself. */
  readonly byBackprop: number;
}

/** For one number of the network: a path of n factors is n − 1 multiplications. */
export function workFor(s: Scenario, { layer, ...of }: Ref): Work {
  const widths = s.layers.slice(layer + 1).map(unitCount);
  const own = isParameter({ layer, ...of }) ? 1 : 0;
  const pathCount = widths.reduce((product, width) => product * width, 1);
  const edges = widths.reduce((sum, width, k) => sum + width * (widths[k - 1] ?? 1), 0);
  return { byPaths: pathCount * (widths.length + own), byBackprop: edges + own };
}

/** For all weights and biases together: backpropagation walks each edge between layers once for all of them. */
export function workForAll(s: Scenario): Work {
  const edges = s.layers.slice(1).reduce((sum, layer, k) => sum + unitCount(layer) * unitCount(s.layers[k]), 0);
  // All parameters of a layer are as many steps from the cost.
  const byPaths = (layer: number) => workFor(s, { ...firstWeight, layer }).byPaths;
  return {
    byPaths: s.layers.reduce((sum, own, layer) => sum + parameterCount({ layers: [own] }) * byPaths(layer), 0),
    byBackprop: edges + parameterCount(s),
  };
}
