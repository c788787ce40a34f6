import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitsThatAdd, formatNumber, parseNumber } from '../../../web/src/format/number';
import { bracketed, productText } from '../../../web/src/format/product';
import { startNotation as notation } from '../../../web/src/scenario/start';

describe('a written product', () => {
  test('has a negative factor in brackets, unless it comes first', () => {
    expect(productText([1.2, 0.7, -0.753], notation, 3)).toBe('1.20 × 0.700 × (−0.753)');
    expect(productText([-0.5, -2], notation, 2)).toBe('−0.50 × (−2.0)');
    expect(bracketed(-0, notation)).toBe('0');
  });

  test('reads back factor by factor', () => {
    const factors = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(factors, (values) => {
        const parts = productText(values, notation, 17).split(/ × /);
        expect(parts.map((part) => parseNumber(part.replace(/[()]/g, '')))).toEqual(values);
      }),
    );
  });
});

describe('digitsThatAdd', () => {
  test('gives terms whose printed values add up to the printed sum', () => {
    const terms = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(terms, (values) => {
        const sum = values.reduce((total, x) => total + x, 0);
        const digits = digitsThatAdd(values, sum, notation);
        const read = (x: number, count: number) => parseNumber(formatNumber(x, notation, { digits: count })) ?? 0;
        const added = values.reduce((total, x) => total + read(x, digits), 0);
        const shown = read(sum, notation.digits);
        // Half a unit of the sum's last digit; with 17 digits only the rounding of the sum itself is left.
        const unit = shown === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(shown))) - notation.digits + 1);
        expect(Math.abs(added - shown)).toBeLessThanOrEqual(digits < 17 ? unit / 2 + 1e-12 : unit / 2 + 1e-9);
      }),
    );
  });
});
