import { effect } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { withAlpha, withInput, withParameter } from '../../../web/src/scenario/edits';
import { bookmarkOf, startBookmark, startScenario } from '../../../web/src/scenario/start';
import type { Bookmark, Scenario } from '../../../web/src/scenario/types';
import type { Playground } from '../../../web/src/state/playground';
import { engine, exploding, stage, wide } from './stage';

const w1 = { layer: 0, unit: 0, input: 0 };
const w2 = { layer: 1, unit: 0, input: 0 };
const withW1 = (s: Scenario, value: number) => withParameter(s, w1, value);
const descended = (s: Scenario, steps: number) => engine.descend(s, steps).scenario;
const open = (start: Scenario, more: Partial<Bookmark> = {}): Bookmark => ({ ...startBookmark, start, ...more });

describe('a fresh playground', () => {
  test('shows the bookmarked network with every number the engine gives for it', () => {
    const { playground: p } = stage(open(wide, { steps: 3, example: 1, pick: { layer: 1, unit: 0 } }));
    const s = descended(wide, 3);
    expect(p.scenario.value).toStrictEqual(s);
    expect(p.evaluation.value).toStrictEqual(engine.evaluate(s, 1));
    expect(p.derivation.value).toStrictEqual(engine.derive(s, { layer: 1, unit: 0 }, { example: 1 }));
    expect(p.gradient.value).toStrictEqual(engine.gradient(s));
    expect(p.stepped.value).toStrictEqual(engine.descend(s, 1));
    expect(p.nudged.value).toStrictEqual(engine.nudge(s, { layer: 1, unit: 0 }, 0.01, 1));
    expect(p.timeline.value).toStrictEqual({
      costs: engine.descend(wide, 3).costs,
      position: 3,
      boundaries: [0],
      step: 3,
    });
    expect(p.canUndo.value || p.canRedo.value || p.playing.value).toBe(false);
    expect([p.phase.value, p.notice.value]).toEqual([undefined, undefined]);
  });

  test('asks the engine for nothing that nobody reads', () => {
    const calls = {
      ...engine,
      evaluate: vi.fn(engine.evaluate),
      derive: vi.fn(engine.derive),
      nudge: vi.fn(engine.nudge),
    };
    const { playground: p } = stage(startBookmark, { on: calls });
    calls.evaluate.mockClear(); // the document was shown to the engine before it was opened
    p.step();
    p.choose(w2);
    p.setNudge(0.1);
    expect([calls.evaluate, calls.derive, calls.nudge].map((call) => call.mock.calls.length)).toEqual([0, 0, 0]);
    p.derivation.value;
    p.derivation.value;
    expect(calls.derive).toHaveBeenCalledTimes(1);
  });

  test('has an edit evaluated once, though it asks before it shows', () => {
    const calls = { ...engine, evaluate: vi.fn(engine.evaluate) };
    const { playground: p } = stage(startBookmark, { on: calls });
    calls.evaluate.mockClear();
    p.edit(withW1(startScenario, 1));
    p.evaluation.value;
    expect(calls.evaluate).toHaveBeenCalledTimes(1);
    p.undo();
    expect(p.evaluation.value).toStrictEqual(engine.evaluate(startScenario));
  });

  test('throws when the engine refuses the document', () => {
    expect(() => stage(open({ ...startScenario, layers: [] }))).toThrow(expect.objectContaining({ path: 'layers' }));
  });

  test('opens a bookmark beyond divergence at the last finite network, and says so', () => {
    const { playground: p } = stage(open(exploding, { steps: 50 }));
    const { scenario, diverged, costs } = engine.descend(exploding, 50);
    expect(p.scenario.value).toStrictEqual(scenario);
    expect(p.notice.value).toMatchObject({ kind: 'diverged', step: costs.length - 1, quantity: diverged?.quantity });
  });
});

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

