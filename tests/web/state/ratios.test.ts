import { expect, test } from 'vitest';
import { presets } from '../../../web/src/scenario/presets';
import type { Ref } from '../../../web/src/scenario/types';
import { withFirstRatio } from '../../../web/src/state/ratios';
import { engine } from './stage';

const ratios = (s: keyof typeof presets, ref: Ref) =>
  withFirstRatio(engine.nudge(presets[s], ref, 0.01)).changes.map(({ ratio }) => ratio);

test('a weight into one unit of a wider layer rescales its nudge by one number: slope times input', () => {
  const at = { layer: 0, unit: 1, input: 0 };
  const { changes } = engine.nudge(presets.textbook, at, 0.01);
  const [start, first] = changes;
  expect(first?.ratio).toBeUndefined();
  const [none, ratio, ...more] = ratios('textbook', at);
  expect([none, ...more]).toEqual(Array(changes.length - 1).fill(undefined));
  expect(ratio).toBe((first?.change ?? 0) / (start?.change ?? 0));
  // σ′(0.3925) · 0.05
  expect(ratio).toBeCloseTo(0.012031, 5);
});

test('where a number leads to several, and where the engine tells the ratio, all stays as it is', () => {
  for (const [name, at] of [
    ['note', { layer: 0, unit: 0, input: 0 }],
    ['diamond', { layer: 0, unit: 0, input: 0 }],
    ['diamond', { layer: 0, unit: 0 }],
  ] as const) {
    const nudge = engine.nudge(presets[name], at, 0.01);
    expect(withFirstRatio(nudge)).toBe(nudge);
  }
});
