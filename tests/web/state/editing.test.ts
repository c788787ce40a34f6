import { describe, expect, test } from 'vitest';
import { withAlpha, withInput } from '../../../web/src/scenario/edits';
import { startScenario } from '../../../web/src/scenario/start';
import { exploding, open, stage, w1, w2, wide, withW1 } from './stage';

describe('an edit', () => {
  test('after a step starts a segment, and undo brings back the step', () => {
    const { playground: p } = stage();
    p.step(3);
    const trained = p.scenario.value;
    p.edit(withW1(trained, 2));
    expect(p.scenario.value).toEqual(withW1(trained, 2));
    expect(p.timeline.value).toMatchObject({ position: 4, boundaries: [0, 4], step: 0 });
    expect(p.timeline.value.costs).toHaveLength(5);
    p.undo();
    expect(p.scenario.value).toBe(trained);
    expect(p.timeline.value.boundaries).toEqual([0]);
  });

  test('before any step replaces the start', () => {
    const { playground: p } = stage();
    p.edit(withW1(startScenario, 2));
    p.edit(withW1(startScenario, 3));
    expect(p.run.value.segments).toHaveLength(1);
    p.undo();
    expect(p.scenario.value).toEqual(withW1(startScenario, 2));
  });

  test('in the past keeps what came before it, and undo brings back what came after', () => {
    const { playground: p } = stage();
    p.step(10);
    p.seek(4);
    p.edit(withAlpha(p.scenario.value, 0.1));
    expect(p.timeline.value).toMatchObject({ position: 5, boundaries: [0, 5] });
    p.undo();
    expect(p.timeline.value).toMatchObject({ position: 4, boundaries: [0] });
    expect(p.timeline.value.costs).toHaveLength(11);
  });

  test('that the engine refuses changes nothing and names the place', () => {
    const { playground: p } = stage();
    p.step();
    const run = p.run.value;
    p.edit(withW1(p.scenario.value, Number.POSITIVE_INFINITY));
    expect(p.run.value).toBe(run);
    expect(p.notice.value).toEqual({
      kind: 'refused',
      path: 'layers.0.weights.0.0',
      message: 'expects a finite number',
    });
    p.edit(withW1(p.scenario.value, 1));
    expect(p.notice.value).toBeUndefined();
  });

  test('that changes nothing is no undo entry', () => {
    const { playground: p } = stage();
    p.edit(withW1(p.scenario.value, 0.4));
    expect(p.canUndo.value).toBe(false);
  });

  test('that makes numbers infinite is shown, not refused', () => {
    const { playground: p } = stage(open(exploding));
    p.edit(withInput(exploding, 0, 0, 1e300));
    expect(p.notice.value).toBeUndefined();
    expect(p.evaluation.value.firstNonFinite).toBeDefined();
    expect(p.derivation.value.gradient).not.toBe(0);
    expect(p.timeline.value.costs[0]).toBe(Number.POSITIVE_INFINITY);
  });

  test('of a smaller network picks what is left, and undo brings back the pick', () => {
    const { playground: p } = stage(open(wide, { example: 2, pick: { layer: 1, unit: 0, input: 1 } }));
    p.edit(startScenario);
    expect([p.pick.value, p.example.value]).toEqual([w1, 0]);
    p.undo();
    expect([p.pick.value, p.example.value]).toEqual([{ layer: 1, unit: 0, input: 1 }, 2]);
    p.redo();
    expect([p.pick.value, p.example.value]).toEqual([w1, 0]);
  });
});

describe('a drag', () => {
  test('is one undo entry and one segment, and starts from what was there before it', () => {
    const { playground: p } = stage();
    p.step(2);
    const trained = p.scenario.value;
    const gesture = {};
    for (const value of [0.5, 0.6, 0.7]) p.edit(withW1(p.scenario.value, value), gesture);
    expect(p.scenario.value).toEqual(withW1(trained, 0.7));
    expect(p.run.value.segments.map(({ steps }) => steps)).toEqual([2, 0]);
    p.undo();
    expect(p.scenario.value).toBe(trained);
    p.redo();
    expect(p.scenario.value).toEqual(withW1(trained, 0.7));
  });

  test('and the next one are two', () => {
    const { playground: p } = stage();
    p.edit(withW1(startScenario, 1), 'first');
    p.edit(withW1(startScenario, 2), 'second');
    p.edit(withW1(startScenario, 3));
    p.edit(withW1(startScenario, 4));
    const seen = [];
    for (; p.canUndo.value; p.undo()) seen.push(p.scenario.value.layers[0]?.weights[0]?.[0]);
    expect(seen).toEqual([4, 3, 2, 1]);
  });

  test.each(['step', 'play', 'back', 'reset'] as const)('is over when a %s comes between', (action) => {
    const { playground: p, pass } = stage();
    p.step();
    p.edit(withW1(startScenario, 1), 'drag');
    p[action]();
    pass(1000);
    p.pause();
    const between = p.scenario.value;
    p.edit(withW1(between, 2), 'drag');
    p.undo();
    expect(p.scenario.value).toStrictEqual(between);
  });

  test('goes on while the reader chooses what to look at', () => {
    const { playground: p } = stage();
    p.edit(withW1(startScenario, 1), 'drag');
    p.choose(w2);
    p.edit(withW1(startScenario, 2), 'drag');
    p.undo();
    expect(p.canUndo.value).toBe(false);
  });

  test('refused halfway keeps its last good value and its one undo entry', () => {
    const { playground: p } = stage();
    p.edit(withW1(startScenario, 1), 'drag');
    p.edit(withW1(startScenario, Number.NaN), 'drag');
    expect(p.scenario.value).toEqual(withW1(startScenario, 1));
    p.edit(withW1(startScenario, 2), 'drag');
    p.undo();
    expect(p.scenario.value).toBe(startScenario);
  });
});
