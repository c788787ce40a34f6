import { describe, expect, test } from 'vitest';
import { startBookmark } from '../../../web/src/scenario/start';
import type { Scenario } from '../../../web/src/scenario/types';
import { engine, stage, wide } from './stage';

const batches: Scenario = { ...wide, descent: { rule: 'adam', alpha: 0.5, batch: 2, seed: 1 } };

describe.each([
  ['all examples a step', wide],
  ['a batch a step', batches],
])('with %s', (_, start) => {
  test('the mean cost is that of the gradient over all examples, wherever the reader stands', () => {
    const { playground } = stage({ ...startBookmark, start });
    playground.step(5);
    for (const position of [5, 2, 0]) {
      playground.seek(position);
      expect(playground.meanCost.value).toBe(engine.gradient(playground.scenario.value).cost);
      expect(playground.meanCost.value).toBe(playground.gradient.value.cost);
    }
  });

  test('what is asked about one example is the same with the others left out', () => {
    const { playground } = stage({ ...startBookmark, start });
    playground.step(3);
    playground.showExample(2);
    const s = playground.scenario.value;
    for (const ref of [
      { layer: 0, unit: 1, input: 0 },
      { layer: 0, unit: 0 },
    ]) {
      const { update: __, ...derivation } = engine.derive(s, ref, { example: 2, paths: 4 });
      expect(playground.derive(ref, 4)).toEqual(derivation);
      expect(playground.nudge(ref, 0.1)).toEqual(engine.nudge(s, ref, 0.1, 2));
    }
  });
});
