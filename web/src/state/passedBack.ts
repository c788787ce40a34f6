/** What a weight passes back to the quantity it comes from. */
import type { Derivation } from '../../../bindings/backprop';
import { limits } from '../scenario/limits';
import { inputCount, parameterCount } from '../scenario/shape';
import type { Ref, Scenario, WeightRef } from '../scenario/types';

interface PassedBack {
  /** Through this weight alone: ∂C/∂z of its unit × the weight. */
  readonly through: number;
  /** From all units that the quantity feeds together. */
  readonly whole: number;
}

/** Undefined for an input of a network that is as large as it may be. */
export function passedBack(
  derive: (of: Scenario, ref: Ref) => Derivation,
  s: Scenario,
  at: WeightRef,
): PassedBack | undefined {
  const asked = at.layer > 0 ? s : withInputsAsLayer(s);
  if (!asked) return undefined;
  const before = { layer: Math.max(at.layer - 1, 0), unit: at.input };
  const { factors, gradient } = derive(asked, before);
  const term = factors[0]?.terms?.find((t) => t.factors[0]?.of.unit === at.unit);
  return { through: term?.value ?? gradient, whole: gradient };
}

/** The same network behind a layer that hands the inputs on as they are: the engine then tells how strongly C answers them. */
function withInputsAsLayer(s: Scenario): Scenario | undefined {
  const count = inputCount(s);
  if (s.layers.length === limits.layers || parameterCount(s) + count * count > limits.parameters) return undefined;
  const row = (unit: number) => Array.from({ length: count }, (_, input) => (input === unit ? 1 : 0));
  return {
    ...s,
    layers: [{ activation: 'identity', weights: Array.from({ length: count }, (_, unit) => row(unit)) }, ...s.layers],
    descent: { rule: 'gradient_descent', alpha: s.descent.alpha },
  };
}
