import { expect, test } from 'vitest';
import type { ParameterCheck } from '../../../../bindings/backprop';
import { firstWeight } from '../../../../web/src/scenario/refs';
import { startNotation } from '../../../../web/src/scenario/start';
import { agreement, digitsShared, leastOf, parted } from '../../../../web/src/view/check/digits';

test('a relative difference tells how many leading digits agree', () => {
  expect([1e-10, 3e-5, 0.2, 1, 7].map(digitsShared)).toEqual([10, 4, 0, 0, 0]);
  expect(digitsShared(0)).toBe(Number.POSITIVE_INFINITY);
});

test('two numbers are cut after what they have in common, and so many digits are said to agree', () => {
  expect(parted('−0.0159962206448', '−0.0159962206443', 3.4e-11)).toEqual({
    common: '−0.015996220644',
    rests: ['8', '3'],
    digits: 11,
  });
  // A carry: their difference is below a billionth, and the ninth digit is another all the same.
  expect(parted('0.00721405779129', '0.00721405778635', 6.8e-10)).toMatchObject({ common: '0.0072140577', digits: 8 });
  expect(parted('0.72140578', '0.72140578', 1e-13)).toMatchObject({ rests: ['', ''], digits: 13 });
  expect(parted('0', '0', 0)).toEqual({ common: '0', rests: ['', ''], digits: Number.POSITIVE_INFINITY });
  expect(parted('0', '−0.157', 1)).toEqual({ common: '', rests: ['0', '−0.157'], digits: 0 });
  // What is written tells nothing of these.
  expect(parted('0.99999999', '1.0000000', 1e-8).digits).toBe(8);
  expect(parted('1.2345×10⁻⁸', '1.2345×10⁻⁷', 0.9).digits).toBe(0);
});

test('the least of all is the one with the fewest digits on its row, whatever its error', () => {
  const row = (analytic: number, numeric: number, atKink = false): ParameterCheck => {
    const error = Math.abs(analytic - numeric) / Math.abs(analytic);
    return { ref: firstWeight, analytic, numeric, step: 1e-6, error, atKink };
  };
  // The second differs by less, and in an earlier digit.
  const rows = [row(0.500000003, 0.5000000039), row(0.9123456701, 0.9123456699), row(0.3, 0.9, true)];
  expect(rows.map((one) => agreement(one, startNotation).digits)).toEqual([9, 7, 0]);
  expect(leastOf({ worst: 0, parameters: rows }, startNotation)).toEqual({ index: 1, digits: 7 });
  expect(leastOf({ worst: -1, parameters: rows.slice(2) }, startNotation)).toBeUndefined();
});
