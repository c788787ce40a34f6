import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadEngine } from '../../../../web/src/engine';
import { withParameter } from '../../../../web/src/scenario/edits';
import { firstWeight, parameterAt } from '../../../../web/src/scenario/refs';
import { startBookmark, startScenario } from '../../../../web/src/scenario/start';
import { createPlayground } from '../../../../web/src/state/playground';
import { pathOfRun, stepsOf } from '../../../../web/src/view/landscape/pathOfRun';

const engine = await loadEngine();

test('a path of any length has both ends and few points', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (end) => {
      const steps = stepsOf(end);
      expect(steps[0]).toBe(0);
      expect(steps.at(-1)).toBe(end);
      expect(steps.length).toBeLessThanOrEqual(130);
      expect(new Set(steps).size).toBe(steps.length);
    }),
  );
});

test('the path is where each step left the weights, with a stretch of its own after an edit', () => {
  const playground = createPlayground(engine, startBookmark);
  playground.step(3);
  playground.edit(withParameter(playground.scenario.value, firstWeight, 2));
  playground.step(1);
  const [before, after] = pathOfRun(playground, [firstWeight]);
  const walk = [0, 1, 2, 3].map((n) => parameterAt(engine.descend(startScenario, n).scenario, firstWeight));
  expect(before).toEqual(walk.map((w) => [w]));
  expect(after?.[0]).toEqual([2]);
  expect(after).toHaveLength(2);
});
