import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxFor, curvePath, positionAt, xOf, yOf } from '../../../../web/src/view/descent/curve';

const costs = fc
  .array(fc.double({ min: 0, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 300 })
  .map((all) => Float64Array.from(all));
const width = fc.integer({ min: 60, max: 1200 });
const height = 64;
const pointsOf = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

describe('the cost curve', () => {
  test('has a place for every position, from left to right inside the box', () => {
    fc.assert(
      fc.property(costs, width, (all, w) => {
        const box = boxFor(all, w, height);
        const xs = [...all.keys()].map((position) => xOf(position, box));
        for (const [i, x] of xs.entries()) {
          expect(x).toBeGreaterThan(i === 0 ? 0 : (xs[i - 1] ?? 0));
          expect(x).toBeLessThan(w);
        }
      }),
    );
  });

  test('finds the position that is drawn at a pixel again', () => {
    fc.assert(
      fc.property(costs, width, fc.nat(), (all, w, n) => {
        const box = boxFor(all, w, height);
        const position = n % all.length;
        expect(positionAt(xOf(position, box), box, all.length)).toBe(position);
      }),
    );
  });

  test('takes a pixel outside of the run for its nearest end', () => {
    const box = boxFor(Float64Array.of(3, 2, 1), 200, height);
    expect(positionAt(-50, box, 3)).toBe(0);
    expect(positionAt(1000, box, 3)).toBe(2);
  });

  test('draws a larger cost higher and keeps the largest inside the box', () => {
    fc.assert(
      fc.property(costs, width, (all, w) => {
        const box = boxFor(all, w, height);
        for (const { y } of pointsOf(curvePath(all, 0, all.length - 1, box))) {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
      }),
    );
    const box = boxFor(Float64Array.of(0.1, 0.2), 100, height);
    expect(yOf(0.2, box)).toBeLessThan(yOf(0.1, box));
  });

  test('draws a short run point by point', () => {
    const all = Float64Array.of(5, 4, 3, 2);
    expect(pointsOf(curvePath(all, 0, 3, boxFor(all, 300, height)))).toHaveLength(4);
    expect(pointsOf(curvePath(all, 1, 2, boxFor(all, 300, height)))).toHaveLength(2);
  });

  test('draws a long run with no more than two points a pixel and loses no peak', () => {
    const all = Float64Array.from({ length: 100_000 }, (_, i) => (i === 54_321 ? 9 : Math.sin(i) ** 2));
    const box = boxFor(all, 300, height);
    const points = pointsOf(curvePath(all, 0, all.length - 1, box));
    expect(points.length).toBeLessThanOrEqual(2 * 310);
    expect(Math.min(...points.map(({ y }) => y))).toBeCloseTo(yOf(9, box), 0);
  });

  test('leaves a gap of nothing where a cost is infinite, and has a scale where all are 0', () => {
    const all = Float64Array.of(1, Number.POSITIVE_INFINITY, 0.5);
    const box = boxFor(all, 300, height);
    expect(box.top).toBe(1);
    expect(pointsOf(curvePath(all, 0, 2, box))).toHaveLength(2);
    expect(boxFor(Float64Array.of(0, 0), 300, height).top).toBeGreaterThan(0);
  });
});
