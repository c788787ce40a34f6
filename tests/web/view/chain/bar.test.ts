import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barFor } from '../../../../web/src/view/chain/bar';

const factor = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((x) => Math.abs(x) > 1e-9);

describe('barFor', () => {
  test('reaches left where a factor shrinks and right where it grows, whatever its sign, never beyond the track', () => {
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1 }), (values) => {
        for (const [i, { reach }] of barFor(values).entries()) {
          const size = Math.abs(values[i] ?? 0);
          expect(Math.abs(reach)).toBeLessThanOrEqual(1);
          expect(Math.sign(reach) || 0).toBe(Math.sign(Math.log10(size)) || 0);
        }
      }),
    );
  });

  test('has one log scale for all: two factors reach together as far as their product', () => {
    const [tenth, hundredth, product] = barFor([0.1, 0.01, 0.001]);
    expect((tenth?.reach ?? 0) + (hundredth?.reach ?? 0)).toBeCloseTo(product?.reach ?? 0, 12);
    expect(product?.reach).toBe(-1);
  });

  test('is nothing for a factor of 1, and reaches all the way left for 0 and right for ∞', () => {
    const reaches = barFor([1, 0, -0, Number.POSITIVE_INFINITY, Number.NaN]).map(({ reach }) => reach);
    expect(reaches).toEqual([0, -1, -1, 1, -1]);
  });

  test('does not blow small differences up to full bars', () => {
    for (const { reach } of barFor([0.9, 1.1])) expect(Math.abs(reach)).toBeLessThan(0.1);
  });
});
