/**
 * Parallel number lines under one magnifier: every line shows the same stretch of numbers per pixel, so that lengths compare
 * from line to line. Positions are percent of a line; the middle is where the quantity was.
 */
export interface Tick {
  readonly value: number;
  /** percent */
  readonly at: number;
  /** Significant digits its label needs; undefined = a minor tick without label. */
  readonly digits: number | undefined;
}

export interface Magnifier {
  /** Width of every line in the quantities' own unit. */
  readonly range: number;
  /** Distance of labelled ticks. */
  readonly step: number;
}

/** A share of the half line that the largest change fills. */
const fill = 0.8;
const labelled = 4;
/** A label that needs more digits than this would run into its neighbour. */
const mostDigits = 6;

/** One scale for all the changes shown; their largest fills most of half a line. */
export function magnifierFor(changes: readonly number[]): Magnifier {
  const largest = Math.max(...changes.filter(Number.isFinite).map(Math.abs));
  const range = largest > 0 && Number.isFinite(largest) ? (2 * largest) / fill : 1;
  return { range, step: niceStep(range / labelled) };
}

/** The least of 1, 2, 5 × 10ᵏ that is at least x > 0. */
export function niceStep(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const factor = [1, 2, 5, 10].find((f) => f * power >= x * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Percent along the line of a change from where the quantity was, kept on the line. */
export const positionOf = (change: number, { range }: Magnifier): number =>
  Number.isFinite(change) ? 50 + 100 * Math.max(-0.5, Math.min(0.5, change / range)) : 50;

/** Ticks at round values around `before`. */
export function ticksAround(before: number, { range, step }: Magnifier): Tick[] {
  if (!Number.isFinite(before) || Math.abs(before) > 1e12 * step) return [];
  const minor = step / 5;
  const first = Math.ceil((before - range / 2) / minor);
  const last = Math.floor((before + range / 2) / minor);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const k = first + i;
    const value = k * minor;
    const major = k % 5 === 0;
    const magnitude = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value) * (1 + 1e-9)));
    const needed = Math.max(1, magnitude - Math.floor(Math.log10(step * (1 + 1e-9))) + 1);
    return {
      value,
      at: 50 + (100 * (value - before)) / range,
      digits: major && needed <= mostDigits ? needed : undefined,
    };
  });
}
