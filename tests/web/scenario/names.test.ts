import { expect, test } from 'vitest';
import { loadEngine } from '../../../web/src/engine';
import { activations, hasKink } from '../../../web/src/scenario/names';
import { startScenario } from '../../../web/src/scenario/start';
import type { Scenario } from '../../../web/src/scenario/types';

const engine = await loadEngine();

/** Two units at z = 0 exactly: softmax wants several. */
const atZero = (activation: Scenario['layers'][number]['activation']): Scenario => ({
  ...startScenario,
  layers: [{ activation, weights: [[0], [0]] }],
  examples: [{ inputs: [1], targets: [1, 0] }],
  loss: activation === 'softmax' ? 'cross_entropy' : 'squared_error',
});

test.each(activations)(
  '%s has a kink where the check of gradients meets one at z = 0, and nowhere else',
  (activation) => {
    const met = engine.check(atZero(activation)).parameters.map(({ atKink }) => atKink);
    expect(met).toEqual(met.map(() => hasKink(activation)));
  },
);
