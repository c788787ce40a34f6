import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../../web/src/engine';
import { withParameter } from '../../../../web/src/scenario/edits';
import { presets } from '../../../../web/src/scenario/presets';
import { parameters } from '../../../../web/src/scenario/refs';
import { isSlim } from '../../../../web/src/scenario/shape';
import { startNotation, startScenario } from '../../../../web/src/scenario/start';
import type { Scenario } from '../../../../web/src/scenario/types';
import { chainOf, depthBeside, isNetwork, mostLayers, shallowOf } from '../../../../web/src/view/depth/chains';
import { computedText } from '../../../../web/src/view/depth/computedText';
import { areSame, productsOf, swapOf } from '../../../../web/src/view/depth/law';
import { scenarios } from '../../../bindings/networks';

const engine = await loadEngine();
const relu = { activation: 'relu', weight: 1 } as const;
const sigmoid = { activation: 'sigmoid', weight: 1 } as const;

describe('one neuron', () => {
  test('says of the shown example what the network says, whatever the network', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), (s, n) => {
        const example = n % s.examples.length;
        const { outputs, loss, layers } = engine.evaluate(s, example);
        const one = shallowOf(s, example, layers.at(-1)?.z ?? []);
        fc.pre(one !== undefined);
        const shallow = engine.evaluate(one);
        expect(shallow.loss).toBeCloseTo(loss, 9);
        outputs.forEach((y, i) => {
          expect(shallow.outputs[i]).toBeCloseTo(y, 9);
        });
      }),
    );
  });

  test('is the built-in shallow example for the note’s chain', () => {
    const z = engine.evaluate(startScenario).layers.at(-1)?.z ?? [];
    const [[weight] = []] = shallowOf(startScenario, 0, z)?.layers[0]?.weights ?? [];
    expect(weight).toBeCloseTo(presets.shallow.layers[0]?.weights[0]?.[0] ?? 0, 12);
  });

  test('is the network itself where that has one layer, and has a bias only where all inputs are 0', () => {
    const biased = { ...presets.shallow, layers: [{ ...presets.shallow.layers[0], biases: [0.3] }] } as Scenario;
    expect(shallowOf(biased, 0, [0.804])?.layers).toEqual(biased.layers);
    const zeros: Scenario = { ...startScenario, examples: [{ inputs: [0], targets: [1] }] };
    expect(shallowOf(zeros, 0, [0.3])?.layers).toEqual([{ activation: 'sigmoid', weights: [[0]], biases: [0.3] }]);
    expect(shallowOf(zeros, 0, [0])?.layers).toEqual([{ activation: 'sigmoid', weights: [[0]] }]);
  });

  test('has finite weights for inputs of any size, and is none where z is not finite', () => {
    const of = (x: number, z: number) =>
      shallowOf({ ...startScenario, examples: [{ inputs: [x], targets: [1] }] }, 0, [z]);
    for (const x of [1e-200, 1e200]) expect(of(x, 3 * x)?.layers[0]?.weights).toEqual([[3]]);
    for (const z of [Number.POSITIVE_INFINITY, Number.NaN]) expect(of(1.2, z)).toBeUndefined();
  });
});

describe('a chain', () => {
  test('begins as deep as the network, and beside one neuron as deep as the note’s', () => {
    expect(depthBeside(presets.vanishing as Scenario)).toBe(6);
    expect(depthBeside(presets.diamond as Scenario)).toBe(3);
    expect(depthBeside(presets.shallow as Scenario)).toBe(3);
  });

  test('is the network only where that is a chain of as many layers', () => {
    expect(isNetwork(startScenario, 3)).toBe(true);
    expect(isNetwork(startScenario, 4)).toBe(false);
    expect(isNetwork(presets.diamond as Scenario, 3)).toBe(false);
  });

  test('of the depth of the network is the network', () => {
    expect(chainOf(startScenario, 0, 3, relu).layers).toEqual(startScenario.layers);
  });

  test('of any depth has so many layers, one link and one factor more with each, and the engine takes it', () => {
    fc.assert(
      fc.property(
        scenarios,
        fc.integer({ min: 1, max: mostLayers }),
        fc.constantFrom(relu, sigmoid),
        (s, layers, added) => {
          const deep = chainOf(s, 0, layers, added);
          expect(deep.layers).toHaveLength(layers);
          const [first] = parameters(deep);
          if (!first) return;
          const { factors } = engine.derive(deep, first);
          if (s.layers.at(-1)?.weights.length === 1) expect(factors).toHaveLength(layers + 1);
          expect(engine.evaluate(deep).outputs).toHaveLength(s.layers.at(-1)?.weights.length ?? 0);
        },
      ),
    );
  });

  test('grows by layers before the last and shrinks by those before it', () => {
    expect(chainOf(startScenario, 0, 5, sigmoid).layers.map(({ activation }) => activation)).toEqual([
      'relu',
      'relu',
      'sigmoid',
      'sigmoid',
      'sigmoid',
    ]);
    expect(chainOf(startScenario, 0, 2, sigmoid).layers).toEqual([startScenario.layers[0], startScenario.layers[2]]);
    expect(chainOf(presets.xor, 0, 1, relu).layers[0]?.weights).toEqual([[1, 1]]);
  });

  test('gains a factor of at most a quarter with each σ layer, and the factor 1 with a ReLU layer of weight 1', () => {
    const factorsOf = (added: typeof relu | typeof sigmoid) => {
      const deep = chainOf(startScenario, 0, 8, added);
      return engine.derive(deep, parameters(deep)[0] ?? { layer: 0, unit: 0, input: 0 }).factors.slice(2, 7);
    };
    for (const { value } of factorsOf(sigmoid)) expect(Math.abs(value)).toBeLessThanOrEqual(0.25);
    for (const { value } of factorsOf(relu)) expect(value).toBe(1);
  });
});

