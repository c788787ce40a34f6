/**
 * What follows from a step of a large network takes longer to draw than a page may be deaf. So it is drawn in turns, and
 * between two of them the page answers: for a moment numbers of two steps may stand beside each other; at rest all agree.
 * Whatever else puts another network on screen than a move along the run does so at once.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { parameterCount } from '../scenario/shape';
import { currentSegment, type Run } from './run';

/** In the order in which they are drawn, after the player itself. */
const turns = ['evaluation', 'points', 'derivation', 'nudged', 'edges'] as const;
export type Turn = (typeof turns)[number];

/** Parameters up to which everything is drawn at once. */
const mostAtOnce = 1000;

export interface Turns {
  /** The run as far as it is drawn in this turn. */
  readonly of: (turn: Turn) => ReadonlySignal<Run>;
  /** Whether everything that is drawn is of one step. */
  agree(): boolean;
}

/** Calls its argument soon, when the page has answered whatever is waiting. */
export type Later = (then: () => void) => void;

export function createTurns(run: ReadonlySignal<Run>, later: Later): Turns {
  const drawn = turns.map(() => signal(run.peek()));
  const isLarge = computed(() => parameterCount(currentSegment(run.value).start) > mostAtOnce);
  const agree = () => !isLarge.peek() || drawn.every((of) => of.peek() === run.peek());
  let next = 0;
  let waiting = false;

  const goOn = (): void => {
    if (waiting || agree()) return;
    waiting = true;
    later(() => {
      waiting = false;
      const turn = drawn[next];
      next = (next + 1) % drawn.length;
      if (turn) turn.value = run.peek();
      goOn();
    });
  };
  effect(() => {
    run.value;
    goOn();
  });

  return {
    of: (turn) => {
      const own = drawn[turns.indexOf(turn)] ?? run;
      return computed(() => (isLarge.value && isMove(own.value, run.value) ? own.value : run.value));
    },
    agree,
  };
}

/** Whether one is the other at another step. */
const isMove = (from: Run, to: Run): boolean => currentSegment(from).start === currentSegment(to).start;
