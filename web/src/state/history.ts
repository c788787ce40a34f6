/** Undo and redo: what was on screen before each thing done, kept as two immutable stacks of runs. */
import type { Run } from './run';
import type { Shown } from './shown';

interface Moment {
  readonly run: Run;
  /** Present where going back must bring the choices back as well. */
  readonly shown?: Shown;
}

interface Stack {
  readonly top: Moment;
  readonly below: Stack | undefined;
}

export interface History {
  readonly past: Stack | undefined;
  readonly future: Stack | undefined;
}

export const noHistory: History = { past: undefined, future: undefined };

/** `before` can be returned to; what had been undone is gone. */
export const recorded = ({ past }: History, before: Moment): History => ({
  past: { top: before, below: past },
  future: undefined,
});

/** One thing undone: the moment to return to. `now` goes to the other stack. Undefined when there is nothing to undo. */
export const undone = ({ past, future }: History, now: Required<Moment>): Turned | undefined =>
  past && {
    moment: past.top,
    history: { past: past.below, future: { top: alike(now, past.top), below: future } },
  };

/** One undone thing done again. */
export const redone = ({ past, future }: History, now: Required<Moment>): Turned | undefined =>
  future && {
    moment: future.top,
    history: { past: { top: alike(now, future.top), below: past }, future: future.below },
  };

interface Turned {
  readonly moment: Moment;
  readonly history: History;
}

/** The way back restores the choices exactly where the way there did. */
const alike = (now: Required<Moment>, other: Moment): Moment => (other.shown ? now : { run: now.run });
