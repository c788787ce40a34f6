import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../../web/src/engine';
import { withParameter } from '../../../../web/src/scenario/edits';
import { presets } from '../../../../web/src/scenario/presets';
import { parameters } from '../../../../web/src/scenario/refs';
import { isSlim } from '../../../../web/src/scenario/shape';
import { startScenario } from '../../../../web/src/scenario/start';
import { chainOf, mostLayers, shallowOf } from '../../../../web/src/view/depth/chains';
import { areSame, productsOf } from '../../../../web/src/view/depth/law';
import { scenarios } from '../../../bindings/networks';

const engine = await loadEngine();
const relu = { activation: 'relu', weight: 1 } as const;
const sigmoid = { activation: 'sigmoid', weight: 1 } as const;

describe('one neuron', () => {
  test('says of the shown example what the network says, whatever the network', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), (s, n) => {
        const example = n % s.examples.length;
        fc.pre((s.examples[example]?.inputs ?? []).some((x) => Math.abs(x) > 1e-3));
        const { outputs, loss, layers } = engine.evaluate(s, example);
        const shallow = engine.evaluate(shallowOf(s, example, layers.at(-1)?.z ?? []));
        expect(shallow.loss).toBeCloseTo(loss, 9);
        outputs.forEach((y, i) => {
          expect(shallow.outputs[i]).toBeCloseTo(y, 9);
        });
      }),
    );
  });

  test('is the built-in shallow example for the note’s chain', () => {
    const z = engine.evaluate(startScenario).layers.at(-1)?.z ?? [];
    const [[weight] = []] = shallowOf(startScenario, 0, z).layers[0]?.weights ?? [];
    expect(weight).toBeCloseTo(presets.shallow.layers[0]?.weights[0]?.[0] ?? 0, 12);
  });
});

describe('a chain', () => {
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
