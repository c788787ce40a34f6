/** Opening a bookmark without keeping the page from answering, however many steps lead to it. */
import { signal } from '@preact/signals';
import { arrivalWords } from '../../format/strings/arrival';
import { canonical } from '../../scenario/canonical';
import type { Bookmark, Scenario, WrittenScenario } from '../../scenario/types';
import type { Playground } from '../../state/playground';
import { type Told, told } from '../notice/told';

/** Milliseconds of replay between two frames. */
const slice = 12;

/** Milliseconds after which the reader is told what takes so long. */
const patience = 500;

/** By then whatever takes long has said so. */
export const untilTold = (): Promise<void> => new Promise((later) => setTimeout(later, patience + 50));

/**
 * Whether the bookmark is on screen now. It may have been there already: then nothing changes, not even the run.
 * `leave` is called when what is on screen is about to go.
 */
export async function openBookmark(
  playground: Playground,
  bookmark: Bookmark<WrittenScenario>,
  notes: readonly string[],
  cancelled: AbortSignal,
  leave: () => void,
): Promise<boolean> {
  if (canonical(playground.bookmark()) === canonical(bookmark)) return true;
  const ready = await walkedThere(playground, bookmark, cancelled);
  if (!ready || cancelled.aborted) return false;
  leave();
  const before = playground.run.peek();
  playground.open(ready, notes);
  return playground.run.peek() !== before;
}

/** The same bookmark with its steps known, so that `open` takes no time; undefined where the reader would not wait. */
async function walkedThere(playground: Playground, bookmark: Bookmark<WrittenScenario>, cancelled: AbortSignal) {
  try {
    const start = playground.listed(bookmark.start);
    const steps = await walked(playground, start, bookmark.steps, cancelled);
    return steps === undefined ? undefined : { ...bookmark, start, steps };
  } catch (error) {
    // What the engine refuses is for `open` to tell.
    if (error instanceof Error && error.name === 'ScenarioError') return bookmark;
    throw error;
  }
}

/** The step reached when all are walked or the reader has had enough; undefined where the reader wants none of it. */
async function walked(playground: Playground, start: Scenario, steps: number, cancelled: AbortSignal) {
  const done = signal(0);
  let end: 'here' | 'cancel' | undefined;
  const waiting: Told = {
    message: arrivalWords.replaying(steps),
    progress: done,
    choices: [
      { label: arrivalWords.openHere, take: () => (end = 'here') },
      { label: arrivalWords.cancel, take: () => (end = 'cancel') },
    ],
  };
  const began = performance.now();
  let reached = 0;
  try {
    for (let pace = 1; reached < steps && !end && !cancelled.aborted; ) {
      const before = performance.now();
      const next = playground.walkAhead(start, Math.min(reached + pace, steps));
      reached = next.step;
      if (next.diverged) return steps; // `open` finds the same and tells
      const time = performance.now() - before;
      pace = Math.max(1, Math.floor(pace * Math.min(2, slice / Math.max(time, 0.1))));
      done.value = reached / steps;
      if (performance.now() - began > patience && told.peek() !== waiting) told.value = waiting;
      if (reached < steps && time > slice / 4) await new Promise((frame) => setTimeout(frame));
    }
  } finally {
    if (told.peek() === waiting) told.value = undefined;
  }
  return end === 'cancel' ? undefined : reached;
}
