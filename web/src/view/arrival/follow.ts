/** Keeps storage and the address in step with what is on screen: soon after a change, and never in every frame. */
import { effect } from '@preact/signals';
import type { Playground } from '../../state/playground';
import type { Keeper } from './keeper';

/** Milliseconds from a change to when it is kept: a crash loses no more, and a browser bears as many new addresses. */
const rest = 500;

export function follow(playground: Playground, { keep, save }: Keeper): void {
  let first = true;
  let waiting = false;
  effect(() => {
    playground.run.value;
    playground.pick.value;
    playground.example.value;
    playground.notation.value;
    if (!first && !waiting) {
      waiting = true;
      setTimeout(() => {
        waiting = false;
        // A new address makes the browser work that Play needs: it comes when Play stops.
        if (playground.playing.peek()) save();
        else keep();
      }, rest);
    }
    first = false;
  });
  let playing = false;
  effect(() => {
    const stopped = playing && !playground.playing.value;
    playing = playground.playing.value;
    if (stopped) keep();
  });
  // The page may be about to go, and a new address would come too late: a reload is on its way to the old one.
  addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
  });
}
