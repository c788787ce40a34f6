// Documents to open in the page.
import type { Activation, Layer, Scenario } from '../../web/src/scenario/types';

export { startScenario } from '../../web/src/scenario/start';

/** Two inputs, three hidden units, two outputs, a bias everywhere; no two numbers alike. */
export const twoThreeTwo: Scenario = {
  version: 1,
  title: 'Two, three, two',
  layers: [
    {
      activation: 'tanh',
      weights: [
        [0.31, -0.52],
        [0.73, 0.44],
        [-0.65, 0.87],
      ],
      biases: [0.11, -0.23, 0.05],
    },
    {
      activation: 'sigmoid',
      weights: [
        [0.92, -0.38, 0.57],
        [-0.71, 0.66, 0.29],
      ],
      biases: [0.17, -0.09],
    },
  ],
  examples: [{ inputs: [0.8, -0.6], targets: [1, 0] }],
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.5 },
};

const activations: readonly Activation[] = ['relu', 'tanh', 'sigmoid', 'identity', 'sigmoid'];

/** One neuron a layer, five layers, four activations. */
export const fiveLayers: Scenario = {
  version: 1,
  title: 'A chain of five',
  layers: activations.map((activation, k) => ({ activation, weights: [[[0.9, 1.3, -0.8, 1.1, 0.6][k] ?? 1]] })),
  examples: [{ inputs: [0.7], targets: [0.2] }],
  loss: 'half_squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.3 },
};

const layer = (inputs: number, units: number, activation: Activation): Layer => ({
  activation,
  weights: Array.from({ length: units }, (_, j) =>
    Array.from({ length: inputs }, (_, i) => Math.round(1000 * Math.sin(1 + 7 * j + 13 * i)) / (125 * inputs)),
  ),
});

const dense = (title: string, inputs: number, units: readonly number[]): Scenario => ({
  version: 1,
  title,
  layers: units.map((count, k) => layer(k === 0 ? inputs : (units[k - 1] ?? 0), count, 'tanh')),
  examples: [{ inputs: Array.from({ length: inputs }, (_, i) => Math.cos(i)), targets: [0.5, -0.5] }],
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.1 },
});

/** As wide as a layer may be. */
export const widest = dense('As wide as it may be', 64, [64, 2]);

/** The largest network there may be in every respect: 64 inputs, layers of 64, 16 layers, 20,000 parameters. */
export const largest = dense('As large as it may be', 64, [64, 64, 64, 64, ...Array<number>(11).fill(16), 2]);

/** Three layers of eight: units too many to show all their numbers. */
export const deep = dense('Three layers of eight', 2, [8, 8, 8, 2]);
