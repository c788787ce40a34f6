import type { Change, Evaluation } from '../../../../bindings/backprop';
import type { Activation, Scenario } from '../../scenario/types';

/** A unit at whose kink the nudge starts or which it passes, so that no one slope holds for the whole nudge. */
interface Kink {
  readonly activation: Activation;
  readonly layer: number;
  readonly unit: number;
  /** The nudge starts exactly there. */
  readonly exact: boolean;
}

/** Activations that are exactly 0 on one side of z = 0. */
const shutsBelow: readonly Activation[] = ['relu'];

/** The first unit that the nudge opens or shuts. */
export function kinkOf(changes: readonly Change[], s: Scenario, evaluation: Evaluation): Kink | undefined {
  for (const { of, before, after } of changes) {
    if (of.kind !== 'a' || of.layer === undefined || of.unit === undefined) continue;
    const activation = s.layers[of.layer]?.activation;
    if (activation === undefined || !shutsBelow.includes(activation) || (before === 0) === (after === 0)) continue;
    return { activation, layer: of.layer, unit: of.unit, exact: evaluation.layers[of.layer]?.z[of.unit] === 0 };
  }
  return undefined;
}
