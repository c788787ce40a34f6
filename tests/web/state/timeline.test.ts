import { describe, expect, test } from 'vitest';
import { withAlpha } from '../../../web/src/scenario/edits';
import { startScenario } from '../../../web/src/scenario/start';
import { descended, stage, withW1 } from './stage';

describe('walking over the timeline', () => {
  test('shows the networks that were there, without an undo entry', () => {
    const { playground: p } = stage();
    p.step(20);
    for (const position of [0, 7, 20, 3]) {
      p.seek(position);
      expect(p.scenario.value).toStrictEqual(descended(startScenario, position));
      expect(p.timeline.value.position).toBe(position);
    }
    p.undo();
    expect(p.canUndo.value).toBe(false);
  });

  test('goes back over an edit, step by step', () => {
    const { playground: p } = stage();
    p.step(2);
    const trained = p.scenario.value;
    p.edit(withW1(trained, 2));
    p.back();
    expect(p.scenario.value).toStrictEqual(trained);
    for (let k = 0; k < 5; k++) p.back();
    expect(p.timeline.value.position).toBe(0);
    expect(p.scenario.value).toBe(startScenario);
  });

  test('reset returns to the start of the segment, and the steps stay to be revisited', () => {
    const { playground: p } = stage();
    p.step(2);
    const edited = withW1(p.scenario.value, 2);
    p.edit(edited);
    p.step(4);
    p.reset();
    expect(p.scenario.value).toBe(edited);
    expect(p.timeline.value).toMatchObject({ position: 3, step: 0 });
    expect(p.timeline.value.costs).toHaveLength(8);
  });

  test('a redo after looking around puts back what was undone', () => {
    const { playground: p } = stage();
    p.step(5);
    p.undo();
    p.seek(0);
    expect(p.canRedo.value).toBe(true);
    p.redo();
    expect(p.timeline.value.position).toBe(5);
  });

  test('nothing undone is left after something new', () => {
    const { playground: p } = stage();
    p.step(5);
    p.undo();
    p.edit(withAlpha(startScenario, 1));
    expect(p.canRedo.value).toBe(false);
  });
});
