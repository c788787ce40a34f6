/**
 * The activation curve inside a neuron: which stretch of the z axis to show, and where a point, the curve and the tangent
 * fall. The stretch grows in powers of two, so that the picture stands still while a number is dragged.
 */
import type { Activation } from '../../scenario/types';

/** The least stretch that shows what is typical of the curve: its kink or its bend. */
const leastReach: Record<Activation, number> = {
  identity: 1,
  relu: 1,
  leaky_relu: 1,
  elu: 2,
  softplus: 4,
  sigmoid: 4,
  tanh: 2,
  gelu: 4,
  silu: 4,
  sin: 4,
  cos: 4,
  exp: 2,
  softmax: 4,
};

export interface Plot {
  /** z runs from −reach to +reach */
  readonly reach: number;
  readonly low: number;
  readonly high: number;
}

/** The stretch itself must be finite; a point beyond is shown at the edge. */
const mostReach = 2 ** 1000;

/** Half-width of the shown stretch for a point at z. A z that is not finite is shown at the edge. */
export function reachFor(activation: Activation, z: number): number {
  const least = leastReach[activation];
  if (!Number.isFinite(z)) return least;
  return Math.min(mostReach, Math.max(least, 2 ** Math.ceil(Math.log2(Math.abs(z) * 1.25 || 1))));
}

/** `count` points from −reach to +reach. */
export const stretch = (reach: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => -reach + (2 * reach * i) / (count - 1));

/** The height the curve needs, zero included, with a little air. */
export function plotFor(reach: number, values: Float64Array): Plot {
  const finite = Array.from(values).filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  const air = (high - low || 1) * 0.08;
  return { reach, low: low - air, high: high + air };
}

/** Pixel of (z, a), in a square of half-side `half` around the origin; y grows downwards. */
export function place(plot: Plot, half: number, z: number, a: number): { x: number; y: number } {
  const clamp = (t: number) => Math.max(-1.5, Math.min(1.5, t));
  return {
    x: half * clamp(z / plot.reach),
    y: -half * clamp((2 * (a - plot.low)) / (plot.high - plot.low) - 1),
  };
}

export function polyline(plot: Plot, half: number, zs: Float64Array, values: Float64Array): string {
  let points = '';
  zs.forEach((z, i) => {
    const a = values[i] ?? Number.NaN;
    if (!Number.isFinite(a)) return;
    const { x, y } = place(plot, half, z, a);
    points += `${x.toFixed(1)},${y.toFixed(1)} `;
  });
  return points;
}

/** Direction of the tangent on screen, as a unit vector, for a slope da/dz. */
export function tangent(plot: Plot, slope: number): { x: number; y: number } {
  const rise = (-slope * 2 * plot.reach) / (plot.high - plot.low);
  const length = Math.hypot(1, rise) || 1;
  return Number.isFinite(rise) ? { x: 1 / length, y: rise / length } : { x: 0, y: slope < 0 ? 1 : -1 };
}
