// The page's text for readers without scripts is written by hand; its numbers are the engine's.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../web/src/engine';
import { formatNumber } from '../../web/src/format/number';
import { parameters } from '../../web/src/scenario/refs';
import { startNotation, startScenario } from '../../web/src/scenario/start';

const engine = await loadEngine();
const page = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');
const article = /<article[\s\S]*<\/article>/.exec(page)?.[0] ?? '';
const text = article.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const written = (x: number): string => formatNumber(x, startNotation);

describe('the worked example', () => {
  test('starts from the start document', () => {
    const [w1, w2, w3] = startScenario.layers.map(({ weights }) => weights[0]?.[0]);
    const { inputs, targets } = startScenario.examples[0] ?? { inputs: [], targets: [] };
    expect(text).toContain(`i₁ = ${inputs[0]}, and y should be ${targets[0]}`);
    expect(text).toContain(`w₁ = ${w1}, w₂ = ${w2} and w₃ = ${w3} may change`);
    expect(text).toContain(`α = ${startScenario.descent.alpha}`);
  });

  test('goes forward through the engine’s activations to its cost', () => {
    const { layers, loss } = engine.evaluate(startScenario);
    for (const [k, { a }] of layers.entries()) {
      expect(text).toMatch(new RegExp(`a${'₁₂₃'[k]} = [^,]*= ${written(a[0] ?? Number.NaN)}`));
    }
    expect(text).toMatch(new RegExp(`C = \\([^)]*\\)² = ${written(loss)}`));
  });

  test('goes backward through the engine’s factors to each gradient', () => {
    for (const ref of parameters(startScenario)) {
      const { factors, gradient } = engine.derive(startScenario, ref);
      const product = factors.map(({ value }) => (value < 0 ? `(${written(value)})` : written(value))).join(' × ');
      const line = text.slice(text.indexOf(`∂C/∂w${'₁₂₃'[ref.layer]} = `));
      expect(line).toContain(`${product} = ${written(gradient)}`);
    }
  });

  test('updates each weight to what a step of the engine makes of it', () => {
    const { scenario, costs } = engine.descend(startScenario, 1);
    for (const [k, { weights }] of scenario.layers.entries()) {
      const after = written(weights[0]?.[0] ?? Number.NaN);
      expect(text).toMatch(new RegExp(`w${'₁₂₃'[k]} ← [^,]*= ${after}`));
    }
    expect(text).toContain(`C falls from ${written(costs[0] ?? Number.NaN)} to ${written(costs[1] ?? Number.NaN)}`);
  });
});