describe('the phases of a step', () => {
  const place = (p: Playground) => {
    const at = p.stage.value;
    return [at?.phase, at && 'layer' in at ? at.layer : undefined, p.timeline.value.position];
  };
  const wayThrough = (position: number) => [
    ['forward', 0, position],
    ['forward', 1, position],
    ['forward', 2, position],
    ['cost', undefined, position],
    ['backward', 2, position],
    ['backward', 1, position],
    ['backward', 0, position],
    ['update', undefined, position],
  ];

  test('go forward layer by layer, cost, backward layer by layer, update, and then the step is taken', () => {
    const { playground: p } = stage();
    const seen = [];
    for (let k = 0; k < 12; k++) {
      p.nextStage();
      seen.push(place(p));
    }
    expect(seen).toEqual([...wayThrough(0), ...wayThrough(1).slice(0, 4)]);
    p.undo();
    expect(p.timeline.value.position).toBe(0);
    expect(p.canUndo.value).toBe(false);
  });

  test('go back the same way, and stay at the very first', () => {
    const { playground: p } = stage();
    for (let k = 0; k < 12; k++) p.nextStage();
    const seen = [];
    for (let k = 0; k < 13; k++) {
      p.previousStage();
      seen.push(place(p));
    }
    const back = [...wayThrough(0), ...wayThrough(1).slice(0, 3)].reverse();
    expect(seen).toEqual([...back, wayThrough(0)[0], wayThrough(0)[0]]);
  });

  test('entered by name are done with all their layers', () => {
    const { playground: p } = stage();
    p.enterPhase('forward');
    expect(place(p)).toEqual(['forward', 2, 0]);
    p.enterPhase('backward');
    expect(place(p)).toEqual(['backward', 0, 0]);
  });

  test('stay within a network that has fewer layers since', () => {
    const { playground: p } = stage();
    p.enterPhase('forward');
    p.edit({ ...startScenario, layers: startScenario.layers.slice(0, 1) });
    expect(place(p)).toEqual(['forward', 0, 0]);
    p.nextStage();
    expect(p.phase.value).toBe('cost');
  });

  test('a step leaves them at the beginning of the next, Play leaves them altogether', () => {
    const { playground: p } = stage();
    p.enterPhase('backward');
    p.step();
    expect([p.phase.value, p.timeline.value.position]).toEqual(['forward', 1]);
    p.play();
    expect(p.phase.value).toBeUndefined();
  });

  test('an edit stays in its phase', () => {
    const { playground: p } = stage();
    p.enterPhase('backward');
    p.edit(withW1(startScenario, 1));
    expect(p.phase.value).toBe('backward');
    p.leavePhases();
    expect(p.phase.value).toBeUndefined();
  });

  test('a step that cannot be taken stays in update', () => {
    const { playground: p } = stage(open(exploding, { steps: 50 }));
    p.enterPhase('update');
    p.nextStage();
    expect(p.phase.value).toBe('update');
    expect(p.notice.value).toMatchObject({ kind: 'diverged' });
  });

  test('everything shown has no phase before it', () => {
    const { playground: p } = stage();
    p.step();
    p.previousStage();
    expect([p.phase.value, p.timeline.value.position]).toEqual([undefined, 1]);
  });
});

describe('what is looked at', () => {
  test('is chosen without an undo entry, and stays through undo', () => {
    const { playground: p } = stage();
    p.step();
    p.choose(w2);
    p.setNotation({ rate: 'η', cost: 'L', decimal: ',', digits: 5 });
    p.undo();
    expect(p.pick.value).toBe(w2);
    expect(p.notation.value.digits).toBe(5);
    expect(p.canUndo.value).toBe(false);
    p.choose(w1);
    p.redo();
    expect(p.pick.value).toBe(w1);
  });

  test('is only what the network has', () => {
    const { playground: p } = stage(open(wide));
    p.choose({ layer: 5, unit: 0 });
    p.choose({ layer: 1, unit: 0, bias: true });
    expect(p.pick.value).toEqual(w1);
    p.choose({ layer: 0, unit: 1, bias: true });
    expect(p.pick.value).toEqual({ layer: 0, unit: 1, bias: true });
    const seen = [1, 9, -1].map((index) => {
      p.showExample(index);
      return p.example.value;
    });
    expect(seen).toEqual([1, 2, 0]);
  });

  test('is nudged by what was set, in either direction', () => {
    const { playground: p } = stage();
    p.setNudge(-0.1);
    expect(p.nudged.value.changes[0]?.change).toBeCloseTo(-0.1, 12);
    p.setNudge(Number.NaN);
    expect(p.nudgeSize.value).toBe(-0.1);
  });
});

