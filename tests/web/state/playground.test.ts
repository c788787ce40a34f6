import { effect } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { withAlpha } from '../../../web/src/scenario/edits';
import { bookmarkOf, startBookmark, startScenario } from '../../../web/src/scenario/start';
import { descended, engine, exploding, open, stage, w1, w2, wide, withW1 } from './stage';

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
