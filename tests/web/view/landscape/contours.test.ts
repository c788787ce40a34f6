import { describe, expect, test } from 'vitest';
import { contours, type Grid, levelsOf } from '../../../../web/src/view/landscape/contours';

const resolution = 41;
const at = (i: number) => -2 + (4 * i) / (resolution - 1);
const gridOf = (f: (x: number, y: number) => number): Grid => ({
  resolution,
  costs: Float64Array.from({ length: resolution ** 2 }, (_, k) =>
    f(at(Math.floor(k / resolution)), at(k % resolution)),
  ),
});
const bowl = gridOf((x, y) => x * x + y * y);

const contour = (grid: Grid, level: number): [number, number, number, number][] => {
  const pieces: [number, number, number, number][] = [];
  contours(grid, [level], (_, a, b, c, d) => pieces.push([a, b, c, d]));
  return pieces;
};

describe('a contour', () => {
  test('of a bowl is a circle: each end lies where the cost is the level', () => {
    const pieces = contour(bowl, 1);
    expect(pieces.length).toBeGreaterThan(40);
    for (const [a, b, c, d] of pieces) {
      // Straight lines between points a tenth apart miss a circle of radius 1 by about a thousandth.
      expect(Math.hypot(at(a), at(b))).toBeCloseTo(1, 2);
      expect(Math.hypot(at(c), at(d))).toBeCloseTo(1, 2);
    }
  });

  test('inside the picture is closed: every end meets another', () => {
    const level = 1.003; // not the cost of any point of the grid, where four pieces could meet
    const ends = contour(bowl, level).flatMap(([a, b, c, d]) => [
      `${a.toFixed(9)} ${b.toFixed(9)}`,
      `${c.toFixed(9)} ${d.toFixed(9)}`,
    ]);
    for (const end of ends) expect(ends.filter((other) => other === end)).toHaveLength(2);
  });

  test('of a saddle never crosses from one side to the other', () => {
    const pieces = contour(
      gridOf((x, y) => x * y),
      0.3,
    );
    expect(pieces.length).toBeGreaterThan(20);
    for (const [a, b, c, d] of pieces) {
      expect(at(a) * at(b)).toBeCloseTo(0.3, 2);
      expect(at(c) * at(d)).toBeCloseTo(0.3, 2);
      expect(Math.sign(at(a))).toBe(Math.sign(at(c)));
    }
  });

  test('leaves out the cells where the cost is not a finite number', () => {
    const holed = { ...bowl, costs: Float64Array.from(bowl.costs).fill(Number.POSITIVE_INFINITY, 0, 20 * resolution) };
    const pieces = contour(holed, 1);
    expect(pieces.length).toBeGreaterThan(10);
    expect(pieces.every(([a, , c]) => a >= 20 && c >= 20)).toBe(true);
  });
});

test('several levels at once give the pieces of each', () => {
  const count = new Map<number, number>();
  contours(bowl, [0.5, 1, 2], (level) => count.set(level, (count.get(level) ?? 0) + 1));
  expect(count).toEqual(new Map([0.5, 1, 2].map((level) => [level, contour(bowl, level).length])));
});

describe('levels', () => {
  test('lie between the least and the largest cost, closest together at the bottom', () => {
    const levels = levelsOf(bowl, 8);
    expect(levels).toHaveLength(8);
    expect(levels[0]).toBeGreaterThan(0);
    expect(levels.at(-1)).toBeLessThan(8);
    const gaps = levels.slice(1).map((level, k) => level - (levels[k] ?? 0));
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  });

  test('are none where the cost is the same everywhere', () => {
    expect(
      levelsOf(
        gridOf(() => 0.25),
        8,
      ),
    ).toEqual([]);
    expect(
      levelsOf(
        gridOf(() => Number.NaN),
        8,
      ),
    ).toEqual([]);
  });
});
