/** Which earlier runs there are to hold the present one against. */
import type { History } from './history';
import type { Run, Segment } from './run';

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
