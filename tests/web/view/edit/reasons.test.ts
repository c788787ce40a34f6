// Where an edit is offered, its result passes the engine; where it is not, there is a reason.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../../web/src/engine';
import type { Draw } from '../../../../web/src/scenario/drafts';
import { withLoss } from '../../../../web/src/scenario/editsOfDescent';
import {
  withActivation,
  withBiases,
  withInputAdded,
  withLayerAdded,
  withLayerAtEnd,
  withoutInput,
  withoutLayer,
  withoutUnit,
  withUnitAdded,
} from '../../../../web/src/scenario/editsOfShape';
import { activations, losses } from '../../../../web/src/scenario/names';
import type { Layer, Scenario } from '../../../../web/src/scenario/types';
import * as reasons from '../../../../web/src/view/edit/reasons';
import { scenarios } from '../../scenario/documents';

const engine = await loadEngine();
/** Zeros: whether the shape is one the engine takes is what is asked here. */
const draw: Draw = (s) => s;
const passes = (s: Scenario): boolean => {
  try {
    engine.evaluate(s);
    return true;
  } catch {
    return false;
  }
};

/** A network of these widths, as large as may be. */
const dense = (widths: readonly number[], biases = true): Scenario => ({
  version: 1,
  layers: widths.slice(1).map(
    (units, k): Layer => ({
      activation: 'tanh',
      weights: Array.from({ length: units }, () => Array<number>(widths[k] ?? 1).fill(0)),
      ...(biases && { biases: Array<number>(units).fill(0) }),
    }),
  ),
  examples: [{ inputs: Array<number>(widths[0] ?? 1).fill(0), targets: Array<number>(widths.at(-1) ?? 1).fill(0) }],
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.1 },
});

const large: readonly Scenario[] = [
  dense([64, 64, 64]),
  dense([64, 64, 64, 64, 64, 40]),
  dense([64, 64, 64, 64, 64, 46, 6]),
  dense([60, 64, 64, 64, 64, 50], false),
  dense([1, ...Array<number>(16).fill(1)]),
  dense([64, 1, 64, 1, 64]),
];
const networks = fc.oneof({ weight: 3, arbitrary: scenarios }, { weight: 1, arbitrary: fc.constantFrom(...large) });
const places = networks.chain((s) => fc.tuple(fc.constant(s), fc.integer({ min: 0, max: s.layers.length - 1 })));

const offers: Record<string, [(s: Scenario, k: number) => string | undefined, (s: Scenario, k: number) => Scenario]> = {
  'a unit more': [reasons.noUnitMore, (s, k) => withUnitAdded(s, k, draw)],
  'a unit less': [reasons.noUnitLess, (s, k) => withoutUnit(s, k, 0)],
  'an input more': [reasons.noInputMore, (s) => withInputAdded(s, draw)],
  'an input less': [reasons.noInputLess, (s) => withoutInput(s, 0)],
  'a layer more': [reasons.noLayerBefore, (s, k) => withLayerAdded(s, k, 'tanh', draw)],
  'a layer at the end': [(s) => reasons.noLayerAtEnd(s), (s) => withLayerAtEnd(s, 'tanh', draw)],
  'a layer less': [reasons.noLayerLess, (s, k) => withoutLayer(s, k, draw)],
  biases: [reasons.noBiases, (s, k) => withBiases(s, k, true)],
  ...Object.fromEntries(
    activations.map((f) => [
      f,
      [(s: Scenario, k: number) => reasons.noActivation(s, k, f), (s: Scenario, k: number) => withActivation(s, k, f)],
    ]),
  ),
  ...Object.fromEntries(
    losses.map((loss) => [loss, [(s: Scenario) => reasons.noLoss(s, loss), (s: Scenario) => withLoss(s, loss)]]),
  ),
};

describe.each(Object.entries(offers))('%s', (_, [reason, edit]) => {
  test('is offered exactly where the engine takes the result and something changes', () => {
    fc.assert(
      fc.property(places, ([s, k]) => {
        const next = edit(s, k);
        // The choice a network has already is no change and yet on offer.
        if (next === s && reason(s, k) === undefined) expect(passes(s)).toBe(true);
        else expect(reason(s, k) === undefined).toBe(next !== s && passes(next));
      }),
      { numRuns: 60 },
    );
  });
});
