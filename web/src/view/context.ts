/** What every component of the page may ask for: the playground, how symbols are written, and which link is lit. */
import { computed, effect, type ReadonlySignal, type Signal, signal, useComputed } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useMemo, useRef } from 'preact/hooks';
import type { Factor, Part, Quantity } from '../../../bindings/backprop';
import type { WholeEngine } from '../engine/engine';
import { inputOf, quantityOf, samePart, sameQuantity, type Writing } from '../format/symbol';
import { isWeight, sameRef } from '../scenario/refs';
import { isSlim, outputCount } from '../scenario/shape';
import type { ParameterRef } from '../scenario/types';
import { isBackward, isForward } from '../state/phase';
import type { Playground } from '../state/playground';
import type { Arrival } from './arrival/arrival';
import type { CloserId } from './closer/closer';
import type { Guide } from './guide/guide';
import { isHidden } from './presentation/presentation';

/** A factor of the chosen derivation and the colour that it has everywhere. */
export interface Link extends Factor {
  readonly tint: number;
}

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
  readonly bare: Playground;
  readonly writing: ReadonlySignal<Writing>;
  readonly known: ReadonlySignal<Known>;
  /** The factors of the chosen derivation, as far as they are computed. */
  readonly links: ReadonlySignal<readonly Link[]>;
  /** The questions of the first minutes. */
  readonly guide: Guide;
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

/** The colour of the link to the cost, and those of the links into the layers, in turn. */
const costTint = 3;
const layerTints = [0, 1, 2, 4, 5, 6];

/** A link keeps its colour whichever parameter is chosen, so that what two chains share looks the same in both. */
export const tintOf = (of: Quantity): number =>
  of.kind === 'C' ? costTint : (layerTints[(of.layer ?? 0) % layerTints.length] ?? costTint);

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
  bare: Playground,
  guide: Guide,
  wholeEngine: () => Promise<WholeEngine>,
  arrival: () => Promise<Arrival>,
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
  return {
    playground,
    bare,
    writing,
    known,
    links,
    walk: createWalk(playground),
    guide,
    lit: signal<readonly Part[]>([]),
    closer: signal<CloserId | undefined>(undefined),
    wholeEngine,
    arrival,
  };
}

export const sameLink = (a: Part | undefined, b: Part | undefined): boolean =>
  a !== undefined && b !== undefined && samePart(a, b);

/** Whether a link is among those that are lit. */
export const isLit = (lit: readonly Part[], link: Part | undefined): boolean =>
  lit.some((part) => sameLink(part, link));
/** Whether what is lit, on the chosen chain or not, leads to `q`, or starts at it. */
export const leadsTo = (lit: readonly Part[], q: Quantity): boolean => lit.some(({ of }) => sameQuantity(of, q));
export const startsAt = (lit: readonly Part[], q: Quantity): boolean => lit.some(({ by }) => sameQuantity(by, q));

/** Whether a link that starts at a unit and leads to the cost itself is lit. */
export const isAnswered = (lit: readonly Part[], unit: Quantity): boolean =>
  lit.some(({ of, by }) => of.kind === 'C' && /[az]/.test(by.kind) && by.layer === unit.layer && by.unit === unit.unit);

/** Whether an input is lit: by itself, or by the factor of a weight that it is multiplied by. */
export const isInputLit = (lit: readonly Part[], input: Quantity): boolean =>
  lit.some(({ by }) => sameQuantity(by, input) || multiplies(input, by));

/** Whether this input of the network is what the weight multiplies. */
export const multiplies = (input: Quantity, by: Quantity): boolean =>
  by.kind === 'w' && sameQuantity(inputOf(by), input);

/** How strongly the cost answers a quantity: what lights up where that stands beside the chosen chain. */
export const costBy = (by: Quantity): Part => ({ of: { kind: 'C' }, by, value: Number.NaN });

/** The link that leads to `q` on the chosen chain. */
export const linkTo = (links: readonly Link[], q: Quantity): Link | undefined =>
  links.find((link) => sameQuantity(link.of, q));

/** The link that leads into a unit on the chosen chain: to its activation, or under softmax to its z. */
export const linkInto = (links: readonly Link[], { layer, unit }: { layer: number; unit: number }): Link | undefined =>
  linkTo(links, { kind: 'a', layer, unit }) ?? linkTo(links, { kind: 'z', layer, unit });

/** The link into a weight's unit from the unit before it, as it is carried by the edge between them. */
export const along = (at: ParameterRef): Part | undefined =>
  isWeight(at) && at.layer > 0
    ? {
        of: { kind: 'a', layer: at.layer, unit: at.unit },
        by: { kind: 'a', layer: at.layer - 1, unit: at.input },
        value: Number.NaN,
      }
    : undefined;

/** Whether one of these links runs along the edge of this parameter. */
export const carries = (links: readonly Part[], at: ParameterRef): boolean =>
  links.some((link) => link.of.layer === at.layer && link.of.unit === at.unit && runsAlong(link, at));

/** True when the link is the one that this parameter carries: from the parameter itself, or from the unit it comes from. */
export const runsAlong = ({ by }: Part, at: ParameterRef): boolean =>
  by.kind === 'a'
    ? isWeight(at) && by.layer === at.layer - 1 && by.unit === at.input
    : sameQuantity(by, quantityOf(at));

const Context = createContext<PageState | undefined>(undefined);
export const PageProvider = Context.Provider;

export function usePage(): PageState {
  const state = useContext(Context);
  if (!state) throw new Error('usePage outside of PageProvider');
  return state;
}

/** A link whose value may be an old one. */
export type HeldLink = Pick<Link, 'of' | 'by' | 'value' | 'tint'>;

/**
 * The link of the chosen chain that `find` picks out: the same object for as long as it is the same link, so that what shows
 * no value of it does not follow each number.
 */
export function useLink(find: (links: readonly Link[]) => Link | undefined): HeldLink | undefined {
  const { links } = usePage();
  const held = useRef<Link | undefined>(undefined);
  return useComputed(() => {
    const next = find(links.value);
    if (!sameLink(next, held.current)) held.current = next;
    return held.current;
  }).value;
}

/** Handlers that light links while they are pointed at or focused. */
export function useLighting(...links: (Part | undefined)[]) {
  const { lit } = usePage();
  const parts = links.filter((link) => link !== undefined);
  const held = useRef(parts);
  held.current = parts;
  const handlers = useMemo(() => {
    let mine: readonly Part[] | undefined;
    const on = () => {
      lit.value = mine = held.current;
    };
    const off = () => {
      if (lit.peek() === mine) lit.value = [];
    };
    return { onPointerEnter: on, onPointerLeave: off, onFocusCapture: on, onBlurCapture: off };
  }, [lit]);
  return parts.length ? handlers : {};
}
