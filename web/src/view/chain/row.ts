/** The row of factors as the reader wants it: which end first, and each factor whole or opened into its parts. */
import { signal } from '@preact/signals';
import type { Derivation, Part } from '../../../../bindings/backprop';
import { samePart } from '../../format/symbol';
import { neighbours } from '../../scenario/neighbours';
import type { ParameterRef, Ref, Scenario } from '../../scenario/types';
import type { Link } from '../links';

/** The cost first: the order of the backward phase. Otherwise that of a nudge, which the note writes. */
export const costFirst = signal(false);

/** Each factor as slope and weight. */
export const opened = signal(false);

export interface RowTile {
  /** What the tile shows: a factor, or a part of one. */
  readonly link: Link;
  /** The factor that it lights. */
  readonly whole: Link;
}

/** The tiles in the order in which they are read. */
export function tilesOf(links: readonly Link[], order: { costFirst: boolean; opened: boolean }): readonly RowTile[] {
  const tiles = links.flatMap((whole): RowTile[] =>
    order.opened && whole.parts.length > 0
      ? whole.parts.map((part) => ({ link: { ...part, parts: [], tint: whole.tint }, whole }))
      : [{ link: whole, whole }],
  );
  return order.costFirst ? tiles.reverse() : tiles;
}

export interface Sharing {
  /** Another parameter, whose product ends as this one does. */
  readonly with: ParameterRef;
  /** The factors of that end, in the order of a nudge. */
  readonly shared: readonly Part[];
  /** What the neighbour has of its own. */
  readonly own: readonly Part[];
}

/** What the chosen product has in common with that of a neighbour: backpropagation computes it once. */
export function sharingOf(
  s: Scenario,
  pick: Ref,
  factors: readonly Part[],
  derive: (ref: Ref) => Derivation,
): Sharing | undefined {
  for (const neighbour of neighbours(s, pick)) {
    const others = derive(neighbour).factors;
    const shared = factors.filter((f) => others.some((other) => samePart(f, other)));
    if (shared.length > 0) {
      return { with: neighbour, shared, own: others.filter((f) => !shared.some((part) => samePart(f, part))) };
    }
  }
  return undefined;
}
