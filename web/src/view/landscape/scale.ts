/** From values to pixels along an axis, and the round values at which it is marked. */
export interface Scale {
  /** Values at the first and the last pixel. */
  readonly from: number;
  readonly to: number;
  /** Pixels; y axes run upwards, so that `start` is the larger one. */
  readonly start: number;
  readonly end: number;
}

export function pixelOf(value: number, { from, to, start, end }: Scale): number {
  const along = value - from;
  // Two of the largest numbers are farther apart than any number tells.
  const share = Number.isFinite(along) ? along / (to - from) : value / (to - from) - from / (to - from);
  return start + share * (end - start);
}

export const valueAt = (pixel: number, { from, to, start, end }: Scale): number =>
  from + ((pixel - start) / (end - start)) * (to - from);

/** One of `digits` times a power of ten, at least `size`. */
export function roundUp(size: number, digits: readonly number[] = [1, 2, 5]): number {
  if (!(size > 0) || !Number.isFinite(size)) return 1;
  const power = 10 ** Math.floor(Math.log10(size));
  const digit = digits.find((d) => d * power >= size * (1 - 1e-9)) ?? 10;
  return Math.min(digit * power, Number.MAX_VALUE);
}

/** Round values between the ends, about `count` of them. */
export function ticks({ from, to }: Pick<Scale, 'from' | 'to'>, count: number): number[] {
  const step = roundUp((to - from) / Math.max(1, count));
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  // Multiplied and not added up, and without the noise of binary fractions.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
