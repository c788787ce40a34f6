/** What takes longer than a frame, in parts between which the page answers. */
import type { Check, Finding, InParts } from '../../../../bindings/backprop';
import type { WholeEngine } from '../../engine/engine';
import type { Scenario } from '../../scenario/types';

/** Yields how much of it is done, 0 … 1. */
export type Parts<T> = Generator<number, T>;

/** Milliseconds of work between two answers. */
const slice = 12;

export type Pace = <T>(work: (count: number) => T) => T;

/**
 * Tells a work how much of it to do at a time, so that it takes about a slice.
 *
 * @param first how much to begin with
 * @param clock milliseconds
 */
export function createPace(first: number, clock: () => number = () => performance.now()): Pace {
  let count = first;
  return (work) => {
    const before = clock();
    const result = work(count);
    const took = Math.max(clock() - before, 0.1);
    count = Math.max(1, Math.floor(count * Math.min(2, slice / took)));
    return result;
  };
}

/** Goes on until there is a result. */
function* goneOn<P extends InParts, T>(
  pace: Pace,
  goOn: (progress: Float64Array | undefined, count: number) => P,
  resultOf: (part: P) => T | undefined,
): Parts<T> {
  let progress: Float64Array | undefined;
  for (;;) {
    const part = pace((count) => goOn(progress, count));
    const result = resultOf(part);
    if (result !== undefined) return result;
    progress = part.progress;
    yield part.share;
  }
}

export const diagnosed = (engine: WholeEngine, s: Scenario, clock?: () => number): Parts<readonly Finding[]> =>
  goneOn(
    createPace(64, clock),
    (progress, examples) => engine.diagnoseOn(s, progress, examples),
    (part) => part.findings,
  );

export const checked = (engine: WholeEngine, s: Scenario, clock?: () => number): Parts<Check> =>
  goneOn(
    createPace(8, clock),
    (progress, moves) => engine.checkOn(s, progress, moves),
    (part) => part.check,
  );
