import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../../web/src/engine';
import { withAlpha } from '../../../../web/src/scenario/edits';
import { presets } from '../../../../web/src/scenario/presets';
import { parameters } from '../../../../web/src/scenario/refs';
import { startScenario } from '../../../../web/src/scenario/start';
import type { Scenario } from '../../../../web/src/scenario/types';
import { drift, endingLower, farthest } from '../../../../web/src/view/slips/drift';
import { predictions } from '../../../../web/src/view/slips/predictions';
import { withFewExamples } from '../../../../web/src/view/slips/sample';
import { distanceFromKink, scenarios } from '../../../bindings/networks';
import { costOf, gradientOf, nudged } from '../../../e2e/oracle';

const engine = await loadEngine();
const first = { layer: 0, unit: 0, input: 0 };

const finished = <T>(run: Generator<void, T>): T => {
  for (;;) {
    const next = run.next();
    if (next.done) return next.value;
  }
};

/** The exploding chain after the steps that its sentence invites to: an infinite cost. */
const exploded = engine.descend(presets.exploding as Scenario, 4).scenario;

describe('the nudge', () => {
  test('decides nothing where the cost is infinite, and says where it is too small to move the parameter', () => {
    const { truth, lost, all } = predictions(engine, exploded, first, 0.01);
    expect(truth).toBeNaN();
    expect(lost).toBe(true);
    for (const { verdict } of all) expect(verdict).toBe('notFinite');
    expect(predictions(engine, startScenario, first, 0.01).lost).toBe(false);
  });

  test('finds the factors right and each mistake as far off as the teaching notes say', () => {
    const { truth, all } = predictions(engine, startScenario, first, 0.01);
    expect(truth).toBeCloseTo(costOf(nudged(startScenario, first, 0.01)) - costOf(startScenario), 12);
    expect(all[0]?.gradient).toBeCloseTo(gradientOf(startScenario, first), 8);
    const said = Object.fromEntries(all.map(({ kind, gradient }) => [kind ?? 'right', Number(gradient.toFixed(3))]));
    expect(said).toMatchObject({
      right: -0.223,
      forgotSlope: -0.949,
      forgotInput: -0.186,
      valuesBack: -0.034,
      added: 1.499,
      forgotTwo: -0.111,
    });
    expect(all.filter(({ verdict }) => verdict === 'wrongWay').map(({ kind }) => kind)).toEqual(['added']);
  });

  test('comes as close to the right prediction as it is small, in any network away from its kinks', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), (s, k) => {
        fc.pre(distanceFromKink(s) > 1e-2);
        const all = parameters(s);
        const ref = all[k % all.length];
        if (!ref) return;
        const { truth, all: claims } = predictions(engine, s, ref, 1e-5);
        const right = claims.find(({ kind }) => kind === undefined);
        // What the nudge leaves out is quadratic in it; the rest is the rounding of two costs.
        expect(Math.abs((right?.predicted ?? 0) - truth)).toBeLessThan(1e-8 + 1e-2 * Math.abs(truth));
      }),
    );
  });

  test('what a gradient predicts is that gradient times the nudge, bit for bit', () => {
    for (const { gradient, predicted } of predictions(engine, presets.xor, first, 0.01).all)
      expect(predicted + 0).toBe(gradient * 0.01 + 0);
  });

  test('asks all examples, though a step may take a batch', () => {
    const s = { ...presets.xor, descent: { ...presets.xor.descent, batch: 1 } };
    const { truth, all } = predictions(engine, s, first, 1e-4);
    expect(all[0]?.predicted).toBeCloseTo(truth, 7);
    const slips = engine.slips(presets.xor, first);
    expect(all.find(({ kind }) => kind === 'forgotSlope')?.gradient).toBe(
      slips.find(({ kind }) => kind === 'forgotSlope')?.gradient,
    );
  });
});

describe('a network of many examples', () => {
  const many = { ...presets.xor, examples: Array.from({ length: 500 }, () => presets.xor.examples).flat() };
  const batched = { ...many, descent: { ...many.descent, batch: 1000 } };

  test('is asked about so few of them that the page answers, and about its own document where those are all', () => {
    const few = withFewExamples(batched, 2000);
    expect(few.examples).toEqual(many.examples.slice(0, Math.floor(2000 / parameters(many).length)));
    expect(() => engine.descend(few, 1)).not.toThrow();
    expect(withFewExamples(presets.xor, 2000)).toBe(presets.xor);
    expect(withFewExamples(many, 1).examples).toHaveLength(1);
  });
});

describe('the runs', () => {
  const fast = withAlpha(startScenario, 2);

  test('start alike; the right one is what descend gives', () => {
    const right = finished(drift(engine, startScenario, first, undefined, 20));
    expect(right.costs).toEqual(engine.descend(startScenario, 20).costs);
    const uphill = finished(drift(engine, startScenario, first, 'wrongSign', 20));
    expect(uphill.costs[0]).toBe(right.costs[0]);
    expect(uphill.costs[1]).toBeCloseTo(0.183, 3);
  });

  test('all at once and one after another part after a step, as the teaching notes say', () => {
    expect(finished(drift(engine, fast, first, undefined, 1)).values[1]).toBeCloseTo(0.846, 3);
    expect(finished(drift(engine, fast, first, 'outputFirst', 1)).values[1]).toBeCloseTo(1.07, 2);
  });

  test('drift apart: farther than after one step, farther with a larger rate, and never from themselves', () => {
    const [slow, faster] = [startScenario, fast].map((s) => {
      const [right, wrong] = ([undefined, 'outputFirst'] as const).map((kind) =>
        finished(drift(engine, s, first, kind, 20)),
      );
      if (!right || !wrong) throw new Error('no run');
      expect(farthest(right, right)).toBe(0);
      expect(farthest(wrong, right)).toBeGreaterThanOrEqual(
        Math.abs((wrong.values[1] ?? Number.NaN) - (right.values[1] ?? Number.NaN)),
      );
      return farthest(wrong, right);
    });
    expect(faster).toBeGreaterThan(3 * (slow ?? Number.NaN));
  });

  test('of a mistake may end lower, which is told of those that come to their end alone', () => {
    const runs = ([undefined, 'wrongSign', 'forgotSlope'] as const).map((kind) =>
      finished(drift(engine, startScenario, first, kind, 20)),
    );
    expect(endingLower(runs).map(({ kind }) => kind)).toEqual(['forgotSlope']);
    const stopped = runs.map((run, k) => (k === 2 ? { ...run, costs: run.costs.slice(0, 10) } : run));
    expect(endingLower(stopped)).toEqual([]);
    expect(endingLower(runs.slice(0, 2))).toEqual([]);
  });

  test('end where the numbers would become infinite', () => {
    const steep = withAlpha(presets.exploding, 10);
    const run = finished(drift(engine, steep, first, 'wrongSign', 20));
    expect(run.costs.length).toBeLessThan(21);
    expect(run.costs.every(Number.isFinite)).toBe(true);
    expect(run.values).toHaveLength(run.costs.length);
  });
});
