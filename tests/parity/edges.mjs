// Where conventions differ between libraries: at kinks, and where a function saturates. Each is put before PyTorch as it
// stands, without training.
import { factors } from './cases.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('../../web/src/scenario/types').Scenario} Scenario */

const elementwise = factors.output.filter((name) => name !== 'softmax');

/**
 * One layer whose z are `weights` (the input is 1).
 * @param {string} activation
 * @param {string} loss
 * @param {number[]} z
 * @param {number[]} targets
 * @returns {Case}
 */
const single = (activation, loss, z, targets) => ({
  name: `${activation} at z = ${z.join(', ')}, ${loss}, y = ${targets.join(', ')}`,
  scenario: /** @type {Scenario} */ ({
    version: 1,
    layers: [{ activation, weights: z.map((value) => [value]) }],
    examples: [{ inputs: [1], targets }],
    loss,
    descent: { rule: 'gradient_descent', alpha: 0.1 },
  }),
});

/** @type {Case[]} */
export const edges = [
  ...elementwise.flatMap((name) => [
    single(name, 'squared_error', [0], [0.25]),
    single(name, 'squared_error', [1e-9, -1e-9, 1e-300, -1e-300], [0.25, 0.25, 0.25, 0.25]),
    single(name, 'half_squared_error', [20, -20, 7, -7], [0.25, 0.25, 0.25, 0.25]),
    ...(name === 'exp' ? [] : [single(name, 'squared_error', [700, -700, 40, -40], [0.5, 0.5, 0.5, 0.5])]),
  ]),
  single('identity', 'absolute_error', [0.5, 1, -1], [0.5, 0, 0]),
  single('identity', 'huber', [0.5, 1.5, -0.5, 1.5000001, 0.7, 30], [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]),
  ...[0, 1, 0.3].flatMap((y) =>
    [30, -30, 800, -800, 0, 40, -37].map((z) => single('sigmoid', 'binary_cross_entropy', [z], [y])),
  ),
  ...[0, 1, 0.3].flatMap((y) =>
    [0, 1, 0.5, 1e-9, 1 - 1e-9].map((a) => single('identity', 'binary_cross_entropy', [a], [y])),
  ),
  single('softmax', 'cross_entropy', [1000, 0, -1000], [1, 0, 0]),
  single('softmax', 'cross_entropy', [1000, 0, -1000], [0, 1, 0]),
  single('softmax', 'cross_entropy', [1000, 0, -1000], [0.2, 0.3, 0.5]),
  single('softmax', 'cross_entropy', [-5, -5, -5], [2, 0, 1]),
  single('softmax', 'squared_error', [700, -700, 699], [1, 0, 0]),
  single('softmax', 'cross_entropy', [3], [1]),
];
