/** What a gradient, right or mistaken, predicts of a nudge, and how far off that is. */
import type { Slip } from '../../../../bindings/backprop';
import type { Engine } from '../../engine/engine';
import { withParameter } from '../../scenario/edits';
import { parameterAt } from '../../scenario/refs';
import type { ParameterRef, Scenario } from '../../scenario/types';
import { gradientAt } from '../closer/gradientAt';

export interface Prediction {
  /** Undefined: the gradient without a mistake. */
  readonly kind: Slip['kind'] | undefined;
  readonly gradient: number;
  /** Change of the cost that the gradient predicts. */
  readonly predicted: number;
  /** |predicted − true| as part of the true change; not finite where nothing moves. */
  readonly off: number;
  /** What there is to say of it. */
  readonly verdict: 'right' | 'same' | 'wrongWay' | 'off' | 'nothingMoves' | 'notFinite';
}

/** Slips of the update: what they get wrong is the step, not the gradient at the old weights. */
export const updateSlips: readonly Slip['kind'][] = ['wrongSign', 'outputFirst'];

/** All examples in one batch, since the nudge asks all of them. */
function whole(s: Scenario): Scenario {
  const { batch: _, seed: __, state: ___, ...descent } = s.descent;
  return { ...s, descent };
}

/** Two gradients closer than this, relatively, are the same but for rounding. */
const rounding = 1e-9;

export function predictions(engine: Engine, s: Scenario, ref: ParameterRef, delta: number) {
  const here = engine.gradient(s);
  const right = gradientAt(here, s, ref);
  const nudged = parameterAt(s, ref) + delta;
  const truth = engine.gradient(withParameter(s, ref, nudged)).cost - here.cost;
  const of = (kind: Slip['kind'] | undefined, gradient: number, predicted: number): Prediction => {
    const off = Math.abs(predicted - truth) / Math.abs(truth);
    return { kind, gradient, predicted, off, verdict: verdict(kind, gradient, predicted) };
  };
  const verdict = (kind: Slip['kind'] | undefined, gradient: number, predicted: number): Prediction['verdict'] => {
    if (!Number.isFinite(truth) || !Number.isFinite(predicted)) return 'notFinite';
    if (kind === undefined) return 'right';
    if (Math.abs(gradient - right) <= rounding * Math.abs(right)) return 'same';
    if (truth === 0) return 'nothingMoves';
    return Math.sign(predicted) === Math.sign(truth) ? 'off' : 'wrongWay';
  };
  const mistakes = engine.slips(whole(s), ref).filter(({ kind }) => !updateSlips.includes(kind));
  const all = [{ kind: undefined, gradient: right }, ...mistakes];
  const predicted = straight(
    engine,
    all.map(({ gradient }) => gradient),
    delta,
  );
  return {
    truth,
    /** The parameter is too large for the nudge to move it. */
    lost: nudged === parameterAt(s, ref),
    all: all.map(({ kind, gradient }, i) => of(kind, gradient, predicted[i] ?? Number.NaN)),
  };
}

/**
 * What a gradient predicts is a straight line, and that is a network too: the smallest, with the gradient as its weight. One
 * unit for each gradient says where its line is at `delta`; an infinite one has none.
 */
function straight(engine: Engine, all: readonly number[], delta: number): readonly number[] {
  const gradients = all.filter(Number.isFinite);
  if (gradients.length === 0) return [];
  const lines: Scenario = {
    version: 1,
    layers: [{ activation: 'identity', weights: gradients.map((gradient) => [gradient]) }],
    examples: [{ inputs: [delta], targets: gradients.map(() => 0) }],
    loss: 'squared_error',
    descent: { rule: 'gradient_descent', alpha: 0 },
  };
  const predicted = engine.predict(lines, Float64Array.of(delta));
  return all.map((gradient) => predicted[gradients.indexOf(gradient)] ?? Number.NaN);
}
