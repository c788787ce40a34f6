// Play on a playground with the real engine; player.test.ts looks at its clock.
import { describe, expect, test } from 'vitest';
import { withAlpha } from '../../../web/src/scenario/edits';
import { startBookmark, startScenario } from '../../../web/src/scenario/start';
import { descended, engine, exploding, open, stage } from './stage';

describe('Play', () => {
  test('is one undo entry however long it runs', () => {
    const { playground: p, pass } = stage();
    p.setSpeed(100);
    p.play();
    pass(2000);
    p.pause();
    expect(p.timeline.value.position).toBeGreaterThan(150);
    expect(p.scenario.value).toStrictEqual(descended(startScenario, p.timeline.value.position));
    p.undo();
    expect(p.timeline.value.position).toBe(0);
    expect(p.canUndo.value).toBe(false);
  });

  test('that took no step is no undo entry', () => {
    const { playground: p } = stage();
    p.play();
    p.pause();
    expect(p.canUndo.value).toBe(false);
  });

  test('that can take no step is no undo entry', () => {
    const { playground: p, pass } = stage(open(exploding, { steps: 50 }));
    p.play();
    pass(500);
    expect(p.playing.value).toBe(false);
    expect(p.canUndo.value).toBe(false);
  });

  test('from an earlier position walks forward over what is known', () => {
    const { playground: p, pass } = stage();
    p.step(10);
    p.seek(4);
    p.setSpeed(50);
    p.play();
    pass(100);
    expect(p.timeline.value.position).toBeGreaterThan(4);
    expect(p.timeline.value.position).toBeLessThan(10);
    expect(p.timeline.value.costs).toHaveLength(11);
    pass(1000);
    expect(p.timeline.value.position).toBeGreaterThan(10);
  });

  test('stops at divergence, and says where', () => {
    const { playground: p, pass, isWaiting } = stage(open(exploding));
    p.setSpeed(1000);
    p.play();
    pass(500);
    expect(p.playing.value).toBe(false);
    expect(isWaiting()).toBe(false);
    expect(p.notice.value).toMatchObject({ kind: 'diverged' });
    expect(p.scenario.value).toStrictEqual(engine.descend(exploding, 500).scenario);
  });

  test('goes on through an edit, from the edited network, as part of the undo entry of the edit', () => {
    const { playground: p, pass } = stage();
    p.setSpeed(100);
    p.play();
    pass(500);
    const trained = p.scenario.value;
    const edited = withAlpha(trained, 0.1);
    p.edit(edited);
    pass(500);
    expect(p.playing.value).toBe(true);
    expect(p.scenario.value).toStrictEqual(descended(edited, p.timeline.value.step));
    p.undo();
    expect(p.playing.value).toBe(false);
    expect(p.scenario.value).toStrictEqual(trained);
    p.undo();
    expect(p.scenario.value).toBe(startScenario);
  });

  test('through a drag leaves one segment and one undo entry of it', () => {
    const { playground: p, pass } = stage();
    p.setSpeed(100);
    p.play();
    pass(500);
    const trained = p.scenario.value;
    for (const alpha of [0.5, 0.4, 0.3, 0.2]) {
      p.edit(withAlpha(p.scenario.value, alpha), 'drag');
      pass(100);
    }
    expect(p.run.value.segments).toHaveLength(2);
    p.undo();
    expect(p.scenario.value).toStrictEqual(trained);
  });

  test.each(['step', 'back', 'reset', 'undo', 'pause'] as const)('is over after %s', (action) => {
    const { playground: p, pass } = stage();
    p.setSpeed(100);
    p.play();
    pass(500);
    p[action]();
    expect(p.playing.value).toBe(false);
    const position = p.timeline.value.position;
    pass(500);
    expect(p.timeline.value.position).toBe(position);
  });

  test('never works much longer than a slice at high speed, on a slow computer', () => {
    let longest = 0;
    const { playground: p, pass } = stage(startBookmark, {
      work: (steps) => {
        longest = Math.max(longest, steps);
        return steps * 0.25;
      },
    });
    p.setSpeed(1_000_000);
    p.play();
    pass(5000);
    expect(longest).toBeLessThanOrEqual(32);
    expect(p.timeline.value.position).toBeGreaterThan(1000);
  });
});
