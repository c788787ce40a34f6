import { strings } from '../../format/strings';

/** How far a factor's bar reaches on a shared log scale: −1 … 1, 0 where the factor is 1. */
export interface Bar {
  readonly reach: number;
}

/** One factor of ten fills at least this share of half the track. */
const leastDecades = 1;

/** Bars of all factors on one scale; a factor of 0 (or not a number) reaches fully to the left. */
export function barFor(values: readonly number[]): Bar[] {
  const decades = values.map((v) => Math.log10(Math.abs(v)));
  const widest = Math.max(leastDecades, ...decades.filter(Number.isFinite).map(Math.abs));
  return decades.map((d) => ({ reach: Number.isFinite(d) ? d / widest : d > 0 ? 1 : -1 }));
}

/** What a factor of this size, other than 0, does to the nudge, in words. */
export const effectOf = (size: number): string =>
  size > 1 ? strings.chain.grows : size < 1 ? strings.chain.shrinksIt : strings.chain.keeps;
