/** Keeps storage and the address in step with what is on screen: soon after a change, and never in every frame. */
import { effect } from '@preact/signals';
import type { Playground } from '../../state/playground';

/** Milliseconds from a change to when it is kept: a crash loses no more, and a browser bears as many new addresses. */
const rest = 500;

/** Calls `keep` after changes, and at once when the page may be about to go. */
export function follow(playground: Playground, keep: () => void): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(due);
    due = undefined;
    keep();
  };
  let first = true;
  effect(() => {
    playground.run.value;
    playground.pick.value;
    playground.example.value;
    playground.notation.value;
    if (!first) due ??= setTimeout(now, rest);
    first = false;
  });
  addEventListener('pagehide', now);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') now();
  });
}
