// What explains a network beside its derivatives, through the WebAssembly: check, landscape, initialise, examples,
// diagnose, slips. The numbers themselves are the core's tests; here they must arrive whole and agree with each other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEngine, ScenarioError } from '../../web/src/engine';
import { withParameter } from '../../web/src/scenario/edits';
import { parameterAt, parameters } from '../../web/src/scenario/refs';
import { startScenario } from '../../web/src/scenario/start';
import type { Scenario } from '../../web/src/scenario/types';
import { distanceFromKink, entry, scenarios } from './networks';

const engine = await loadEngine();
const w1 = { layer: 0, unit: 0, input: 0 };
const w3 = { layer: 2, unit: 0, input: 0 };
/** Relative: the rounding of a cost, some 1e-16, over the step, 6e-6, over the least size an error is measured by, 1e-6. */
const differenceError = 1e-4;

const pathRefused = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof ScenarioError) return error.path;
    throw error;
  }
  return 'nothing was refused';
};

test('check holds each parameter of any network against the gradient and names the worst', () => {
  fc.assert(
    fc.property(scenarios, (s) => {
      fc.pre(distanceFromKink(s) > 1e-3);
      const { worst, parameters: checked } = engine.check(s);
      const { layers } = engine.gradient(s);
      expect(checked.map(({ ref }) => ref)).toEqual(parameters(s));
      for (const { ref, analytic, error, atKink } of checked) {
        expect(analytic).toBe(entry(s, layers, ref));
        expect(atKink).toBe(false);
        expect(error).toBeLessThanOrEqual(checked[worst]?.error ?? Number.NaN);
      }
      expect(checked[worst]?.error).toBeLessThan(differenceError);
    }),
    { numRuns: 30 },
  );
});

test('check names a parameter on a kink and has no worst beside it', () => {
  const s: Scenario = { ...startScenario, layers: [{ activation: 'relu', weights: [[0]] }] };
  const { worst, parameters: checked } = engine.check(s);
  expect(worst).toBe(-1);
  expect(checked.map(({ atKink }) => atKink)).toEqual([true]);
});

describe('landscape', () => {
  const costAt = (x: number, y: number) =>
    engine.gradient(withParameter(withParameter(startScenario, w1, x), w3, y)).cost;

  test('is the cost at every point, both ends included, the first axis slow', () => {
    const options = {
      axes: [w1, w3],
      ranges: [
        [-1, 1],
        [0, 3],
      ],
      resolution: 3,
    } as const;
    const { costs } = engine.landscape(startScenario, options);
    expect(costs).toEqual(Float64Array.from([-1, 0, 1].flatMap((x) => [0, 1.5, 3].map((y) => costAt(x, y)))));
  });

  test('over one axis is a line', () => {
    const { costs } = engine.landscape(startScenario, { axes: [w1], ranges: [[0, 1]], resolution: 512 });
    expect(costs).toHaveLength(512);
    expect(costs.at(-1)).toBe(costAt(1, parameterAt(startScenario, w3)));
  });

  test.each([
    ['axes', { axes: [] }],
    ['axes.0', { axes: [{ layer: 0, unit: 0 }] }],
    ['axes.0.unit', { axes: [{ layer: 0, unit: 1, input: 0 }] }],
    [
      'axes.1',
      {
        axes: [w1, w1],
        ranges: [
          [0, 1],
          [0, 1],
        ],
      },
    ],
    ['ranges', { ranges: [] }],
    ['ranges.0', { ranges: [[0]] }],
    ['ranges.0.1', { ranges: [[0, Number.NaN]] }],
    ['resolution', { resolution: 513 }],
    ['steps', { steps: 1 }],
  ])('refuses %s', (path, wrong) => {
    const options = { axes: [w1], ranges: [[0, 1]], resolution: 2, ...wrong } as never;
    expect(pathRefused(() => engine.landscape(startScenario, options))).toBe(path);
  });
});

