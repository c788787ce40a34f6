import { expect, test } from 'vitest';
import { loadEngine } from '../../../../web/src/engine';
import { presets } from '../../../../web/src/scenario/presets';
import { parameters } from '../../../../web/src/scenario/refs';
import { startNotation, startScenario } from '../../../../web/src/scenario/start';
import type { Scenario } from '../../../../web/src/scenario/types';
import { beyondFinite } from '../../../../web/src/view/landscape/beyondFinite';

const engine = await loadEngine();
const writing = { notation: startNotation, slim: true, depth: 5, outputs: 1 };
const beyond = (s: Scenario) => beyondFinite(engine.gradient(s), s, parameters(s), writing);

test('an infinite cost is named, else the first infinite slope, and nothing where all are finite', () => {
  expect(beyond(startScenario)).toBeUndefined();
  const after = (steps: number) => engine.descend(presets.exploding as Scenario, steps).scenario;
  expect(beyond(after(1))).toBeUndefined();
  expect(beyond(after(4))).toBe('C');
  const s = after(4);
  const steep = { ...engine.gradient(s), cost: 1 };
  expect(beyondFinite(steep, s, parameters(s), writing)).toBe('∂C/∂w₁');
});
