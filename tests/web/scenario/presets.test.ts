import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../web/src/engine';
import { exampleWords } from '../../../web/src/format/strings/examples';
import { parseScenario } from '../../../web/src/scenario/parse';
import { presets } from '../../../web/src/scenario/presets';
import { parameters } from '../../../web/src/scenario/refs';
import type { Scenario } from '../../../web/src/scenario/types';

const engine = await loadEngine();
const withAlpha = (s: Scenario, alpha: number): Scenario => ({ ...s, descent: { ...s.descent, alpha } });
const gradients = (s: Scenario) => parameters(s).map((ref) => engine.derive(s, ref).gradient);

describe('every built-in example shows what its sentence says', () => {
  test('each is a document that parse takes as it is, with a sentence of its own', () => {
    for (const [id, scenario] of Object.entries(presets)) {
      expect(parseScenario(scenario), id).toEqual({ ok: true, value: scenario, notices: [] });
    }
    expect(Object.keys(exampleWords.look).sort()).toEqual(Object.keys(presets).sort());
  });

  test('shallow says what the note says, through one weight', () => {
    expect(engine.evaluate(presets.shallow).outputs[0]).toBeCloseTo(engine.evaluate(presets.note).outputs[0] ?? 0, 12);
    expect(parameters(presets.shallow)).toHaveLength(1);
  });

  test('the two routes of the diamond have opposite signs: −0.240 and +0.165 add up to −0.076', () => {
    const last = engine.derive(presets.diamond, { layer: 0, unit: 0 }).factors.at(-1);
    const [upper, lower] = last?.terms?.map((term) => term.value) ?? [];
    expect(upper).toBeCloseTo(-0.24, 3);
    expect(lower).toBeCloseTo(0.165, 3);
    expect(last?.value).toBeCloseTo(-0.076, 3);
  });

  test('the textbook network has the published loss before and the right one after a step', () => {
    expect(engine.evaluate(presets.textbook).loss).toBeCloseTo(0.298371109, 9);
    expect(engine.descend(presets.textbook, 1).costs[1]).toBeCloseTo(0.29102777369359933, 14);
  });

  test('XOR is learned within 600 steps', () => {
    const { scenario } = engine.descend(presets.xor, 600);
    for (const [k, { targets }] of presets.xor.examples.entries()) {
      expect(Math.abs((engine.evaluate(scenario, k).outputs[0] ?? Number.NaN) - targets[0])).toBeLessThan(0.1);
    }
  });

  test('behind a dead ReLU every gradient is 0 although the cost is not', () => {
    expect(gradients(presets.dead).map(Math.abs)).toEqual([0, 0, 0]);
    expect(engine.evaluate(presets.dead).loss).toBe(0.25);
  });

  test('six sigmoids shrink the first gradient to less than a five-hundredth of the last', () => {
    const all = gradients(presets.vanishing);
    expect(Math.abs(all[0] ?? 1)).toBeLessThan(Math.abs(all.at(-1) ?? 0) / 500);
  });

  test('every factor of the exploding chain grows the nudge, and the run soon stops at an infinite number', () => {
    const { factors } = engine.derive(presets.exploding, { layer: 0, unit: 0, input: 0 });
    expect(factors.every((f) => Math.abs(f.value) > 1)).toBe(true);
    const { costs, diverged } = engine.descend(presets.exploding, 20);
    expect(costs[1]).toBeGreaterThan(costs[0] ?? 0);
    expect(diverged).toBeDefined();
  });

  test('the mean cost of XOR falls at every step, and that of two examples rises on the way', () => {
    const { costs } = engine.descend(presets.xor, 100);
    expect(costs.every((cost, n) => n === 0 || cost < (costs[n - 1] ?? 0))).toBe(true);
    const walked = (steps: number) => engine.descend(presets.xor, steps).scenario;
    const rises = [0, 1, 2, 3].filter((n) => engine.evaluate(walked(5), n).loss > engine.evaluate(walked(0), n).loss);
    expect(rises).toEqual([0, 1]);
  });

  test('one α falls, one overshoots and recovers, one kills the first ReLU', () => {
    const costs = (alpha: number) => [...engine.descend(withAlpha(presets.fates, alpha), 40).costs];
    const [start = 0, next = 0] = costs(2);
    expect(next).toBeLessThan(start);
    const overshoot = costs(8);
    expect(overshoot[1]).toBeGreaterThan(start);
    expect(overshoot.at(-1)).toBeLessThan(start / 10);
    const killed = costs(10);
    expect(killed[1]).toBeGreaterThan(start);
    expect(killed.at(-1)).toBe(killed[1]);
  });

  test('an error of almost 1 can have a gradient of almost 0', () => {
    expect(engine.evaluate(presets.confident).loss).toBeGreaterThan(0.999);
    expect(Math.abs(gradients(presets.confident)[0] ?? 1)).toBeLessThan(1e-5);
  });
});
