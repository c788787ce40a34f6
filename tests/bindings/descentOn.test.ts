import { expect, test } from 'vitest';
import type { Descended } from '../../bindings/backprop';
import { loadWhole } from '../../web/src/engine/load';
import type { Scenario } from '../../web/src/scenario/types';

const engine = await loadWhole();

const start = (descent: Scenario['descent'], count = 300): Scenario => ({
  version: 1,
  layers: [
    {
      activation: 'tanh',
      weights: [
        [0.1, -0.2],
        [0.3, 0.4],
        [-0.5, 0.6],
      ],
      biases: [0.05, -0.05, 0],
    },
    { activation: 'sigmoid', weights: [[0.7, -0.8, 0.9]] },
  ],
  examples: engine.examples({ name: 'circle', count, noise: 0.1, seed: 1 }),
  loss: 'squared_error',
  descent,
});

function inParts(s: Scenario, examples: number): Descended<Scenario> {
  let progress: Float64Array | undefined;
  for (;;) {
    const part = engine.descendOn(s, progress, examples);
    if (part.descended) return part.descended;
    progress = part.progress;
  }
}

test.each<Scenario['descent']>([
  { rule: 'gradient_descent', alpha: 0.5 },
  { rule: 'gradient_descent', alpha: 0.5, batch: 90, seed: 3, l1: 0.01 },
  { rule: 'momentum', alpha: 0.1 },
  { rule: 'adam', alpha: 0.1, batch: 64 },
])('a step in parts is the step at once, to the last bit: %j', (descent) => {
  let s = start(descent);
  for (let step = 0; step < 3; step++) {
    const whole = engine.descend(s, 1);
    for (const examples of [1, 50, 10_000]) expect(inParts(s, examples)).toStrictEqual(whole);
    s = whole.scenario;
  }
});

test('a step in parts that leaves the finite numbers says what failed', () => {
  const s = start({ rule: 'gradient_descent', alpha: 1e308 });
  const huge = { ...s, layers: s.layers.map((layer) => ({ ...layer, activation: 'identity' as const })) };
  const whole = engine.descend(engine.descend(huge, 1).scenario, 1);
  expect(whole.diverged).toBeDefined();
  expect(inParts(engine.descend(huge, 1).scenario, 40)).toStrictEqual(whole);
});

test('a progress of another network begins the step anew', () => {
  const s = start({ rule: 'gradient_descent', alpha: 0.5 });
  expect(engine.descendOn(s, new Float64Array([1, 2, 3]), 32).share).toBeLessThan(0.2);
});
