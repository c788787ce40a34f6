/** Which stretch of an axis is drawn. It stands still while the point moves on it, and grows when the point would leave it. */
export interface Range {
  readonly center: number;
  readonly half: number;
}

export const low = ({ center, half }: Range): number => center - half;
export const high = ({ center, half }: Range): number => center + half;

/** This part of the half may be filled before the range grows. */
const full = 0.95;

export const holds = (range: Range, value: number): boolean => Math.abs(value - range.center) <= full * range.half;

/** No half is larger, so that a range has a finite length. */
const mostHalf = Number.MAX_VALUE / 4;

/** From −half to +half, a power of two with room around the value: 0, where much changes, is always in the picture. */
export const rangeAround = (value: number): Range => ({
  center: 0,
  half: Math.min(mostHalf, Math.max(1, 2 ** Math.ceil(Math.log2(1.25 * Math.abs(value) || 1)))),
});

/** Doubled until it holds the finite ones of `values`; the range itself where it does. */
export function holding(range: Range, values: readonly number[]): Range {
  let { half } = range;
  const farthest = Math.max(0, ...values.filter(Number.isFinite).map((v) => Math.abs(v - range.center)));
  while (farthest > full * half && half < mostHalf) half = Math.min(mostHalf, 2 * half);
  return half === range.half ? range : { ...range, half };
}

/** A range for a point and for what else should be seen with it, as long as that is not far off. */
export function rangeFor(value: number, others: readonly number[]): Range {
  const near = rangeAround(value);
  return holding(
    near,
    others.filter((v) => Math.abs(v) <= 4 * near.half),
  );
}

/** Closer (factor < 1) or farther, while `about` keeps its place. */
export const zoomed = ({ center, half }: Range, factor: number, about: number): Range => ({
  center: about + (center - about) * factor,
  half: half * factor,
});
