/** The clockwork of Play: how many steps are due, taken in slices short enough that the page always answers. */
import { type ReadonlySignal, signal } from '@preact/signals';

/**
 * Calls `tick` once, soon, with the time in milliseconds, and with how long the page then took, before it could answer again,
 * to draw what the tick before had changed; returns how to call it off.
 */
export type Schedule = (tick: (now: number, drawing?: number) => void) => () => void;

/** How far a run has come that ends by itself. */
export interface Goal {
  readonly done: number;
  readonly total: number;
}

interface Player {
  readonly playing: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<number>;
  /** Undefined while nothing plays, or while it plays on and on. */
  readonly goal: ReadonlySignal<Goal | undefined>;
  /** At the present speed until it is paused; with a number of steps, as fast as the page can bear, until they are taken. */
  play(total?: number): void;
  pause(): void;
  setSpeed(stepsPerSecond: number): void;
}

/** Milliseconds of work in one slice: half a frame. */
const sliceTime = 8;

/** Of a run that somebody waits for. */
const longSliceTime = 12;

/** Milliseconds of a slice together with what the page draws of it before it answers again: well below 50. */
const longestBlock = 35;

/** Milliseconds of work that even the slowest drawing leaves to a slice. */
const leastSliceTime = 1;

/** From one slice to the next a slow drawing is forgotten by so much: what took long once may do so again. */
const forgetting = 0.9;

/** Milliseconds that one slice makes up for at most; after a longer sleep the rest is let go. */
const longestElapsed = 250;

/**
 * @param advance takes up to so many steps; false when there is no going on
 * @param clock milliseconds, to measure how long a slice takes
 * @param atOnce how many steps the next slice may take; 0 while it has to wait
 */
export function createPlayer(
  advance: (steps: number) => boolean,
  schedule: Schedule,
  clock: () => number,
  atOnce: () => number = () => Number.POSITIVE_INFINITY,
): Player {
  const playing = signal(false);
  const speed = signal(10);
  const goal = signal<Goal | undefined>(undefined);
  let cancel = () => {};
  let last: number | undefined; // time of the last slice
  let due = 0; // steps, the fraction included
  let affordable = 1; // steps that fit into a slice; measured as we go
  let drawingTime = 0; // of late

  const pause = () => {
    cancel();
    playing.value = false;
    goal.value = undefined;
  };

  const next = () => {
    cancel = schedule(tick);
  };

  const tick = (now: number, drawing = 0) => {
    drawingTime = Math.max(drawing, forgetting * drawingTime);
    const most = atOnce();
    if (most === 0) return next();
    const steps = Math.min(stepsDue(now), affordable, most);
    due = Math.min(due - steps, 1); // steps the computer can't afford are let go, not owed
    let goesOn = false;
    try {
      goesOn = steps === 0 || (measured(steps) && !reached(steps));
    } finally {
      if (!goesOn) pause();
    }
    if (playing.peek()) next();
  };

  const stepsDue = (now: number): number => {
    const to = goal.peek();
    if (to) return to.total - to.done;
    due += (speed.peek() * Math.min(now - (last ?? now), longestElapsed)) / 1000;
    last = now;
    return Math.floor(due);
  };

  const reached = (steps: number): boolean => {
    const to = goal.peek();
    if (!to) return false;
    goal.value = { ...to, done: to.done + steps };
    return to.done + steps === to.total;
  };

  const measured = (steps: number): boolean => {
    const before = clock();
    const goesOn = advance(steps);
    const perStep = Math.max(clock() - before, 0.01) / steps;
    const wanted = goal.peek() ? longSliceTime : sliceTime;
    const time = Math.max(leastSliceTime, Math.min(wanted, longestBlock - drawingTime));
    affordable = Math.max(1, Math.min(Math.floor(time / perStep), 2 * affordable));
    return goesOn;
  };

  return {
    playing,
    speed,
    goal,
    play: (total) => {
      if (playing.peek()) return;
      playing.value = true;
      goal.value = total === undefined ? undefined : { done: 0, total };
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
