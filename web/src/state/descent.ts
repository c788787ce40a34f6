/** Walking a run on, step by step. */
import type { NonFinite } from '../../../bindings/backprop';
import { limits } from '../scenario/limits';
import type { Scenario } from '../scenario/types';
import type { Notice } from './notice';
import type { Replay } from './replay';
import { currentSegment, type Run, singleRun, withEdit, withStep } from './run';

export interface Walked {
  /** The run it was, when not one step could be taken. */
  readonly run: Run;
  /** What the step after the last one would have made infinite or not a number. */
  readonly diverged?: NonFinite;
}

/**
 * `run` after `count` more steps, fewer where training leaves the finite numbers. Where a segment is as long as a bookmark
 * may be, the next one starts from the network it ends with.
 */
export function walked(replay: Replay, run: Run, count: number): Walked {
  const { start } = currentSegment(run);
  const { step } = run.cursor;
  if (step === limits.steps && count > 0) return walked(replay, withEdit(run, replay.at(start, step)), count);
  const reached = replay.reach(start, Math.min(step + count, limits.steps));
  const next = withStep(run, reached.step);
  if (reached.diverged) return { run: next, diverged: reached.diverged };
  const left = count - (reached.step - step);
  return left === 0 ? { run: next } : walked(replay, next, left);
}

/** The run of a document opened after so many steps. */
export const opened = (replay: Replay, start: Scenario, steps: number): Walked =>
  walked(replay, singleRun(start), steps);

/** What to say about a walk that ended early. */
export const divergence = ({ run, diverged }: Walked): Notice | undefined =>
  diverged && {
    kind: 'diverged',
    step: run.cursor.step,
    layer: diverged.layer,
    unit: diverged.unit,
    quantity: diverged.quantity,
  };
