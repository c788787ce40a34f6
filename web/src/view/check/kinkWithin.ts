import type { Quantity } from '../../../../bindings/backprop';
import type { Engine } from '../../engine/engine';
import { withParameter } from '../../scenario/edits';
import { hasKink } from '../../scenario/names';
import { isWeight, parameterAt } from '../../scenario/refs';
import type { Activation, ParameterRef, Scenario } from '../../scenario/types';

/** What has its kink between the two places at which a central difference looks. */
export type KinkWithin =
  | { readonly kind: 'activation'; readonly activation: Activation; readonly z: Quantity }
  | { readonly kind: 'loss'; readonly a: Quantity }
  | { readonly kind: 'penalty' };

/** In a large document the first examples must do. */
const mostExamples = 50;

/** The first quantity that changes sides, or starts exactly between them, when the parameter moves by ±step. */
export function kinkWithin(engine: Engine, s: Scenario, ref: ParameterRef, step: number): KinkWithin | undefined {
  const here = parameterAt(s, ref);
  const moved = [-step, 0, step].map((by) => withParameter(s, ref, here + by));
  for (let n = 0; n < Math.min(mostExamples, s.examples.length); n++) {
    const seen = moved.map((document) => engine.evaluate(document, n));
    const jumps = (of: (k: number) => number) => new Set(seen.map((_, k) => Math.sign(of(k)))).size > 1;
    for (const [layer, { activation, weights }] of s.layers.entries()) {
      if (!hasKink(activation)) continue;
      for (const unit of weights.keys()) {
        if (jumps((k) => seen[k]?.layers[layer]?.z[unit] ?? 0))
          return { kind: 'activation', activation, z: { kind: 'z', layer, unit } };
      }
    }
    if (s.loss !== 'absolute_error') continue;
    for (const [unit, target] of (s.examples[n]?.targets ?? []).entries()) {
      if (jumps((k) => (seen[k]?.outputs[unit] ?? 0) - target))
        return { kind: 'loss', a: { kind: 'a', layer: s.layers.length - 1, unit } };
    }
  }
  return isWeight(ref) && (s.descent.l1 ?? 0) > 0 && Math.abs(here) <= step ? { kind: 'penalty' } : undefined;
}
