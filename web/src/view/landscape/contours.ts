/**
 * Lines of equal cost through a grid of costs, by marching squares: each cell of four neighbouring points is crossed by a
 * level where its corners lie on both sides of it, at the place that a straight line between the corners gives. Written
 * without small arrays, since it is done anew in every frame of a drag.
 */
export interface Grid {
  /** (resolution × resolution), row-major: the first axis, x, slow. */
  readonly costs: ArrayLike<number>;
  readonly resolution: number;
}

/** Takes a piece of a contour inside one cell, from (x, y) to (x, y) in cells from the low corner. */
type TakePiece = (level: number, fromX: number, fromY: number, toX: number, toY: number) => void;

/** `count` levels between the least and the largest finite cost, closer together near the least, where the valley is. */
export function levelsOf({ costs }: Grid, count: number): number[] {
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < costs.length; i++) {
    const c = costs[i] ?? Number.NaN;
    if (!Number.isFinite(c)) continue;
    least = Math.min(least, c);
    largest = Math.max(largest, c);
  }
  if (!(largest > least)) return [];
  return Array.from({ length: count }, (_, k) => least + (largest - least) * ((k + 1) / (count + 1)) ** 2);
}

/** The pieces of all levels, ascending, cell by cell. */
export function contours({ costs, resolution }: Grid, levels: readonly number[], take: TakePiece): void {
  for (let i = 0; i + 1 < resolution; i++) {
    for (let j = 0; j + 1 < resolution; j++) {
      const at = i * resolution + j;
      const a = costs[at] ?? Number.NaN;
      const b = costs[at + resolution] ?? Number.NaN;
      const c = costs[at + resolution + 1] ?? Number.NaN;
      const d = costs[at + 1] ?? Number.NaN;
      if (!Number.isFinite(a + b + c + d)) continue;
      const least = Math.min(a, b, c, d);
      const largest = Math.max(a, b, c, d);
      for (const level of levels) {
        if (level > largest) break;
        if (level > least) cross(i, j, a, b, c, d, level, take);
      }
    }
  }
}

/** One level through one cell with the corners a, b, c, d, in turn round it from the low one. */
function cross(i: number, j: number, a: number, b: number, c: number, d: number, level: number, take: TakePiece): void {
  const [aboveA, aboveB, aboveC, aboveD] = [a >= level, b >= level, c >= level, d >= level];
  // Where the level crosses each side of the cell.
  const bottom = i + (level - a) / (b - a);
  const right = j + (level - b) / (c - b);
  const top = i + (level - d) / (c - d);
  const left = j + (level - a) / (d - a);
  const crossesBottom = aboveA !== aboveB;
  const crossesTop = aboveD !== aboveC;
  if (crossesBottom && crossesTop && aboveA === aboveC) {
    // A saddle: the middle decides which crossings belong together.
    if ((a + b + c + d) / 4 >= level === aboveA) {
      take(level, bottom, j, i + 1, right);
      take(level, i, left, top, j + 1);
    } else {
      take(level, bottom, j, i, left);
      take(level, i + 1, right, top, j + 1);
    }
  } else if (crossesBottom && crossesTop) take(level, bottom, j, top, j + 1);
  else if (crossesBottom) {
    if (aboveB !== aboveC) take(level, bottom, j, i + 1, right);
    else take(level, bottom, j, i, left);
  } else if (crossesTop) {
    if (aboveB !== aboveC) take(level, i + 1, right, top, j + 1);
    else take(level, i, left, top, j + 1);
  } else take(level, i, left, i + 1, right);
}