describe('open', () => {
  const other = open(wide, {
    steps: 4,
    example: 1,
    pick: { layer: 1, unit: 0 },
    notation: { rate: 'η', cost: 'E', decimal: ',', digits: 4 },
  });

  test('shows the document as it was saved, and undo brings back everything that was on screen', () => {
    const { playground: p } = stage();
    p.step(3);
    p.choose(w2);
    const before = [p.scenario.value, p.pick.value, p.example.value, p.notation.value];
    p.open(other);
    expect(p.scenario.value).toStrictEqual(descended(wide, 4));
    expect(p.timeline.value).toMatchObject({ position: 4, boundaries: [0] });
    expect(p.bookmark()).toStrictEqual(other);
    p.undo();
    expect([p.scenario.value, p.pick.value, p.example.value, p.notation.value]).toStrictEqual(before);
    expect(p.timeline.value.position).toBe(3);
    p.redo();
    expect(p.bookmark()).toStrictEqual(other);
  });

  test('passes on what parse remarked', () => {
    const { playground: p } = stage();
    p.open(other, ['author: not a key this page knows, left out']);
    expect(p.notice.value).toEqual({ kind: 'notes', notes: ['author: not a key this page knows, left out'] });
  });

  test('leaves everything as it was when the engine refuses', () => {
    const { playground: p } = stage();
    p.step();
    const run = p.run.value;
    p.open(open(withAlpha(wide, -1)));
    expect(p.run.value).toBe(run);
    expect(p.notice.value).toMatchObject({ kind: 'refused', path: 'descent.alpha' });
    expect(p.canRedo.value).toBe(false);
  });

  test('leaves the phases', () => {
    const { playground: p } = stage();
    p.enterPhase('cost');
    p.open(other);
    expect(p.phase.value).toBeUndefined();
  });
});

describe('a bookmark', () => {
  test('opened elsewhere shows the same network, bit for bit, with the same past', () => {
    const { playground: p } = stage(open(wide));
    p.step(7);
    p.edit(withAlpha(p.scenario.value, 0.3));
    p.step(20);
    p.seek(p.timeline.value.position - 5);
    const { playground: q } = stage(p.bookmark());
    expect(q.scenario.value).toStrictEqual(p.scenario.value);
    expect(q.timeline.value.step).toBe(15);
  });

  test('is never longer than a bookmark may be: the run goes on in a segment of its own', () => {
    const { playground: p } = stage(open(startScenario, { steps: 999_999 }));
    p.step(3);
    expect(p.bookmark().steps).toBe(2);
    expect(p.timeline.value.boundaries).toEqual([0, 1_000_001]);
    expect(p.scenario.value).toStrictEqual(descended(descended(startScenario, 1_000_000), 2));
    p.undo();
    expect(p.bookmark().steps).toBe(999_999);
  });
});

test('an activation is drawn by the engine that computes with it', () => {
  const { playground: p } = stage(open(wide));
  const zs = Float64Array.of(-2, -0.5, 0, 0.5, 2);
  const tanh = p.activationCurve(0, 1, zs);
  zs.forEach((z, k) => {
    expect(tanh[k]).toBeCloseTo(Math.tanh(z), 14);
  });
  expect(p.activationCurve(1, 0, Float64Array.of(0))).toEqual(Float64Array.of(0.5));
  expect(() => p.activationCurve(2, 0, zs)).toThrow(RangeError);
  p.edit({ ...p.scenario.value, descent: { rule: 'momentum', alpha: 0.5, batch: 2 } });
  p.step(); // now the descent remembers something that fits no other network
  expect(p.activationCurve(0, 1, zs)).toEqual(tanh);
});

test('whoever watches a value hears of each action once', () => {
  const { playground: p } = stage();
  const seen: number[] = [];
  const stop = effect(() => {
    seen.push(p.evaluation.value.loss + p.timeline.value.position + p.pick.value.layer);
  });
  p.step();
  p.edit(withW1(p.scenario.value, 1));
  p.undo();
  p.open(open(wide, { steps: 2, pick: { layer: 1, unit: 0 } }));
  stop();
  expect(seen).toHaveLength(5);
});

test('steps walked ahead of opening a document are those it is opened with, and a visit can begin there', () => {
  const { playground: p } = stage();
  const start = p.listed(wide);
  expect(p.walkAhead(start, 40)).toEqual({ step: 40 });
  p.open({ ...bookmarkOf(start), steps: 40 });
  expect(p.scenario.value).toEqual(engine.descend(wide, 40).scenario);
  expect(p.canUndo.value).toBe(true);
  p.beginHere();
  expect(p.canUndo.value).toBe(false);
  p.undo();
  expect(p.scenario.value).toEqual(engine.descend(wide, 40).scenario);
});
