/** Built-in examples: networks chosen so that one thing is plain to see. What to look for is said in format/strings. */
import { startScenario } from './start';
import type { Activation, Layer, Scenario } from './types';

const chain = (...layers: [Activation, number][]): Layer[] =>
  layers.map(([activation, weight]) => ({ activation, weights: [[weight]] }));

const noteLike = (title: string, weights: [number, number, number], change: Partial<Scenario> = {}): Scenario => ({
  ...startScenario,
  title,
  layers: chain(['relu', weights[0]], ['relu', weights[1]], ['sigmoid', weights[2]]),
  ...change,
});

export const presets = {
  note: startScenario,

  shallow: {
    ...startScenario,
    title: 'Shallow: one neuron',
    layers: chain(['sigmoid', 0.42]), // 0.4 · 0.7 · 1.5, so it says what the note's network says
  },

  diamond: {
    ...startScenario,
    title: 'Diamond: two routes that add',
    layers: [
      { activation: 'relu', weights: [[0.4]] },
      { activation: 'relu', weights: [[0.7], [0.9]] },
      { activation: 'sigmoid', weights: [[1.5, -0.8]] },
    ],
  },

  // Matt Mazur, "A Step by Step Backpropagation Example" (2015): biases shared per layer and not trained.
  textbook: {
    version: 1,
    title: 'Textbook 2-2-2, step by step',
    layers: [
      {
        activation: 'sigmoid',
        weights: [
          [0.15, 0.2],
          [0.25, 0.3],
        ],
        biases: [0.35, 0.35],
        frozen: { biases: true },
      },
      {
        activation: 'sigmoid',
        weights: [
          [0.4, 0.45],
          [0.5, 0.55],
        ],
        biases: [0.6, 0.6],
        frozen: { biases: true },
      },
    ],
    examples: [{ inputs: [0.05, 0.1], targets: [0.01, 0.99] }],
    loss: 'half_squared_error',
    descent: { rule: 'gradient_descent', alpha: 0.5 },
  },

  xor: {
    version: 1,
    title: '2-4-2-1 learns XOR',
    layers: [
      {
        activation: 'tanh',
        weights: [
          [-0.8, 0.8],
          [-0.1, 0.6],
          [0.3, -0.7],
          [0.5, -0.7],
        ],
        biases: [0, 0, 0, 0],
      },
      {
        activation: 'tanh',
        weights: [
          [-0.7, -1, -0.7, -0.8],
          [-0.8, -0.3, -0.6, -0.9],
        ],
        biases: [0, 0],
      },
      { activation: 'sigmoid', weights: [[0.1, 1]], biases: [0] },
    ],
    examples: [
      // Its first input is not 0, so the first weight, which is explained first, has a gradient.
      { inputs: [1, 0], targets: [1] },
      { inputs: [0, 1], targets: [1] },
      { inputs: [1, 1], targets: [0] },
      { inputs: [0, 0], targets: [0] },
    ],
    loss: 'squared_error',
    descent: { rule: 'gradient_descent', alpha: 0.9 },
  },

  dead: noteLike('A dead ReLU', [-0.4, 0.7, 1.5]),

  vanishing: {
    ...startScenario,
    title: 'Vanishing: six sigmoids',
    layers: chain(
      ['sigmoid', 1.1],
      ['sigmoid', 0.9],
      ['sigmoid', 1.2],
      ['sigmoid', 0.8],
      ['sigmoid', 1.3],
      ['sigmoid', 1.4],
    ),
  },

  exploding: {
    ...startScenario,
    title: 'Exploding: five large weights after a small one',
    layers: chain(
      ['identity', 0.002],
      ['identity', 4.2],
      ['identity', 3.8],
      ['identity', 4.5],
      ['identity', 4.1],
      ['identity', 3.9],
    ),
    descent: { rule: 'gradient_descent', alpha: 0.01 },
  },

  fates: noteLike('One learning rate, three fates', [0.8, 1.1, 1.7], {
    examples: [{ inputs: [1.2], targets: [0.7] }],
    descent: { rule: 'gradient_descent', alpha: 2 },
  }),

  confident: noteLike('Error 1, gradient 0', [2, 2, 3], { examples: [{ inputs: [1.2], targets: [0] }] }),
} as const satisfies Record<string, Scenario>;

export type PresetId = keyof typeof presets;
