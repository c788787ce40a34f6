import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../web/src/engine';
import type { Writing } from '../../../web/src/format/symbol';
import { linkInWords, quantityInWords } from '../../../web/src/format/words';
import { withParameter } from '../../../web/src/scenario/edits';
import { firstWeight } from '../../../web/src/scenario/refs';
import { startNotation as notation, startScenario } from '../../../web/src/scenario/start';
import type { Loss, Ref, Scenario } from '../../../web/src/scenario/types';
import { wide as wideScenario } from '../state/stage';

const engine = await loadEngine();
const slim: Writing = { notation, slim: true, depth: 3, outputs: 1 };
const wide: Writing = { notation, slim: false, depth: 2, outputs: 1 };

const twoOutputs: Scenario = {
  ...wideScenario,
  layers: [
    ...wideScenario.layers.slice(0, 1),
    {
      activation: 'sigmoid',
      weights: [
        [0.7, -0.8],
        [0.1, 0.2],
      ],
    },
  ],
  examples: [{ inputs: [1, 0], targets: [1, 0] }],
};

const sentences = (s: Scenario, ref: Ref, w: Writing): string[] =>
  engine.derive(s, ref).factors.map((factor) => linkInWords(factor, s, engine.evaluate(s), w));

describe('a link in plain words', () => {
  test('a part of a factor is told by itself: the weight on the way, or the slope', () => {
    const factor = engine.derive(startScenario, firstWeight).factors[1];
    const told = (factor?.parts ?? []).map((part) =>
      linkInWords({ ...part, parts: [] }, startScenario, engine.evaluate(startScenario), slim),
    );
    expect(told).toEqual([
      'how strongly z₂ answers a₁: the weight on the way, w₂ (0.700).',
      'how strongly a₂ answers z₂: the slope of ReLU at z₂ (1.00).',
    ]);
  });

  test('says what answers what, and where its value comes from', () => {
    const [own, along, last, cost] = sentences(startScenario, firstWeight, slim);
    expect(own).toMatch(/^how strongly a₁ answers w₁: .*slope of ReLU at z₁.*what the weight multiplies, i₁.*1\.20/);
    expect(along).toMatch(/^how strongly a₂ answers a₁: .*slope of ReLU at z₂.*the weight on the way, w₂.*0\.700/);
    expect(last).toMatch(/^how strongly a₃ answers a₂: .*slope of σ at z₃.*0\.235.*w₃.*1\.50.*0\.352/);
    expect(cost).toMatch(/^how strongly the cost answers a₃: the slope of the cost at yₚ, 2·\(yₚ − y\) = −0\.753\.$/);
  });

  test.each<[Loss, RegExp]>([
    ['squared_error', /at a⁽²⁾₁, 2·\(a⁽²⁾₁ − y₁\) = /],
    ['half_squared_error', /at a⁽²⁾₁, a⁽²⁾₁ − y₁ = /],
    ['mean_squared_error', /, 2·\(a⁽²⁾₁ − y₁\) \/ 2 = /],
    ['absolute_error', /, the sign of a⁽²⁾₁ − y₁ = −1\.00/],
    ['huber', /, a⁽²⁾₁ − y₁, kept within −1 and 1 = /],
    ['binary_cross_entropy', /, \(a⁽²⁾₁ − y₁\) \/ \(a⁽²⁾₁·\(1 − a⁽²⁾₁\)\) = /],
  ])('says of %s what its slope is made of', (loss, said) => {
    const s: Scenario = { ...twoOutputs, loss };
    expect(sentences(s, { layer: 1, unit: 0, input: 0 }, { ...wide, outputs: 2 }).at(-1)).toMatch(said);
  });

  test('says that a link is shut, and which slope holds at the kink', () => {
    const at = (w1: number) => sentences(withParameter(startScenario, firstWeight, w1), firstWeight, slim)[0];
    expect(at(0)).toContain('z₁ is exactly 0: at the kink of ReLU we use the slope 0, as PyTorch does');
    expect(at(-1)).toContain('This link is shut');
    expect(at(-1)).not.toContain('kink');
    expect(at(1)).not.toContain('shut');
  });

  test('names the slope that is used at the kink of any activation and of the absolute error', () => {
    const leaky: Scenario = {
      ...startScenario,
      layers: startScenario.layers.map((layer) => ({ ...layer, activation: 'leaky_relu' })),
    };
    expect(sentences(withParameter(leaky, firstWeight, 0), firstWeight, slim)[0]).toContain(
      'z₁ is exactly 0: at the kink of LeakyReLU we use the slope 0.010',
    );
    // Nothing arrives, so the output is that of z = 0.
    const met: Scenario = {
      ...withParameter(leaky, firstWeight, 0),
      loss: 'absolute_error',
      examples: [{ inputs: [1.2], targets: [0] }],
    };
    expect(sentences(met, firstWeight, slim).at(-1)).toContain(
      'yₚ is exactly the target: at the kink of |·| we use the slope 0, as PyTorch does',
    );
  });

  test('says that a bias counts once, and of a unit that feeds several that its factor is a sum', () => {
    const [bias] = sentences(wideScenario, { layer: 0, unit: 1, bias: true }, wide);
    expect(bias).toContain('a bias is added as it is');
    expect(sentences(twoOutputs, firstWeight, { ...wide, outputs: 2 }).at(-1)).toContain('the sum over all units');
  });
});

test('calls C the cost', () => {
  expect(quantityInWords({ kind: 'C' }, slim)).toBe('the cost');
  expect(quantityInWords({ kind: 'a', layer: 0, unit: 0 }, slim)).toBe('a₁');
});
