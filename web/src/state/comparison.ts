/** Two runs on one curve: which earlier ones there are, and where one lies beside the present run. */
import type { History } from './history';
import type { Replay } from './replay';
import { boundaries, type Run, type Segment } from './run';

export interface Compared {
  /** Mean cost before any step, after the first, … */
  readonly costs: Float64Array;
  /** The position of the timeline at which they begin. */
  readonly from: number;
}

/** As many as a list bears. */
const mostEarlier = 12;

/** How far back undo is looked through. */
const mostMoments = 200;

/**
 * Segments other than the present one in which steps were taken: of this run and of those one can undo to, the latest first.
 * Of one start, the longest.
 */
export function earlierThan(run: Run, { past }: History): readonly Segment[] {
  const found = new Map<Segment['start'], Segment>();
  const add = (segments: readonly Segment[]) => {
    for (const segment of [...segments].reverse()) {
      if (segment.steps > (found.get(segment.start)?.steps ?? 0)) found.set(segment.start, segment);
    }
  };
  add(run.segments);
  let stack = past;
  for (let k = 0; stack && k < mostMoments; k++, stack = stack.below) add(stack.top.run.segments);
  const present = run.segments[run.cursor.segment];
  return [...found.values()]
    .filter(({ start, steps }) => start !== present?.start || steps > present.steps)
    .slice(0, mostEarlier);
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
