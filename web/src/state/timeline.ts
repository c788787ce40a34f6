import type { Replay } from './replay';
import { boundaries, positionOf, type Run } from './run';

/** The whole run in a row: every step that can be revisited. */
export interface Timeline {
  /** Mean cost at each position; a segment of n steps takes n + 1 positions. */
  readonly costs: Float64Array;
  /** Where the reader stands, an index of `costs`. */
  readonly position: number;
  /** The position at which each segment starts. */
  readonly boundaries: readonly number[];
  /** Steps taken since the segment's start. */
  readonly step: number;
}

/** Mean cost at each position of a run. */
export const costsOf = (segments: Run['segments'], replay: Replay): Float64Array =>
  joined(segments.map(({ start, steps }) => replay.costs(start, steps)));

export const timelineOf = (run: Run, costs: Float64Array): Timeline => ({
  costs,
  position: positionOf(run),
  boundaries: boundaries(run),
  step: run.cursor.step,
});

function joined(parts: readonly Float64Array[]): Float64Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
