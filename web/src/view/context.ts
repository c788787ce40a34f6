/** What every component of the page may ask for: the playground, how symbols are written, and which link is lit. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Factor, Part, Quantity } from '../../../bindings/backprop';
import { quantityOf, sameQuantity, type Writing } from '../format/symbol';
import { isWeight } from '../scenario/refs';
import { isSlim, outputCount } from '../scenario/shape';
import type { ParameterRef } from '../scenario/types';
import type { Playground } from '../state/playground';

/** A factor of the chosen derivation and the colour that it has everywhere. */
export interface Link extends Factor {
  readonly tint: number;
}

/** What has been computed so far in the present phase; what has not is absent from the page. */
export interface Known {
  readonly cost: boolean;
  readonly backward: boolean;
  readonly update: boolean;
  /** True while a step is walked through phase by phase. */
  readonly walking: boolean;
}

export interface PageState {
  readonly playground: Playground;
  readonly writing: ReadonlySignal<Writing>;
  readonly known: ReadonlySignal<Known>;
  /** The factors of the chosen derivation; none before the backward phase. */
  readonly links: ReadonlySignal<readonly Link[]>;
  /** The link that the reader touches, in whichever view. */
  readonly lit: Signal<Part | undefined>;
}

export const tintCount = 6;

export function createPageState(playground: Playground): PageState {
  const writing = computed<Writing>(() => {
    const s = playground.scenario.value;
    return {
      notation: playground.notation.value,
      slim: isSlim(s),
      depth: s.layers.length,
      outputs: outputCount(s),
    };
  });
  const known = computed<Known>(() => {
    const phase = playground.phase.value;
    return {
      cost: phase !== 'forward',
      backward: phase === undefined || phase === 'backward' || phase === 'update',
      update: phase === undefined || phase === 'update',
      walking: phase !== undefined,
    };
  });
  const links = computed<readonly Link[]>(() =>
    known.value.backward ? playground.derivation.value.factors.map((f, i) => ({ ...f, tint: i % tintCount })) : [],
  );
  return { playground, writing, known, links, lit: signal<Part | undefined>(undefined) };
}

export const sameLink = (a: Part | undefined, b: Part | undefined): boolean =>
  a !== undefined && b !== undefined && sameQuantity(a.of, b.of) && sameQuantity(a.by, b.by);

/** The link that leads to `q` on the chosen chain. */
export const linkTo = (links: readonly Link[], q: Quantity): Link | undefined =>
  links.find((link) => sameQuantity(link.of, q));

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

/** Handlers that light a link while it is pointed at or focused. */
export function useLighting(link: Part | undefined) {
  const { lit } = usePage();
  if (!link) return {};
  const on = () => {
    lit.value = link;
  };
  const off = () => {
    if (sameLink(lit.peek(), link)) lit.value = undefined;
  };
  return { onPointerEnter: on, onPointerLeave: off, onFocusCapture: on, onBlurCapture: off };
}
