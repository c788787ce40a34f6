/** The clockwork of Play: how many steps are due, taken in slices short enough that the page always answers. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** Calls `tick` once, soon, with the time in milliseconds; returns how to call it off. */
export type Schedule = (tick: (now: number) => void) => () => void;

export interface Player {
  readonly playing: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<number>;
  play(): void;
  pause(): void;
  setSpeed(stepsPerSecond: number): void;
}

/** Milliseconds of work in one slice: half a frame. */
const sliceTime = 8;

/** Milliseconds that one slice makes up for at most; after a longer sleep the rest is let go. */
const longestElapsed = 250;

/**
 * @param advance takes up to so many steps; false when there is no going on
 * @param clock milliseconds, to measure how long a slice takes
 */
export function createPlayer(advance: (steps: number) => boolean, schedule: Schedule, clock: () => number): Player {
  const playing = signal(false);
  const speed = signal(10);
  let cancel = () => {};
  let last: number | undefined; // time of the last slice
  let due = 0; // steps, the fraction included
  let affordable = 16; // steps that fit into a slice; measured as we go

  const pause = () => {
    cancel();
    playing.value = false;
  };

  const next = () => {
    cancel = schedule(tick);
  };

  const tick = (now: number) => {
    due += (speed.peek() * Math.min(now - (last ?? now), longestElapsed)) / 1000;
    last = now;
    const steps = Math.min(Math.floor(due), affordable);
    due = Math.min(due - steps, 1); // steps the computer can't afford are let go, not owed
    let goesOn = false;
    try {
      goesOn = steps === 0 || measured(steps);
    } finally {
      if (!goesOn) pause();
    }
    if (playing.peek()) next();
  };

  const measured = (steps: number): boolean => {
    const before = clock();
    const goesOn = advance(steps);
    const perStep = Math.max(clock() - before, 0.01) / steps;
    affordable = Math.max(1, Math.min(Math.floor(sliceTime / perStep), 2 * affordable));
    return goesOn;
  };

  return {
    playing,
    speed,
    play: () => {
      if (playing.peek()) return;
      playing.value = true;
      last = undefined;
      due = 0;
      next();
    },
    pause,
    setSpeed: (stepsPerSecond) => {
      if (stepsPerSecond > 0 && Number.isFinite(stepsPerSecond)) speed.value = stepsPerSecond;
    },
  };
}
