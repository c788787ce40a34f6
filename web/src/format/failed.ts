import type { Quantity } from '../../../bindings/backprop';
import { unitWords } from './meaning';
import { links } from './strings/links';
import { meanings } from './strings/meaning';
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
    w: meanings.weightOf(owner),
    C: links.cost,
    dC_da: derivativeText(cost, a, w),
    dC_dz: derivativeText(cost, z, w),
    da_dz: derivativeText(a, z, w),
    dC_dW: meanings.gradientOf(owner),
    dC_db: derivativeText(cost, { kind: 'b', layer, unit }, w),
  };
  return names[quantity] ?? quantity;
}
