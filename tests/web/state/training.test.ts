import { describe, expect, test } from 'vitest';
import { withAlpha } from '../../../web/src/scenario/edits';
import { startScenario } from '../../../web/src/scenario/start';
import { descended, exploding, open, stage, wide } from './stage';

describe('a step', () => {
  test('leads to what `stepped` announced', () => {
    const { playground: p } = stage(open(wide));
    for (let k = 0; k < 5; k++) {
      const announced = p.stepped.value.scenario;
      p.step();
      expect(p.scenario.value).toStrictEqual(announced);
    }
  });

  test('of many is one undo entry', () => {
    const { playground: p } = stage();
    p.step(50);
    expect(p.timeline.value.position).toBe(50);
    p.undo();
    expect(p.timeline.value.position).toBe(0);
    expect(p.canUndo.value).toBe(false);
  });

  test('from an earlier position walks over the known steps, then beyond them', () => {
    const { playground: p } = stage();
    p.step(5);
    p.seek(3);
    p.step();
    expect(p.timeline.value).toMatchObject({ position: 4 });
    expect(p.timeline.value.costs).toHaveLength(6);
    p.step(3);
    expect(p.timeline.value.position).toBe(7);
    expect(p.timeline.value.costs).toHaveLength(8);
    expect(p.scenario.value).toStrictEqual(descended(startScenario, 7));
  });

  test('beyond where an edit came takes the place of that edit, which is one undo away', () => {
    const { playground: p } = stage();
    p.step(2);
    p.edit(withAlpha(p.scenario.value, 0.1));
    p.step();
    p.seek(2);
    p.step();
    expect(p.timeline.value).toMatchObject({ position: 3, boundaries: [0] });
    p.undo();
    expect(p.timeline.value).toMatchObject({ position: 2, boundaries: [0, 3] });
  });

  test('that training cannot take says so, keeps the last finite network and is no undo entry', () => {
    const { playground: p } = stage(open(exploding));
    p.step(100);
    const last = p.scenario.value;
    const step = p.timeline.value.step;
    expect(p.notice.value).toMatchObject({
      kind: 'diverged',
      step,
      layer: expect.any(Number),
      quantity: expect.any(String),
    });
    p.dismissNotice();
    expect(p.notice.value).toBeUndefined();
    const undoable = p.canUndo.value;
    p.step();
    expect(p.scenario.value).toBe(last);
    expect(p.canUndo.value).toBe(undoable);
    expect(p.notice.value).toMatchObject({ kind: 'diverged', step });
  });

  test.each([0, -3, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('of count %d does nothing', (count) => {
    const { playground: p } = stage();
    const run = p.run.value;
    p.step(count);
    expect(p.run.value).toBe(run);
  });
});
