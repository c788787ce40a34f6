/** What takes longer than a frame, in parts between which the page answers. */
import type { Check, Finding, InParts } from '../../../../bindings/backprop';
import type { WholeEngine } from '../../engine/engine';
import type { Scenario } from '../../scenario/types';
import { createPace, type Pace } from '../../state/pace';

/** Yields how much of it is done, 0 … 1. */
export type Parts<T> = Generator<number, T>;

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
