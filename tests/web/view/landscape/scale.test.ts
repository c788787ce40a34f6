import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pixelOf, roundUp, ticks, valueAt } from '../../../../web/src/view/landscape/scale';

test('a value and its pixel are each other’s, also on an axis that runs upwards', () => {
  const scale = { from: -2, to: 6, start: 300, end: 20 };
  expect(pixelOf(-2, scale)).toBe(300);
  expect(pixelOf(6, scale)).toBe(20);
  const value = fc.double({ min: -2, max: 6, noNaN: true });
  fc.assert(fc.property(value, (v) => Math.abs(valueAt(pixelOf(v, scale), scale) - v) < 1e-12));
});

test('even the largest numbers have a pixel', () => {
  const most = Number.MAX_VALUE;
  expect(pixelOf(most, { from: -most / 4, to: most / 4, start: 0, end: 100 })).toBeCloseTo(250, 9);
});

describe('roundUp', () => {
  test('gives the next of 1, 2, 5, 10 …, and leaves those as they are', () => {
    expect([0.013, 0.02, 0.3, 1, 1.01, 7, 5000].map((x) => roundUp(x))).toEqual([0.02, 0.02, 0.5, 1, 2, 10, 5000]);
  });

  test('stays finite', () => {
    expect(roundUp(1.7e308)).toBe(Number.MAX_VALUE);
  });

  test('has an answer for what is no size', () => {
    expect([0, -1, Number.NaN, Number.POSITIVE_INFINITY].map((x) => roundUp(x))).toEqual([1, 1, 1, 1]);
  });
});

test('ticks are round numbers within the ends, without the noise of binary fractions', () => {
  expect(ticks({ from: -1, to: 1 }, 5)).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(ticks({ from: 0, to: 0.3 }, 4)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(ticks({ from: 0.21, to: 0.39 }, 4)).toEqual([0.25, 0.3, 0.35]);
});
