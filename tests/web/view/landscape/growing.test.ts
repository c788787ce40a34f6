import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contours, levelsOf } from '../../../../web/src/view/landscape/contours';
import { type Block, type Ground, growing, type Part } from '../../../../web/src/view/landscape/growing';

const cost = (x: number, y: number) => (x - 0.3) ** 2 + 2 * (y + 0.2) ** 2;
const place = ([from, to]: Part, k: number, resolution: number) => from + ((to - from) * k) / (resolution - 1);

const costsOf: Block = ([x = [0, 0], y], resolution) =>
  Float64Array.from({ length: resolution ** (y ? 2 : 1) }, (_, k) =>
    y
      ? cost(place(x, Math.floor(k / resolution), resolution), place(y, k % resolution, resolution))
      : cost(place(x, k, resolution), 0),
  );

const axes: readonly Part[] = [
  [-1, 1],
  [-2, 2],
];
const pictures = fc.record({
  dimensions: fc.constantFrom(1, 2),
  points: fc.integer({ min: 2, max: 24 }),
  perBlock: fc.integer({ min: 1, max: 30 }),
});

/** All that is shown of a picture while it grows, and the whole. */
function grown(dimensions: number, points: number, perBlock: number) {
  const steps = growing(costsOf, axes.slice(0, dimensions), points, perBlock);
  const partial: Ground[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { partial, whole: value };
    partial.push(value);
  }
}

const finite = ({ costs }: Ground): number => costs.filter(Number.isFinite).length;

describe('a landscape that grows block by block', () => {
  test('has as many points as are asked for, all there at the end, each where it belongs', () => {
    fc.assert(
      fc.property(pictures, ({ dimensions, points, perBlock }) => {
        const { whole } = grown(dimensions, points, perBlock);
        expect(whole.partial).toBeUndefined();
        expect(whole.resolution).toBeGreaterThanOrEqual(points);
        expect(whole.costs).toHaveLength(whole.resolution ** dimensions);
        const atOnce = costsOf(axes.slice(0, dimensions), whole.resolution);
        expect(whole.costs.every((c, k) => Math.abs(c - (atOnce[k] ?? Number.NaN)) < 1e-9)).toBe(true);
      }),
    );
  });

  test('shows at each moment more than before, and of it nothing that the whole does not have', () => {
    fc.assert(
      fc.property(pictures, ({ dimensions, points, perBlock }) => {
        const { partial, whole } = grown(dimensions, points, perBlock);
        for (const [i, ground] of partial.entries()) {
          expect(ground.partial).toBe(true);
          expect(finite(ground)).toBeGreaterThan(i === 0 ? 0 : finite(partial[i - 1] as Ground));
          expect(ground.costs.every((c, k) => Number.isNaN(c) || Math.abs(c - (whole.costs[k] ?? 0)) < 1e-9)).toBe(
            true,
          );
        }
      }),
    );
  });

  test('has contours only where it has grown', () => {
    const { partial } = grown(2, 17, 4);
    for (const ground of partial) {
      const isThere = (i: number, j: number) => Number.isFinite(ground.costs[i * ground.resolution + j]);
      let pieces = 0;
      contours(ground, levelsOf(ground, 8), (_level, ...ends) => {
        pieces++;
        expect(ends.every(Number.isFinite)).toBe(true);
        const [x, y, toX, toY] = ends;
        expect(isThere(Math.floor(Math.min(x, toX)), Math.floor(Math.min(y, toY)))).toBe(true);
      });
      expect(pieces).toBeGreaterThan(0);
    }
  });
});
