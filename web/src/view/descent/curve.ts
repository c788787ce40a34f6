/** The cost over the steps of a run, as a line in a box of the given size. Pure geometry. */
export interface CurveBox {
  readonly width: number;
  readonly height: number;
  /** Positions on the x axis: the run so far, and room for more. */
  readonly span: number;
  /** Cost at the top edge. */
  readonly top: number;
}

const leastSpan = 20;
const pad = 4;

/** A box that holds `costs`, and the costs of another run that begin at a later position. */
export function boxFor(
  costs: Float64Array,
  width: number,
  height: number,
  other?: { readonly costs: Float64Array; readonly from: number },
): CurveBox {
  const last = Math.max(costs.length - 1, other ? other.from + other.costs.length - 1 : 0);
  const top = Math.max(highest(costs), other ? highest(other.costs) : 0);
  return { width, height, span: Math.max(leastSpan, last), top: top || 1 };
}

function highest(costs: Float64Array): number {
  let top = 0;
  for (const c of costs) if (Number.isFinite(c) && c > top) top = c;
  return top;
}

export const xOf = (position: number, box: CurveBox): number => pad + ((box.width - 2 * pad) * position) / box.span;
export const yOf = (cost: number, box: CurveBox): number =>
  box.height - pad - (box.height - 2 * pad) * Math.max(0, Math.min(1, cost / box.top));

/** The position nearest to a pixel, within the run. */
export const positionAt = (x: number, box: CurveBox, length: number): number =>
  Math.max(0, Math.min(length - 1, Math.round(((x - pad) / (box.width - 2 * pad)) * box.span)));

/**
 * The line from `from` to `to` (both included), drawn `offset` positions further right; at most two points a pixel, the least
 * and the largest cost there.
 */
export function curvePath(costs: Float64Array, from: number, to: number, box: CurveBox, offset = 0): string {
  const perPixel = Math.max(1, Math.floor((box.span + 1) / Math.max(1, box.width)));
  let path = '';
  for (let start = from; start <= to; start += perPixel) {
    const end = Math.min(to, start + perPixel - 1);
    let low = start;
    let high = start;
    for (let i = start; i <= end; i++) {
      if ((costs[i] ?? 0) < (costs[low] ?? 0)) low = i;
      if ((costs[i] ?? 0) > (costs[high] ?? 0)) high = i;
    }
    for (const i of low === high ? [low] : [Math.min(low, high), Math.max(low, high)]) {
      const cost = costs[i];
      if (cost === undefined || !Number.isFinite(cost)) continue;
      path += `${path ? 'L' : 'M'}${xOf(i + offset, box).toFixed(1)} ${yOf(cost, box).toFixed(1)}`;
    }
  }
  return path;
}
