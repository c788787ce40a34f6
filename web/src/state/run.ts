/** A run: where training started, how far it went, and where in it the reader stands. Immutable. */
import type { Scenario } from '../scenario/types';

/** A start and the descent steps known from it (0 … steps can be revisited). */
export interface Segment {
  readonly start: Scenario;
  readonly steps: number;
}

/** Segments in the order they came about; each edit after a step starts one. Never empty. */
export interface Run {
  readonly segments: readonly Segment[];
  /** The network on screen is that of `segments[segment]` after `step` steps, 0 ≤ step ≤ steps. */
  readonly cursor: Cursor;
}

interface Cursor {
  readonly segment: number;
  readonly step: number;
}

/** A run that has only started. */
export const singleRun = (start: Scenario): Run => ({
  segments: [{ start, steps: 0 }],
  cursor: { segment: 0, step: 0 },
});

/** The segment the reader stands in. */
export const currentSegment = ({ segments, cursor }: Run): Segment => {
  const segment = segments[cursor.segment];
  if (segment === undefined) throw new RangeError(`a run of ${segments.length} has no segment ${cursor.segment}`);
  return segment;
};

/** The past up to the cursor, then `start` as a segment of its own. A segment without a step is replaced: nothing happened in it. */
export function withEdit(run: Run, start: Scenario): Run {
  const { segment, step } = run.cursor;
  const before = run.segments.slice(0, segment);
  const past = step === 0 ? before : [...before, { start: currentSegment(run).start, steps: step }];
  return { segments: [...past, { start, steps: 0 }], cursor: { segment: past.length, step: 0 } };
}

/**
 * The cursor at `step` of its segment. Within the known steps only the cursor moves; beyond them the segment grows, and
 * what came after it belongs to another future and goes.
 */
export function withStep(run: Run, step: number): Run {
  const { segment } = run.cursor;
  const { start, steps } = currentSegment(run);
  if (step === run.cursor.step) return run;
  const cursor = { segment, step };
  if (step <= steps) return { ...run, cursor };
  return { segments: [...run.segments.slice(0, segment), { start, steps: step }], cursor };
}

/** The position on the timeline at which each segment starts; one of n steps takes n + 1 positions. */
export const boundaries = ({ segments }: Run): number[] => {
  let next = 0;
  return segments.map(({ steps }) => {
    const start = next;
    next += steps + 1;
    return start;
  });
};

/** Where the cursor stands on the timeline. */
export const positionOf = (run: Run): number => (boundaries(run)[run.cursor.segment] ?? 0) + run.cursor.step;

/** The cursor at a position of the timeline, the nearest one if there is no such position. */
export function withPosition(run: Run, position: number): Run {
  const starts = boundaries(run);
  const wanted = Math.max(0, Math.round(position));
  const segment = starts.findLastIndex((start) => start <= wanted);
  const step = Math.min(wanted - (starts[segment] ?? 0), run.segments[segment]?.steps ?? 0);
  return { ...run, cursor: { segment, step } };
}
