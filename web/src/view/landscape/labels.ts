/** Where contours carry their cost. Pure geometry, in CSS pixels. */
import { contours, type Grid } from './contours';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Label extends Place {
  readonly level: number;
}

/** From places in a grid to pixels. */
export interface Pixels {
  readonly toX: (i: number) => number;
  readonly toY: (j: number) => number;
}

/** Half the size of a label, with a little room. */
const half = { x: 25, y: 10 };
/** Half of the size of a mark. */
const mark = 6;
/** Farther apart than this, labels need not be. */
const apart = 90;

const overlap = (a: Place, b: Place, x: number, y: number): boolean =>
  Math.abs(a.x - b.x) <= x && Math.abs(a.y - b.y) <= y;

/** Points along a line, so close that no label fits between two. */
export function along(from: Place, to: Place): Place[] {
  const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / mark);
  return Array.from({ length: count + 1 }, (_, k) => ({
    x: from.x + ((to.x - from.x) * k) / (count || 1),
    y: from.y + ((to.y - from.y) * k) / (count || 1),
  }));
}

/** A place on each of the levels that has one: away from the edge, the marks and the other labels, else near the middle. */
export function labelled(
  grid: Grid,
  levels: readonly number[],
  { toX, toY }: Pixels,
  marks: readonly Place[],
): Label[] {
  const last = grid.resolution - 1;
  const edge = { left: toX(0) + 28, bottom: toY(0) - 12, right: toX(last) - 28, top: toY(last) + 12 };
  const middle = { x: (toX(0) + toX(last)) / 2, y: (toY(0) + toY(last)) / 2 };
  const labels: Label[] = [];
  for (const level of levels) {
    let best: Label | undefined;
    let least = Number.POSITIVE_INFINITY;
    contours(grid, [level], (_, a, b, c, d) => {
      const place = { x: toX((a + c) / 2), y: toY((b + d) / 2) };
      if (place.x < edge.left || place.x > edge.right || place.y < edge.top || place.y > edge.bottom) return;
      const hides =
        labels.some((label) => overlap(label, place, 2 * half.x, 2 * half.y)) ||
        marks.some((one) => overlap(one, place, half.x + mark, half.y + mark));
      if (hides) return;
      const nearest = [...labels, ...marks].reduce((near, one) => Math.min(near, distance(one, place)), apart);
      const cost = distance(place, middle) - 2 * nearest;
      if (cost >= least) return;
      least = cost;
      best = { level, ...place };
    });
    if (best) labels.push(best);
  }
  return labels;
}

const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);
