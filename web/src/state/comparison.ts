/** Two runs on one curve: where an earlier one lies beside the present run. */
import type { Replay } from './replay';
import { boundaries, type Run, type Segment } from './run';

export interface Compared {
  /** Mean cost before any step, after the first, … */
  readonly costs: Float64Array;
  /** The position of the timeline at which they begin. */
  readonly from: number;
}

/**
 * Where the other run begins as a segment of the present one does, it is laid along it, so that one sees how it would have
 * gone on; else it begins where the present segment does.
 */
export function comparedWith({ start, steps }: Segment, run: Run, replay: Replay): Compared {
  const starts = boundaries(run);
  const same = run.segments.findIndex((segment) => segment.start === start);
  return { costs: replay.costs(start, steps), from: starts[same < 0 ? run.cursor.segment : same] ?? 0 };
}
