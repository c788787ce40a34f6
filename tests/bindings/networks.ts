// Networks to compute with, and a second, slow way to compute them: the formulas once more in plain TypeScript. What the
// engine and this file agree on does not come from a shared mistake in C++.
import fc from 'fast-check';
import type { Activation, Layer, Loss, ParameterRef, Scenario } from '../../web/src/scenario/types';

/** The lecture note's network: a chain without biases. */
export const chain = (
  weights: readonly number[],
  { input, target, alpha }: { input: number; target: number; alpha: number },
): Scenario => ({
  version: 1,
  layers: weights.map((w, k) => ({ activation: k === weights.length - 1 ? 'sigmoid' : 'relu', weights: [[w]] })),
  examples: [{ inputs: [input], targets: [target] }],
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha },
});

// Away from 0 and not large: central differences stay accurate, relu is seldom near its kink.
const moderate = fc.double({ min: -1.5, max: 1.5, noNaN: true });
const numbers = (count: number) => fc.array(moderate, { minLength: count, maxLength: count });
const activation = fc.constantFrom<Activation>('identity', 'relu', 'sigmoid', 'tanh');

const layer = (inputs: number, units: number): fc.Arbitrary<Layer> =>
  fc
    .record({
      activation,
      weights: fc.array(numbers(inputs), { minLength: units, maxLength: units }),
      biases: fc.option(numbers(units), { nil: undefined }),
    })
    .map(({ biases, ...rest }) => (biases ? { ...rest, biases } : rest));

/** Dense networks of up to four layers of up to four units, with up to three examples. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 5 })
  .chain((widths) =>
    fc.record({
      version: fc.constant<1>(1),
      layers: fc.tuple(...widths.slice(1).map((units, k) => layer(widths[k] ?? 1, units))),
      examples: fc.array(fc.record({ inputs: numbers(widths[0] ?? 1), targets: numbers(widths.at(-1) ?? 1) }), {
        minLength: 1,
        maxLength: 3,
      }),
      loss: fc.constantFrom<Loss>('squared_error', 'half_squared_error'),
      descent: fc.record({
        rule: fc.constant('gradient_descent' as const),
        alpha: fc.double({ min: 0, max: 0.5, noNaN: true }),
      }),
    }),
  );

type Elementwise = 'identity' | 'relu' | 'sigmoid' | 'tanh';
const functions: Record<Elementwise, (z: number) => number> = {
  identity: (z) => z,
  relu: (z) => Math.max(0, z),
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
};

/** The outputs of the network for these inputs; its activations are among those above. */
export const forward = (s: Scenario, inputs: readonly number[]): readonly number[] =>
  s.layers.reduce((x, { activation: name, weights, biases }) => {
    const z = weights.map(
      (row, j) => row.reduce((sum, w, i) => sum + w * (x[i] ?? Number.NaN), 0) + (biases?.[j] ?? 0),
    );
    return z.map(functions[name as Elementwise]);
  }, inputs);

/** The loss of one example. */
export const loss = (s: Scenario, example: number): number => {
  const { inputs, targets } = s.examples[example] ?? { inputs: [], targets: [] };
  const sum = forward(s, inputs).reduce((total, a, j) => total + (a - (targets[j] ?? Number.NaN)) ** 2, 0);
  return s.loss === 'squared_error' ? sum : sum / 2;
};

/** The mean loss over all examples. */
export const cost = (s: Scenario): number => s.examples.reduce((sum, _, n) => sum + loss(s, n), 0) / s.examples.length;

/** Distance of the nearest relu of the network from its kink, over all examples. */
export const distanceFromKink = (s: Scenario): number =>
  Math.min(
    ...s.examples.map(({ inputs }) => {
      let nearest = Number.POSITIVE_INFINITY;
      for (let k = 0; k < s.layers.length; k++) {
        const here = s.layers[k];
        if (here?.activation !== 'relu') continue;
        const linear: Scenario = { ...s, layers: [...s.layers.slice(0, k), { ...here, activation: 'identity' }] };
        nearest = Math.min(nearest, ...forward(linear, inputs).map(Math.abs));
      }
      return nearest;
    }),
  );

/** The gradient of a parameter as an array entry of `evaluate` or `gradient`. */
export const entry = (
  s: Scenario,
  layers: readonly { readonly dC_dW: Float64Array; readonly dC_db?: Float64Array }[],
  ref: ParameterRef,
): number | undefined => {
  const at = layers[ref.layer];
  if ('bias' in ref) return at?.dC_db?.[ref.unit];
  const inputs = s.layers[ref.layer]?.weights[0]?.length ?? 0;
  return at?.dC_dW[ref.unit * inputs + ref.input];
};
