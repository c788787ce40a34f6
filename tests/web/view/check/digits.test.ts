import { expect, test } from 'vitest';
import { digitsShared, parted } from '../../../../web/src/view/check/digits';

test('a relative difference tells how many leading digits agree', () => {
  expect([1e-10, 3e-5, 0.2, 1, 7].map(digitsShared)).toEqual([10, 4, 0, 0, 0]);
  expect(digitsShared(0)).toBe(Number.POSITIVE_INFINITY);
});

test('two numbers are cut after what they have in common, the whole where they are alike', () => {
  expect(parted('−0.2228074', '−0.2228079')).toEqual({ common: '−0.222807', rests: ['4', '9'] });
  expect(parted('0', '0')).toEqual({ common: '0', rests: ['', ''] });
  expect(parted('0', '−0.157')).toEqual({ common: '', rests: ['0', '−0.157'] });
});
