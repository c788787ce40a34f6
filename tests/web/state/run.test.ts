import { describe, expect, test } from 'vitest';
import { withAlpha } from '../../../web/src/scenario/edits';
import { startScenario as a } from '../../../web/src/scenario/start';
import {
  boundaries,
  currentSegment,
  positionOf,
  type Run,
  singleRun,
  withEdit,
  withPosition,
  withStep,
} from '../../../web/src/state/run';

const b = withAlpha(a, 1);
const c = withAlpha(a, 2);

/** Three steps from a, an edit, two steps from b; seen at the end. */
const run: Run = withStep(withEdit(withStep(singleRun(a), 3), b), 2);

test('a run of two segments stands where its last step ended', () => {
  expect(run).toEqual({
    segments: [
      { start: a, steps: 3 },
      { start: b, steps: 2 },
    ],
    cursor: { segment: 1, step: 2 },
  });
});

describe('withEdit', () => {
  test('keeps the past up to the cursor and starts a segment', () => {
    const back = withStep(run, 1);
    expect(withEdit(back, c)).toEqual({
      segments: [
        { start: a, steps: 3 },
        { start: b, steps: 1 },
        { start: c, steps: 0 },
      ],
      cursor: { segment: 2, step: 0 },
    });
  });

  test('replaces a segment in which nothing has happened yet', () => {
    expect(withEdit(singleRun(a), c)).toEqual(singleRun(c));
    expect(withEdit(withStep(run, 0), c).segments).toEqual([
      { start: a, steps: 3 },
      { start: c, steps: 0 },
    ]);
  });

  test('leaves the given run alone', () => {
    const before = structuredClone(run);
    withEdit(run, c);
    withStep(run, 9);
    expect(run).toEqual(before);
  });
});

describe('withStep', () => {
  test('only moves the cursor within the known steps, later segments stay', () => {
    const past = withPosition(run, 1);
    expect(withStep(past, 3)).toEqual({ ...run, cursor: { segment: 0, step: 3 } });
  });

  test('past the known steps the segment grows, and the future that an edit began is gone', () => {
    const past = withPosition(run, 3);
    expect(withStep(past, 4)).toEqual({ segments: [{ start: a, steps: 4 }], cursor: { segment: 0, step: 4 } });
  });

  test('to where it stands is the same run', () => {
    expect(withStep(run, 2)).toBe(run);
  });
});

describe('the timeline', () => {
  test('has a position for the start and each step of every segment', () => {
    expect(boundaries(run)).toEqual([0, 4]);
    for (let position = 0; position < 7; position++) expect(positionOf(withPosition(run, position))).toBe(position);
    expect(withPosition(run, 3).cursor).toEqual({ segment: 0, step: 3 });
    expect(withPosition(run, 4).cursor).toEqual({ segment: 1, step: 0 });
  });

  test('is clamped at both ends', () => {
    expect(positionOf(withPosition(run, -5))).toBe(0);
    expect(positionOf(withPosition(run, 99))).toBe(6);
    expect(positionOf(withPosition(run, Number.POSITIVE_INFINITY))).toBe(6);
    expect(positionOf(withPosition(run, 2.4))).toBe(2);
  });
});

test('a run has no segment but its own', () => {
  expect(currentSegment(run).start).toBe(b);
  expect(() => currentSegment({ ...run, cursor: { segment: 2, step: 0 } })).toThrow(RangeError);
});
