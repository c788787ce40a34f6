import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startScenario } from '../../../web/src/scenario/start';
import { createReplay } from '../../../web/src/state/replay';
import { engine, exploding, wide } from './stage';

/** The engine, and how much it was asked to do. */
const counting = () => {
  const asked = { calls: 0, steps: 0 };
  const descend: typeof engine.descend = (s, steps) => {
    asked.calls++;
    asked.steps += steps;
    return engine.descend(s, steps);
  };
  return { descend, asked };
};

describe('the network after so many steps', () => {
  test('is bit for bit what one descent gives, in whatever order the steps are asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 12 }), (steps) => {
        const replay = createReplay(engine);
        for (const step of steps) {
          expect(replay.at(wide, step)).toStrictEqual(engine.descend(wide, step).scenario);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('has its costs beside it, bit for bit', () => {
    const replay = createReplay(engine);
    for (const step of [0, 1, 7, 700]) replay.reach(wide, step);
    expect(replay.costs(wide, 700)).toStrictEqual(engine.descend(wide, 700).costs);
    expect(replay.costs(wide, 7)).toStrictEqual(engine.descend(wide, 7).costs);
  });

  test('at step 0 is the start itself, and shares its examples ever after', () => {
    const replay = createReplay(engine);
    expect(replay.at(wide, 0)).toBe(wide);
    expect(replay.at(wide, 5).examples).toBe(wide.examples);
    expect(replay.at(wide, 64 * 3 + 1).examples).toBe(wide.examples);
  });

  test('costs that were handed out stay as they are when the walk goes on', () => {
    const replay = createReplay(engine);
    const before = replay.costs(wide, 3);
    const copy = before.slice();
    replay.reach(wide, 500);
    expect(before).toStrictEqual(copy);
  });
});

describe('in a run of 100,000 steps', () => {
  const { descend, asked } = counting();
  const replay = createReplay({ descend });
  replay.reach(startScenario, 100_000);

  test('each step is taken once, in few calls', () => {
    expect(asked.steps).toBe(100_000);
    expect(asked.calls).toBeLessThan(300);
  });

  test('any position is less than a hundredth of the run away', () => {
    for (const position of [1, 17, 33_333, 50_000, 99_999, 100_000]) {
      const before = asked.steps;
      replay.at(startScenario, position);
      expect(asked.steps - before).toBeLessThan(1_000);
    }
  });

  test('two thousand single steps after it leave far fewer snapshots than that', () => {
    for (let step = 100_001; step <= 102_000; step++) replay.reach(startScenario, step);
    const before = asked.steps;
    let walked = 0;
    for (let position = 100_001; position < 102_000; position++) {
      const here = asked.steps;
      replay.at(startScenario, position);
      if (asked.steps > here) walked++;
    }
    expect(walked).toBeGreaterThan(1_000);
    expect(asked.steps - before).toBeLessThan(2_000 * 1_000);
    expect(replay.at(startScenario, 101_001)).toStrictEqual(engine.descend(startScenario, 101_001).scenario);
  });
});

describe('where training leaves the finite numbers', () => {
  const { diverged, costs, scenario } = engine.descend(exploding, 100);
  const taken = costs.length - 1;

  test('the last finite network is as far as it goes, however often it is asked', () => {
    const replay = createReplay(engine);
    expect(diverged).toBeDefined();
    for (const step of [taken + 1, 1000, taken + 1]) {
      expect(replay.reach(exploding, step)).toMatchObject({
        step: taken,
        diverged: { layer: diverged?.layer, unit: diverged?.unit, quantity: diverged?.quantity },
      });
    }
    expect(replay.at(exploding, 1000)).toStrictEqual(scenario);
    expect(replay.costs(exploding, 1000)).toStrictEqual(costs);
  });

  test('a step that is known says nothing of it', () => {
    const replay = createReplay(engine);
    replay.reach(exploding, 100);
    expect(replay.reach(exploding, taken)).toEqual({ step: taken });
  });
});
