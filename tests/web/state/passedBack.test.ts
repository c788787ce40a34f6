import { describe, expect, test } from 'vitest';
import { withInput } from '../../../web/src/scenario/edits';
import { presets } from '../../../web/src/scenario/presets';
import { startScenario } from '../../../web/src/scenario/start';
import type { Scenario } from '../../../web/src/scenario/types';
import { passedBack } from '../../../web/src/state/passedBack';
import { engine, wide } from './stage';

const w = (layer: number, unit = 0, input = 0) => ({ layer, unit, input });

describe('what a weight passes back', () => {
  test('is ∂C/∂z of its unit times the weight: at the start −0.186 × 0.4 = −0.0743 to the input', () => {
    const passed = passedBack(engine.derive, startScenario, w(0));
    expect(passed?.through).toBeCloseTo(-0.0743, 4);
    expect(passed?.whole).toBe(passed?.through);
  });

  test('adds up, over all units that a quantity feeds, to how strongly C answers it', () => {
    for (const s of [wide, presets.textbook, presets.diamond, presets.xor] as Scenario[]) {
      for (const [layer, { weights }] of s.layers.entries()) {
        for (const input of (weights[0] ?? []).keys()) {
          const parts = weights.map((_, unit) => passedBack(engine.derive, s, w(layer, unit, input)));
          const sum = parts.reduce((total, part) => total + (part?.through ?? 0), 0);
          expect(parts[0]?.whole).toBeCloseTo(sum, 14);
          if (layer > 0) expect(sum).toBeCloseTo(engine.evaluate(s).layers[layer - 1]?.dC_da[input] ?? 0, 14);
        }
      }
    }
  });

  test('to an input is what a small change of that input shows', () => {
    const h = 1e-5;
    const x = wide.examples[0]?.inputs[1] ?? 0;
    const loss = (value: number) => engine.evaluate(withInput(wide, 0, 1, value)).loss;
    expect(passedBack(engine.derive, wide, w(0, 0, 1))?.whole).toBeCloseTo((loss(x + h) - loss(x - h)) / (2 * h), 8);
  });

  test('is not asked for where the network is as large as it may be', () => {
    const layers = Array.from({ length: 16 }, () => ({ activation: 'tanh', weights: [[0.5]] }) as const);
    expect(passedBack(engine.derive, { ...startScenario, layers }, w(0))).toBeUndefined();
    expect(passedBack(engine.derive, { ...startScenario, layers }, w(1))).toBeDefined();
  });

  test('does not mind what the rule remembers', () => {
    const adam: Scenario = { ...startScenario, descent: { rule: 'adam', alpha: 0.1 } };
    const { scenario } = engine.descend(adam, 3);
    expect(passedBack(engine.derive, scenario, w(0))).toBeDefined();
  });
});