describe('weight × gradient', () => {
  const productsIn = (s: typeof startScenario) => productsOf(engine, s, parameters(s));

  test('is what it says to the last digits, and 0 where it is 0', () => {
    const s = withParameter(startScenario, { layer: 1, unit: 0, input: 0 }, 0);
    for (const scenario of [startScenario, s]) {
      const { layers } = engine.evaluate(scenario);
      const multiplied = layers.map(({ dC_dW }, k) => (scenario.layers[k]?.weights[0]?.[0] ?? 0) * (dC_dW[0] ?? 0));
      const products = productsIn(scenario);
      expect(products).toHaveLength(multiplied.length);
      // The nudge multiplies from the weight on, the way back from the cost: in one order or the other a product is rounded.
      for (const [k, product] of products.entries()) {
        const expected = multiplied[k] ?? Number.NaN;
        expect(Math.abs(product - expected)).toBeLessThanOrEqual(1e-15 * Math.abs(expected));
      }
    }
  });

  test('is the same for every weight of an open chain of ReLUs, −0.0891 in the note’s', () => {
    const products = productsIn(startScenario);
    expect(areSame(products)).toBe(true);
    expect(products[0]).toBeCloseTo(-0.0891, 4);
  });

  test('is not where sigmoids lie between, nor where nothing passes', () => {
    expect(isSlim(presets.vanishing)).toBe(true);
    expect(areSame(productsIn(presets.vanishing as typeof startScenario))).toBe(false);
    expect(areSame(productsIn(presets.dead as typeof startScenario))).toBe(false);
  });
});

describe('the first and the last weight are swapped', () => {
  const offered = (s: Scenario, example = 0) => swapOf(engine, s, example) !== undefined;

  test('only where their gradients are swapped with them', () => {
    expect(offered(startScenario)).toBe(true);
    expect(offered(presets.exploding as Scenario)).toBe(true);
    expect(offered(presets.vanishing as Scenario)).toBe(false);
    expect(offered(presets.shallow as Scenario)).toBe(false);
  });

  test('not where both gradients are 0 or not finite, nor where a ReLU would shut, nor where the two are alike', () => {
    const of = (first: number, last: number) =>
      withParameter(
        withParameter(startScenario, { layer: 0, unit: 0, input: 0 }, first),
        { layer: 2, unit: 0, input: 0 },
        last,
      );
    expect(offered(presets.dead as Scenario)).toBe(false);
    expect(offered(of(0.4, -1.5))).toBe(false);
    expect(offered(of(0.4, 0.4))).toBe(false);
    const huge = presets.exploding.layers.map((layer) => ({ ...layer, weights: [[1e80]] }));
    expect(offered({ ...(presets.exploding as Scenario), layers: huge })).toBe(false);
  });
});

test('what a chain computes is written out with its biases, and a long one is shortened in the middle', () => {
  const writing = { notation: startNotation, slim: true, depth: 3, outputs: 1 };
  expect(computedText(startScenario, writing)).toBe('σ(w₃·ReLU(w₂·ReLU(w₁·i₁)))');
  const [first, ...others] = startScenario.layers;
  const biased = { ...startScenario, layers: [{ ...first, biases: [0.1] }, ...others] } as Scenario;
  expect(computedText(biased, writing)).toBe('σ(w₃·ReLU(w₂·ReLU(w₁·i₁ + b₁)))');
  expect(computedText(chainOf(startScenario, 0, 6, relu), writing)).toBe('σ(w₆·… ReLU(w₁·i₁) …)');
});
