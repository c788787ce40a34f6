// What the page should show, computed without the engine: plain doubles forward, central differences for every derivative.
import { withInput, withParameter } from '../../web/src/scenario/edits';
import { parameterAt, parameters } from '../../web/src/scenario/refs';
import type { ParameterRef, Scenario } from '../../web/src/scenario/types';
import { forward, loss } from '../bindings/networks';

/** Balances the truncation of a central difference (h²) against the rounding of the cost (1e-16 / h). */
const h = 1e-5;

/** What central differences leave of the true derivative in networks as small as ours. */
export const differenceError = 1e-8;

export const outputsOf = (s: Scenario): readonly number[] => forward(s, s.examples[0]?.inputs ?? []);
export const costOf = (s: Scenario): number => loss(s, 0);

export const nudged = (s: Scenario, ref: ParameterRef, by: number): Scenario =>
  withParameter(s, ref, parameterAt(s, ref) + by);

export const gradientOf = (s: Scenario, ref: ParameterRef): number =>
  (costOf(nudged(s, ref, h)) - costOf(nudged(s, ref, -h))) / (2 * h);

/** One step of gradient descent, every parameter from the old values. */
export const stepped = (s: Scenario): Scenario =>
  parameters(s).reduce(
    (next, ref) => withParameter(next, ref, parameterAt(s, ref) - s.descent.alpha * gradientOf(s, ref)),
    s,
  );

/** The activation of a chain's layer k. */
export const activationAt = (s: Scenario, k: number): number =>
  outputsOf({ ...s, layers: s.layers.slice(0, k + 1) })[0] ?? Number.NaN;

/** How strongly the cost answers the activation of a chain's layer k: the rest of the chain with that as its input. */
export const answerTo = (s: Scenario, k: number): number => {
  const rest = (a: number): number => {
    const last = k + 1 === s.layers.length;
    const identity = { activation: 'identity', weights: [[1]] } as const;
    return costOf(withInput({ ...s, layers: last ? [identity] : s.layers.slice(k + 1) }, 0, 0, a));
  };
  const a = activationAt(s, k);
  return (rest(a + h) - rest(a - h)) / (2 * h);
};
