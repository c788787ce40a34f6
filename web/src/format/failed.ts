import type { Quantity } from '../../../bindings/backprop';
import { unitWords } from './meaning';
import { linkWords } from './strings/links';
import { meaningWords } from './strings/meaning';
import { derivativeText, text, type Writing } from './symbol';

/** The quantity at which a run stopped, named as the core names it. */
export function failedWords(
  { layer, unit, quantity }: { layer: number; unit: number; quantity: string },
  w: Writing,
): string {
  const a: Quantity = { kind: 'a', layer, unit };
  const z: Quantity = { kind: 'z', layer, unit };
  const cost: Quantity = { kind: 'C' };
  const owner = unitWords(layer, unit, w);
  const names: Record<string, string> = {
    a: text(a, w),
    z: text(z, w),
    b: text({ kind: 'b', layer, unit }, w),
    w: meaningWords.weightOf(owner),
    C: linkWords.cost,
    dC_da: derivativeText(cost, a, w),
    dC_dz: derivativeText(cost, z, w),
    da_dz: derivativeText(a, z, w),
    dC_dW: meaningWords.gradientOf(owner),
    dC_db: derivativeText(cost, { kind: 'b', layer, unit }, w),
  };
  return names[quantity] ?? quantity;
}
