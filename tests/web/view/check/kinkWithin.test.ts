import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../../web/src/engine';
import { withParameter, withTarget } from '../../../../web/src/scenario/edits';
import { firstWeight, parameters } from '../../../../web/src/scenario/refs';
import { startScenario } from '../../../../web/src/scenario/start';
import { kinkWithin } from '../../../../web/src/view/check/kinkWithin';

const engine = await loadEngine();
const step = 6e-6;
const closed = withParameter(startScenario, firstWeight, 0);

describe('the kink within a step', () => {
  test('is named exactly where the engine found one', () => {
    for (const s of [startScenario, closed, withParameter(startScenario, firstWeight, 1e-7)]) {
      for (const one of engine.check(s).parameters) {
        expect(kinkWithin(engine, s, one.ref, one.step) !== undefined, JSON.stringify(one.ref)).toBe(one.atKink);
      }
    }
  });

  test('is that of the first unit that the step opens or shuts', () => {
    const kink = { kind: 'activation', activation: 'relu', z: { kind: 'z', layer: 0, unit: 0 } };
    expect(kinkWithin(engine, closed, firstWeight, step)).toEqual(kink);
  });

  test('may be the loss’s, or the penalty’s', () => {
    const output = engine.evaluate(startScenario).outputs[0] ?? 0;
    const met = { ...withTarget(startScenario, 0, 0, output), loss: 'absolute_error' } as const;
    const last = parameters(met).at(-1) ?? firstWeight;
    expect(kinkWithin(engine, met, last, step)).toEqual({ kind: 'loss', a: { kind: 'a', layer: 2, unit: 0 } });
    const smooth = { ...closed, layers: closed.layers.map((layer) => ({ ...layer, activation: 'tanh' as const })) };
    const penalised = { ...smooth, descent: { ...smooth.descent, l1: 0.1 } };
    expect(kinkWithin(engine, penalised, firstWeight, step)).toEqual({ kind: 'penalty' });
    expect(kinkWithin(engine, smooth, firstWeight, step)).toBeUndefined();
  });
});
