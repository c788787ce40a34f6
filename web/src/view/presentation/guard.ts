/** What the page keeps from the reader's hand. Messages, links and lessons go past it. */
import type { Scenario } from '../../scenario/types';
import type { Playground } from '../../state/playground';
import { waiting } from './waiting';

/**
 * Puts a guard between the reader's playground and the unguarded one.
 * @param may tells why a change cannot be, and returns false
 */
export function guard(playground: Playground, unguarded: Playground, may: (next: Scenario) => boolean): void {
  const stepWaits = () => waiting.peek()?.for === 'step';
  const guarded: Partial<Playground> = {
    edit: (next, gesture) => {
      if (may(next)) unguarded.edit(next, gesture);
    },
    open: (bookmark, notes) => {
      if (may(unguarded.listed(bookmark.start))) unguarded.open(bookmark, notes);
    },
    step: (count) => {
      if (!stepWaits()) unguarded.step(count);
    },
    play: (steps) => {
      if (!stepWaits()) unguarded.play(steps);
    },
    nextStage: () => {
      if (!stepWaits() || unguarded.stage.peek()?.phase !== 'update') unguarded.nextStage();
    },
  };
  Object.assign(playground, guarded);
}
