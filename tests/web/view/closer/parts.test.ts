import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadWhole } from '../../../../web/src/engine/load';
import { createPace } from '../../../../web/src/state/pace';
import { checked, diagnosed, type Parts } from '../../../../web/src/view/closer/parts';
import { largest, starving } from '../../../../web/src/view/diagnose/overExamples';
import { scenarios } from '../../../bindings/networks';

const engine = await loadWhole();

/** A clock on which each look takes so many milliseconds: a slow computer, whose parts are as small as can be. */
const slow = (): (() => number) => {
  let now = 0;
  return () => (now += 1000);
};

function atOnce<T>(parts: Parts<T>): { result: T; shares: number[] } {
  const shares: number[] = [];
  for (;;) {
    const next = parts.next();
    if (next.done) return { result: next.value, shares };
    shares.push(next.value);
  }
}

test('in however small parts, diagnosis and check come to what the engine says at once', () => {
  fc.assert(
    fc.property(scenarios, (s) => {
      for (const clock of [slow(), undefined]) {
        expect(atOnce(diagnosed(engine, s, clock)).result).toEqual(engine.diagnose(s));
        expect(atOnce(checked(engine, s, clock)).result).toEqual(engine.check(s));
      }
    }),
    { numRuns: 60 },
  );
});

test('what is done of a check only grows', () => {
  fc.assert(
    fc.property(scenarios, (s) => {
      const { shares } = atOnce(checked(engine, s, slow()));
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test.each([0.01, 0.3, 5])('a pace comes to parts of a slice, where one of the work takes %d ms', (each) => {
  let now = 0;
  const pace = createPace(64, () => now);
  const took: number[] = [];
  for (let n = 0; n < 30; n++) {
    pace((count) => {
      now += count * each;
      took.push(count * each);
    });
  }
  expect(Math.max(...took.slice(10))).toBeLessThanOrEqual(12 + each);
  expect(Math.min(...took.slice(10))).toBeGreaterThan(4);
});

test('the largest sum of a unit, and whether anything comes in, are those of the examples one by one', () => {
  fc.assert(
    fc.property(scenarios, (s) => {
      s.layers.forEach(({ weights }, layer) => {
        weights.forEach((_, unit) => {
          const traces = s.examples.map((__, n) => engine.evaluate(s, n).layers[layer]);
          const zs = traces.map((trace) => trace?.z[unit] ?? Number.NaN);
          const { result } = atOnce(largest(engine, s, layer, unit));
          expect(result).toEqual({ z: Math.max(...zs), size: Math.max(...zs.map(Math.abs)) });
          const starved = traces.every((trace) => trace?.z[unit] === 0 && trace.x.every((x) => x === 0));
          expect(atOnce(starving(engine, s, layer, unit)).result).toBe(starved);
        });
      });
    }),
    { numRuns: 40 },
  );
});
