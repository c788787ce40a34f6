/** All that the playground remembers; whatever else it knows is computed from these. */
import { type Signal, signal } from '@preact/signals';
import { type History, noHistory, recorded } from './history';
import type { Notice } from './notice';
import type { Stage } from './phase';
import type { Run, Segment } from './run';
import { fitting, type Shown } from './shown';

export interface Held {
  readonly run: Signal<Run>;
  readonly history: Signal<History>;
  readonly shown: Signal<Shown>;
  /** Undefined = nobody walks through a step. */
  readonly stage: Signal<Stage | undefined>;
  /** The earlier run that lies under the present one. */
  readonly compared: Signal<Segment | undefined>;
  readonly nudgeSize: Signal<number>;
  readonly notice: Signal<Notice | undefined>;
  /** What the last edit belonged to, until anything else happens. */
  gesture: unknown;
}

export const createHeld = (run: Run, shown: Shown): Held => ({
  run: signal(run),
  history: signal(noHistory),
  shown: signal(shown),
  stage: signal(undefined),
  compared: signal(undefined),
  nudgeSize: signal(0.01),
  notice: signal(undefined),
  gesture: undefined,
});

/** What is on screen becomes one undo entry; with `choices`, undo brings pick, example and notation back as well. */
export function record({ run, shown, history }: Held, choices = false): void {
  history.value = recorded(history.peek(), { run: run.peek(), ...(choices && { shown: shown.peek() }) });
}

/** Puts a run on screen, with choices that it has. */
export function show(held: Held, run: Run, shown: Shown = held.shown.peek()): void {
  const start = run.segments[run.cursor.segment]?.start;
  held.run.value = run;
  held.shown.value = start ? fitting(shown, start) : shown;
}
