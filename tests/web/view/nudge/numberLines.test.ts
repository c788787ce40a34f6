import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { magnifierFor, niceStep, positionOf, ticksAround } from '../../../../web/src/view/nudge/numberLines';

const change = fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((x) => Math.abs(x) > 1e-12);
const changes = fc.array(change, { minLength: 1, maxLength: 8 });
const middle = 50;

describe('number lines under one magnifier', () => {
  test('keep every change on its line, the largest well away from the middle and from the end', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const magnifier = magnifierFor(all);
        const away = all.map((x) => Math.abs(positionOf(x, magnifier) - middle));
        expect(Math.max(...away)).toBeLessThanOrEqual(middle);
        expect(Math.max(...away)).toBeGreaterThan(middle / 2);
      }),
    );
  });

  test('show changes in proportion, to the left where they are negative', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const magnifier = magnifierFor(all);
        for (const x of all) expect(positionOf(x, magnifier) - middle).toBeCloseTo((100 * x) / magnifier.range, 6);
      }),
    );
  });

  test('have a scale even where nothing moves or a change is not finite', () => {
    for (const all of [[0], [], [Number.NaN], [Number.POSITIVE_INFINITY, 0.1]]) {
      const { range, step } = magnifierFor(all);
      expect(Number.isFinite(range) && range > 0 && step > 0).toBe(true);
    }
    expect(positionOf(Number.NaN, magnifierFor([1]))).toBe(middle);
  });

  test('carry ticks at round values, each where its value is', () => {
    const before = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(changes, before, (all, at) => {
        const magnifier = magnifierFor(all);
        for (const tick of ticksAround(at, magnifier)) {
          const inMinors = tick.value / (magnifier.step / 5);
          expect(Math.abs(inMinors - Math.round(inMinors))).toBeLessThan(1e-6);
          expect(Math.abs(tick.at - positionOf(tick.value - at, magnifier))).toBeLessThan(1e-3);
        }
      }),
    );
  });

  test('label their ticks with as many digits as tell them apart', () => {
    fc.assert(
      fc.property(change, fc.double({ min: -100, max: 100, noNaN: true }), (x, at) => {
        const labels = ticksAround(at, magnifierFor([x]))
          .filter(({ digits }) => digits !== undefined && digits <= 15)
          .map(({ value, digits }) => (value === 0 ? '0' : value.toPrecision(digits)));
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });

  test('leave ticks out where doubles are too coarse for them', () => {
    expect(ticksAround(1e20, magnifierFor([1e-6]))).toEqual([]);
    expect(ticksAround(Number.POSITIVE_INFINITY, magnifierFor([1]))).toEqual([]);
  });
});

describe('niceStep', () => {
  test('is the least of 1, 2 and 5 times a power of ten that is not smaller', () => {
    for (const [x, step] of [
      [1, 1],
      [1.1, 2],
      [2.1, 5],
      [5.1, 10],
      [0.03, 0.05],
      [700, 1000],
    ] as const) {
      expect(niceStep(x)).toBeCloseTo(step, 12);
    }
  });
});