describe('initialise', () => {
  const wide: Scenario = {
    ...startScenario,
    layers: [
      {
        activation: 'tanh',
        weights: Array.from({ length: 4 }, () => [1, 1]),
        biases: [1, 1, 1, 1],
        frozen: { weights: true },
      },
      { activation: 'sigmoid', weights: [[1, 1, 1, 1]] },
    ],
    examples: [{ inputs: [1, 2], targets: [0] }],
  };
  const weights = ({ layers }: Scenario) => layers.flatMap((layer) => layer.weights.flat());

  test.each(['uniform', 'xavier', 'he'] as const)('%s gives new weights by seed and leaves the rest', (scheme) => {
    const fresh = engine.initialise(wide, { scheme, seed: 1 });
    expect(new Set(weights(fresh)).size).toBe(weights(wide).length);
    expect(fresh.layers[0]?.biases).toEqual([0, 0, 0, 0]);
    expect({ ...fresh, layers: [] }).toEqual({ ...wide, layers: [] });
    expect(engine.initialise(wide, { scheme, seed: 1 })).toEqual(fresh);
    expect(weights(engine.initialise(wide, { scheme, seed: 2 }))).not.toEqual(weights(fresh));
  });

  test('zeros gives zeros', () => {
    expect(new Set(weights(engine.initialise(wide, { scheme: 'zeros', seed: 1 })))).toEqual(new Set([0]));
  });

  test.each([
    ['scheme', { scheme: 'xavier_normal', seed: 1 }],
    ['seed', { scheme: 'he', seed: -1 }],
    ['seed', { scheme: 'he' }],
    ['options', undefined],
  ])('refuses %s', (path, options) => {
    expect(pathRefused(() => engine.initialise(wide, options as never))).toBe(path);
  });
});

describe('examples', () => {
  test('of a table are its rows, again and again', () => {
    const rows = engine.examples({ name: 'and_table', count: 5, noise: 0, seed: 0 });
    expect(rows.map(({ inputs, targets }) => [...inputs, ...targets].join(''))).toEqual([
      '000',
      '010',
      '100',
      '111',
      '000',
    ]);
  });

  test('are those a document with the dataset is computed with', () => {
    const dataset = { name: 'moons', count: 50, noise: 0.1, seed: 7 } as const;
    const { examples: _, ...rest } = startScenario;
    const layers = [{ activation: 'sigmoid' as const, weights: [[0.3, -0.4]] }];
    const named = { ...rest, layers, dataset } as unknown as Scenario;
    expect(engine.gradient(named)).toEqual(engine.gradient({ ...rest, layers, examples: engine.examples(dataset) }));
  });

  test.each([
    ['dataset', undefined],
    ['dataset.name', { name: 'square', count: 1, noise: 0, seed: 0 }],
    ['dataset.count', { name: 'circle', count: 10_001, noise: 0, seed: 0 }],
    ['dataset.noise', { name: 'circle', count: 1, noise: -1, seed: 0 }],
    ['dataset.seed', { name: 'circle', count: 1, noise: 0 }],
  ])('refuses %s', (path, dataset) => {
    expect(pathRefused(() => engine.examples(dataset as never))).toBe(path);
  });
});

describe('diagnose', () => {
  test('finds nothing wrong with the start document', () => {
    expect(engine.diagnose(startScenario)).toEqual([]);
  });

  test('gives a finding the fields of its kind and no others', () => {
    const deep = Array.from({ length: 8 }, () => ({ activation: 'sigmoid' as const, weights: [[1]] }));
    const [vanishing] = engine.diagnose({ ...startScenario, layers: deep });
    expect(vanishing).toEqual({
      kind: 'vanishing',
      layer: expect.any(Number),
      value: expect.any(Number),
      norms: expect.any(Float64Array),
      through: 'slope',
    });
    expect(vanishing?.norms).toHaveLength(8);
    const huge = { ...startScenario, layers: [{ activation: 'exp' as const, weights: [[1000]] }] };
    expect(engine.diagnose(huge)).toEqual([{ kind: 'nonFinite', layer: 0, unit: 0, quantity: 'a', example: 0 }]);
  });

  test('names the α above which the step of a straight neuron raises the cost: 1 / x²', () => {
    const s: Scenario = {
      ...startScenario,
      layers: [{ activation: 'identity', weights: [[3]] }],
      descent: { rule: 'gradient_descent', alpha: 1 },
    };
    expect(engine.diagnose(s)).toEqual([{ kind: 'alphaTooLarge', value: expect.closeTo(1 / 1.44, 12) }]);
  });
});

describe('slips', () => {
  test('are whole networks after one wrong step', () => {
    const found = engine.slips(startScenario, w1);
    expect(found.length).toBeGreaterThan(5);
    for (const { after, scenario } of found) {
      expect(parameterAt(scenario, w1)).toBe(after);
      expect(engine.evaluate(scenario).loss).toBeTypeOf('number');
    }
  });

  test('with the wrong sign climb by as much as the right step goes down', () => {
    const wrong = engine.slips(startScenario, w1).find(({ kind }) => kind === 'wrongSign');
    const { gradient, update } = engine.derive(startScenario, w1);
    expect(wrong?.gradient).toBe(gradient);
    expect((wrong?.after ?? 0) - 0.4).toBeCloseTo(0.4 - (update?.after ?? 0), 14);
  });

  test('refuse an activation, which no step moves', () => {
    expect(pathRefused(() => engine.slips(startScenario, { layer: 0, unit: 0 } as never))).toBe('ref');
  });
});
