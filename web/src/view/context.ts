/** What every component of the page may ask for: the playground, how symbols are written, and which link is lit. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Part } from '../../../bindings/backprop';
import type { WholeEngine } from '../engine/engine';
import type { Writing } from '../format/symbol';
import { sameRef } from '../scenario/refs';
import { isSlim, outputCount } from '../scenario/shape';
import { isBackward, isForward } from '../state/phase';
import type { Playground } from '../state/playground';
import type { Arrival } from './arrival/arrival';
import { createFolded } from './chain/folded';
import type { CloserId } from './closer/closer';
import type { Guide } from './guide/guide';
import { type Link, tintOf } from './links';
import { isHidden } from './presentation/presentation';

/** What has been computed so far in the present phase; what has not is absent from the page. */
export interface Known {
  readonly cost: boolean;
  /** The derivative by the chosen number. */
  readonly backward: boolean;
  readonly update: boolean;
  /** The values of a layer, z and a. */
  forward(layer: number): boolean;
  /** The derivatives of a layer. */
  back(layer: number): boolean;
  /** The same, as far as the drawing says them: a lesson may ask for what stands there. */
  drawnBack(layer: number): boolean;
  /** True while a step is walked through phase by phase. */
  readonly walking: boolean;
}

export interface PageState {
  /** As the reader drives it: what a page locks stays as it is. */
  readonly playground: Playground;
  /** The same without that guard, for links, messages and lessons. */
  readonly unguarded: Playground;
  readonly writing: ReadonlySignal<Writing>;
  readonly known: ReadonlySignal<Known>;
  /** The factors of the chosen derivation, as far as they are computed. */
  readonly links: ReadonlySignal<readonly Link[]>;
  /** The questions of the first minutes. */
  readonly guide: Guide;
  /** Whether the product is still folded into empty slots, as at the start of a first visit. */
  readonly folded: Signal<boolean>;
  /** The walk along the number lines. */
  readonly walk: Walk;
  /** The links that the reader touches, in whichever view: one, or those of a whole path. */
  readonly lit: Signal<readonly Part[]>;
  /** The view that looks closer, below the chain rule; at most one, so that three linked views are open at the most. */
  readonly closer: Signal<CloserId | undefined>;
  /** Everything the core can do: fetched when somebody first asks, then the same one for all. */
  readonly wholeEngine: () => Promise<WholeEngine>;
  /** What opens links and files and keeps the work: fetched after the first rendering, or before it where it is needed. */
  readonly arrival: () => Promise<Arrival>;
}

/** One row of tiles that changes its face: the change itself, the ratio to its neighbour, the symbol for that ratio. */
export type Face = 'change' | 'ratio' | 'symbol';

/** How far the reader has followed the nudge of the chosen parameter. */
export interface Walk {
  /** Hops taken; undefined = all of them are shown, nobody walks. */
  readonly hops: Signal<number | undefined>;
  readonly face: Signal<Face>;
  /** Height in pixels that the whole story takes: kept while it is told hop by hop, so that nothing jumps. */
  readonly room: Signal<number>;
  restart(room?: number): void;
}

function createWalk(playground: Playground): Walk {
  const hops = signal<number | undefined>(undefined);
  const face = signal<Face>('change');
  const room = signal(0);
  // Another parameter, another walk.
  let walked = playground.pick.peek();
  effect(() => {
    const pick = playground.pick.value;
    if (sameRef(pick, walked)) return;
    walked = pick;
    hops.value = undefined;
    face.value = 'change';
  });
  return {
    hops,
    face,
    room,
    restart: (height = 0) => {
      room.value = height;
      hops.value = 0;
      face.value = 'change';
    },
  };
}

/** What is lit stays so until another quantity is explained. */
function createLit(playground: Playground): Signal<readonly Part[]> {
  const lit = signal<readonly Part[]>([]);
  let explained = playground.pick.peek();
  effect(() => {
    const pick = playground.pick.value;
    if (!sameRef(pick, explained)) lit.value = [];
    explained = pick;
  });
  return lit;
}

/** How symbols are written. The same object until that changes, so that what shows only symbols does not follow each number. */
function createWriting(playground: Playground): ReadonlySignal<Writing> {
  let last: Writing | undefined;
  return computed(() => {
    const s = playground.scenario.value;
    const next: Writing = {
      notation: playground.notation.value,
      slim: isSlim(s),
      depth: s.layers.length,
      outputs: outputCount(s),
    };
    const same = last && (Object.keys(next) as (keyof Writing)[]).every((key) => next[key] === last?.[key]);
    last = same ? last : next;
    return last as Writing;
  });
}

export function createPageState(
  playground: Playground,
  unguarded: Playground,
  guide: Guide,
  wholeEngine: () => Promise<WholeEngine>,
  arrival: () => Promise<Arrival>,
  isFirstVisit: boolean,
): PageState {
  const writing = createWriting(playground);
  const known = computed<Known>(() => {
    const stage = playground.stage.value;
    const forward = (layer: number) => stage === undefined || isForward(stage, layer);
    const back = (layer: number) => stage === undefined || isBackward(stage, layer);
    return {
      cost: stage?.phase !== 'forward',
      backward: back(playground.pick.value.layer),
      update: stage === undefined || stage.phase === 'update',
      walking: stage !== undefined,
      forward,
      back,
      drawnBack: (layer) => back(layer) && !isHidden('backward'),
    };
  });
  const links = computed<readonly Link[]>(() =>
    playground.derivation.value.factors
      .filter(({ of, by }) => known.value.back((of.kind === 'C' ? by.layer : of.layer) ?? 0))
      .map((f) => ({ ...f, tint: tintOf(f.of) })),
  );
  const walk = createWalk(playground);
  return {
    playground,
    unguarded,
    writing,
    known,
    links,
    folded: createFolded(playground, walk.hops, guide, isFirstVisit),
    walk,
    guide,
    lit: createLit(playground),
    closer: signal<CloserId | undefined>(undefined),
    wholeEngine,
    arrival,
  };
}

const Context = createContext<PageState | undefined>(undefined);
export const PageProvider = Context.Provider;

export function usePage(): PageState {
  const state = useContext(Context);
  if (!state) throw new Error('usePage outside of PageProvider');
  return state;
}
