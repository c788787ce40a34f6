import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { high, holding, holds, low, rangeAround, rangeFor, zoomed } from '../../../../web/src/view/landscape/range';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('the range of an axis', () => {
  test('holds the value it is chosen for, and 0', () => {
    fc.assert(
      fc.property(value, (v) => {
        const range = rangeAround(v);
        return holds(range, v) && low(range) < 0 && high(range) > 0;
      }),
    );
  });

  test('stands still while the value stays on it and grows when the value would leave it', () => {
    fc.assert(
      fc.property(value, value, (v, next) => {
        const range = rangeAround(v);
        const after = holding(range, [next]);
        return holds(range, next) ? after === range : holds(after, next) && after.half > range.half;
      }),
    );
  });

  test('has a finite length however large the value', () => {
    for (const range of [rangeAround(1.7e308), holding(rangeAround(1), [-1.7e308])]) {
      expect(Number.isFinite(high(range) - low(range))).toBe(true);
    }
  });

  test('shows what belongs to the point as long as it is not far off', () => {
    expect(holds(rangeFor(0.4, [1.9]), 1.9)).toBe(true);
    expect(rangeFor(0.4, [1e9, Number.POSITIVE_INFINITY, Number.NaN])).toEqual(rangeAround(0.4));
  });

  test('zooms about a value, which keeps its place', () => {
    const range = { center: 0, half: 2 };
    const closer = zoomed(range, 0.5, 1);
    expect(closer.half).toBe(1);
    expect((1 - low(closer)) / (2 * closer.half)).toBeCloseTo((1 - low(range)) / (2 * range.half), 12);
    expect(zoomed(closer, 2, 1)).toEqual(range);
  });
});
