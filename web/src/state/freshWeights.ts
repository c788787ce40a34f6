/** Values for new weights: drawn by a scheme and a seed, and such that training reaches them. */
import type { InitialiseOptions } from '../../../bindings/backprop';
import type { Engine } from '../engine/engine';
import type { Draw } from '../scenario/drafts';
import { limits } from '../scenario/limits';
import { isBias, parameterAt, parameters } from '../scenario/refs';
import type { ParameterRef, Scenario } from '../scenario/types';

export type Scheme = InitialiseOptions['scheme'];

interface Fresh {
  readonly scenario: Scenario;
  /** The seed that the new weights are drawn with: the one asked for, or the first after it whose weights can learn. */
  readonly seed: number;
}

/** Seeds that are tried. One in two shuts a lone ReLU, so all of these fail once in a billion times. */
const mostTries = 30;

/**
 * What `edit` makes of a network when its new weights are drawn with `seed`; where not one of them would have a gradient
 * (behind a ReLU that they shut), with the next seed that does better.
 */
export function withFreshWeights(
  engine: Pick<Engine, 'initialise' | 'gradient'>,
  { scheme, seed }: { readonly scheme: Scheme; readonly seed: number },
  edit: (draw: Draw) => Scenario,
): Fresh {
  const made = (at: number) => edit((s) => engine.initialise(s, { scheme, seed: at }));
  const first = { scenario: made(seed), seed };
  const fresh = newWeights(edit);
  if (fresh.length === 0 || scheme === 'zeros') return first;
  for (let more = 0; more < mostTries && seed + more <= limits.seed; more++) {
    const scenario = more === 0 ? first.scenario : made(seed + more);
    if (answers(engine, scenario, fresh)) return { scenario, seed: seed + more };
  }
  return first;
}

/** Which weights an edit asks for. */
function newWeights(edit: (draw: Draw) => Scenario): ParameterRef[] {
  const marked = edit((s) => ({
    ...s,
    layers: s.layers.map((layer) => ({ ...layer, weights: layer.weights.map((row) => row.map(() => Number.NaN)) })),
  }));
  return parameters(marked).filter((ref) => !isBias(ref) && Number.isNaN(parameterAt(marked, ref)));
}

/** Whether the cost answers any of these weights. */
function answers(engine: Pick<Engine, 'gradient'>, s: Scenario, refs: readonly ParameterRef[]): boolean {
  const { layers } = engine.gradient(s);
  return refs.some((ref) => {
    if (isBias(ref)) return false;
    const row = s.layers[ref.layer]?.weights[ref.unit]?.length ?? 0;
    const slope = layers[ref.layer]?.dC_dW[ref.unit * row + ref.input] ?? 0;
    return Number.isFinite(slope) && slope !== 0;
  });
}
