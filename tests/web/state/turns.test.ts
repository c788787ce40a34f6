import { describe, expect, test } from 'vitest';
import { withParameter } from '../../../web/src/scenario/edits';
import { startBookmark } from '../../../web/src/scenario/start';
import type { Playground } from '../../../web/src/state/playground';
import { withFirstRatio } from '../../../web/src/state/ratios';
import { network } from '../../bench/statistics.mjs';
import { engine, stage } from './stage';

const large = { ...startBookmark, start: network([2, 40, 40, 1]) };
const small = { ...startBookmark, start: network([2, 8, 8, 1]) };
const w1 = { layer: 0, unit: 0, input: 0 };
const frame = 20;

/** Of which network each view is, by the number of steps it has taken. */
const steps = (p: Playground, start = large.start) => {
  const after = [0, 1, 2, 3].map((count) => engine.descend(start, count).scenario);
  const nth = (same: (s: typeof start) => unknown, value: unknown) =>
    after.findIndex((s) => JSON.stringify(same(s)) === JSON.stringify(value));
  return {
    player: nth((s) => s.layers, p.scenario.value.layers),
    evaluation: nth((s) => engine.evaluate(s), p.evaluation.value),
    points: nth((s) => engine.evaluate(s), p.points.value),
    derivation: nth((s) => engine.derive(s, w1), p.derivation.value),
    nudged: nth((s) => withFirstRatio(engine.nudge(s, w1, 0.01)), p.nudged.value),
    edges: nth((s) => s.layers, p.drawn.edges.value.layers),
  };
};
const all = (step: number) => ({
  player: step,
  evaluation: step,
  points: step,
  derivation: step,
  nudged: step,
  edges: step,
});

describe('a step of a large network', () => {
  test('is drawn in turns, and soon everywhere', () => {
    const { playground: p, pass, isWaiting } = stage(large);
    p.step();
    expect(steps(p)).toEqual({ ...all(0), player: 1 });
    pass(frame);
    expect(steps(p)).toEqual({ ...all(0), player: 1, evaluation: 1 });
    pass(4 * frame);
    expect(steps(p)).toEqual(all(1));
    expect(isWaiting()).toBe(false);
  });

  test('while it plays the next step waits until all of the last one is drawn', () => {
    const { playground: p, pass } = stage(large);
    p.setSpeed(1000);
    p.play();
    pass(2 * frame);
    const taken = p.timeline.value.step;
    expect(taken).toBeGreaterThan(0);
    pass(3 * frame);
    expect(p.timeline.value.step).toBe(taken);
    pass(20 * frame);
    expect(p.timeline.value.step).toBeGreaterThan(taken);
    p.pause();
    pass(5 * frame);
    expect(p.evaluation.value).toStrictEqual(engine.evaluate(p.scenario.value));
    expect(p.nudged.value).toStrictEqual(withFirstRatio(engine.nudge(p.scenario.value, w1, 0.01)));
    expect(p.derivation.value).toStrictEqual(engine.derive(p.scenario.value, w1));
  });

  test('that follows another before that one is drawn is drawn in its place', () => {
    const { playground: p, pass } = stage(large);
    p.step();
    pass(2 * frame);
    p.step();
    p.step();
    pass(5 * frame);
    expect(steps(p)).toEqual(all(3));
  });
});

test('an edit of a large network is everywhere at once, in the midst of a step too', () => {
  const { playground: p } = stage(large);
  p.step();
  const edited = withParameter(p.scenario.value, w1, 2);
  p.edit(edited);
  expect(p.evaluation.value).toStrictEqual(engine.evaluate(edited));
  expect(p.derivation.value).toStrictEqual(engine.derive(edited, w1));
  expect(p.nudged.value).toStrictEqual(withFirstRatio(engine.nudge(edited, w1, 0.01)));
});

test('a step of a small network is everywhere at once', () => {
  const { playground: p, isWaiting } = stage(small);
  p.step();
  expect(steps(p, small.start)).toEqual(all(1));
  expect(isWaiting()).toBe(false);
});
