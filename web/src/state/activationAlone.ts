import type { Layer, Scenario } from '../scenario/types';

/**
 * A network that is nothing but one layer's activation, whose only input is the z of `unit`. Softmax looks at all units of
 * its layer, so there the others stay at their present z.
 */
export function activationAlone(s: Scenario, layer: number, unit: number, z: Float64Array): Scenario {
  const activation = s.layers[layer]?.activation;
  if (activation === undefined) throw new RangeError(`the network has no layer ${layer}`);
  const alone: Layer =
    activation === 'softmax'
      ? {
          activation,
          weights: Array.from(z, (_, j) => [j === unit ? 1 : 0]),
          biases: Array.from(z, (other, j) => (j === unit || !Number.isFinite(other) ? 0 : other)),
        }
      : { activation, weights: [[1]] };
  return {
    version: 1,
    layers: [alone],
    examples: [{ inputs: [0], targets: alone.weights.map(() => 0) }],
    loss: 'squared_error',
    descent: { rule: 'gradient_descent', alpha: 0 }, // the network's own may have batches and a memory that fit only it
  };
}
