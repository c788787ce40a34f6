/** The reader's hand: what the page keeps from it. Messages, links and lessons go past it. */
import { signal } from '@preact/signals';
import type { Scenario } from '../../scenario/types';
import type { Playground } from '../../state/playground';

/** Tells why a change cannot be, and returns false; undefined = every change can. */
export const keeper = signal<((next: Scenario) => boolean) | undefined>(undefined);

/** What waits for the reader's answer to a question, and why, in words. */
export const waiting = signal<{ readonly for: 'step' | 'nudge'; readonly why: string } | undefined>(undefined);

/** Undefined = it does not wait. */
export const whyWaits = (what: 'step' | 'nudge'): string | undefined =>
  waiting.value?.for === what ? waiting.value.why : undefined;

/** The playground as the reader drives it. */
export function guarded(playground: Playground): Playground {
  const may = (next: () => Scenario) => !keeper.peek() || keeper.peek()?.(next()) === true;
  const { edit, open, step, play, nextStage } = playground;
  return {
    ...playground,
    edit: (next, gesture) => {
      if (may(() => next)) edit(next, gesture);
    },
    open: (bookmark, notes) => {
      if (may(() => playground.listed(bookmark.start))) open(bookmark, notes);
    },
    step: (count) => {
      if (waiting.peek()?.for !== 'step') step(count);
    },
    play: (steps) => {
      if (waiting.peek()?.for !== 'step') play(steps);
    },
    nextStage: () => {
      if (waiting.peek()?.for !== 'step' || playground.stage.peek()?.phase !== 'update') nextStage();
    },
  };
}
