import type { Evaluation, Gradient } from '../../../../bindings/backprop';
import { isBias } from '../../scenario/refs';
import type { ParameterRef, Scenario } from '../../scenario/types';

/** The entry of a gradient that belongs to a parameter. */
export function gradientAt(gradient: Gradient | Evaluation, s: Scenario, ref: ParameterRef): number {
  const of = gradient.layers[ref.layer];
  const inputs = s.layers[ref.layer]?.weights[ref.unit]?.length ?? 0;
  const value = isBias(ref) ? of?.dC_db?.[ref.unit] : of?.dC_dW[ref.unit * inputs + ref.input];
  return value ?? Number.NaN;
}
