/** What the page keeps from the reader's hand. Messages, links and lessons go past it. */
import type { Scenario } from '../../scenario/types';
import type { Playground } from '../../state/playground';
import { waiting } from './waiting';

/**
 * Puts a guard between the reader's playground and the bare one.
 * @param may tells why a change cannot be, and returns false
 */
export function guard(playground: Playground, bare: Playground, may: (next: Scenario) => boolean): void {
  const stepWaits = () => waiting.peek()?.for === 'step';
  const guarded: Partial<Playground> = {
    edit: (next, gesture) => {
      if (may(next)) bare.edit(next, gesture);
    },
    open: (bookmark, notes) => {
      if (may(bare.listed(bookmark.start))) bare.open(bookmark, notes);
    },
    step: (count) => {
      if (!stepWaits()) bare.step(count);
    },
    play: (steps) => {
      if (!stepWaits()) bare.play(steps);
    },
    nextStage: () => {
      if (!stepWaits() || bare.stage.peek()?.phase !== 'update') bare.nextStage();
    },
  };
  Object.assign(playground, guarded);
}
