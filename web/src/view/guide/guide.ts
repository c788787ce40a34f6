/**
 * The first minutes: one question after the other, each in a line under the network, none of which must be answered. They
 * begin with the first change a new reader makes; to change something else sends the first question away.
 */
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Part } from '../../../../bindings/backprop';
import { hasRef, isWeight, movableParameters, parameterAt } from '../../scenario/refs';
import { parameterCount } from '../../scenario/shape';
import type { ParameterRef, Scenario } from '../../scenario/types';
import type { Thought } from '../../state/guess';
import type { Playground } from '../../state/playground';

export type Scene =
  /** Nothing is asked; the first change of a new reader brings the first question. */
  | { readonly kind: 'away' }
  | { readonly kind: 'question' }
  | { readonly kind: 'surprise'; readonly chosen: ParameterRef | 'alike' }
  | { readonly kind: 'powerless'; readonly found: readonly Part[]; readonly guess?: Thought }
  | { readonly kind: 'reuse'; readonly before: readonly Part[] }
  | { readonly kind: 'predict'; readonly answered?: Answered }
  | { readonly kind: 'links'; readonly answer?: number };

/** What was thought of the next step, and where the network stood then. */
export interface Answered {
  readonly answer: 'up' | 'down';
  readonly step: number;
  readonly weight: number;
  /** Mean over all examples. */
  readonly cost: number;
}

export interface Guide {
  readonly scene: ReadonlySignal<Scene>;
  show(scene: Scene): void;
  leave(): void;
  /** The next change brings the first question again. */
  restart(): void;
}

/** The question names each weight, so there must be few. */
const mostWeights = 4;

export const movableWeights = (s: Scenario): ParameterRef[] => movableParameters(s).filter(isWeight);
/** Whether the questions of the first minutes can be asked of this network. */
export const canAsk = (s: Scenario): boolean => {
  const count = parameterCount(s);
  return count > 1 && count <= mostWeights && movableWeights(s).length === count;
};

/** An edited document keeps its title and its layers; another one that was opened does not. */
export const sameNetwork = (a: Scenario | undefined, b: Scenario | undefined): boolean =>
  a?.title === b?.title && a?.layers.length === b?.layers.length;

/** Which weights are not what they were, in a text to compare. */
const moved = (a: Scenario, b: Scenario): string =>
  movableWeights(a)
    .map((ref) => !hasRef(b, ref) || parameterAt(a, ref) !== parameterAt(b, ref))
    .join();

/** Whether any weight moves the cost: else there is nothing to be surprised by. */
const moves = (playground: Playground): boolean =>
  movableWeights(playground.scenario.peek()).some(
    (ref) => playground.nudge(ref, playground.nudgeSize.peek()).changes.at(-1)?.change !== 0,
  );

/** `isNew`: this reader has not been here before. `settled` runs its argument once no pointer and no key is down. */
export function createGuide(playground: Playground, isNew: boolean, settled: (then: () => void) => void): Guide {
  const scene: Signal<Scene> = signal({ kind: 'away' });
  let waiting = isNew;
  let start: Scenario | undefined;
  /** What was there before the change that brought the question. */
  let before: { readonly start: Scenario; readonly moved: string } | undefined;

  /** Presses of + in a row are one change. */
  const goesOn = (now: Scenario | undefined): boolean =>
    before !== undefined &&
    now?.examples === before.start.examples &&
    sameNetwork(now, before.start) &&
    (now === before.start || moved(before.start, now) === before.moved);

  // A change of the document: the first brings the question, the next one, unanswered, sends it away.
  effect(() => {
    const { segments, cursor } = playground.run.value;
    const now = segments[cursor.segment]?.start;
    const first = start === undefined;
    const changed = !first && now !== start;
    // The question is of weights: whoever turns to the learning rate is about something else.
    const edited = changed && sameNetwork(now, start) && now?.descent === start?.descent;
    const previous = start;
    start = now;
    if (!changed) return;
    if (waiting && edited && canAsk(playground.scenario.peek()) && moves(playground)) {
      waiting = false;
      before = previous && now && { start: previous, moved: moved(previous, now) };
      settled(() => {
        scene.value = { kind: 'question' };
      });
    } else if (scene.peek().kind === 'question') {
      if (!goesOn(now)) scene.value = { kind: 'away' };
    } else if (scene.peek().kind !== 'away' && !canAsk(playground.scenario.peek())) scene.value = { kind: 'away' };
  });

  return {
    scene,
    show: (next) => {
      scene.value = next;
    },
    leave: () => {
      waiting = false;
      scene.value = { kind: 'away' };
    },
    restart: () => {
      waiting = true;
      scene.value = { kind: 'away' };
    },
  };
}
