import type { Gradient, Quantity } from '../../../../bindings/backprop';
import { derivativeText, quantityOf, text, type Writing } from '../../format/symbol';
import type { ParameterRef, Scenario } from '../../scenario/types';
import { gradientAt } from '../closer/gradientAt';

const cost: Quantity = { kind: 'C' };

/** What is not finite at the point, written: the cost, or else the first slope along one of the axes. */
export function beyondFinite(
  gradient: Gradient,
  s: Scenario,
  axes: readonly ParameterRef[],
  w: Writing,
): string | undefined {
  if (!Number.isFinite(gradient.cost)) return text(cost, w);
  const steep = axes.find((ref) => !Number.isFinite(gradientAt(gradient, s, ref)));
  return steep && derivativeText(cost, quantityOf(steep), w);
}
