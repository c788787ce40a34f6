/**
 * The value that a share of the measurements stays below.
 * @param {readonly number[]} values
 * @param {number} share 0 … 1
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * A dense network of so many units per layer; its weights are small, of both signs and all different.
 * @param {number[]} widths the inputs, then the units of each layer
 * @returns {import('../../web/src/scenario/types').Scenario}
 */
export function network(widths) {
  const [inputs = 1, ...units] = widths;
  return {
    version: 1,
    layers: units.map((count, k) => ({
      activation: k === units.length - 1 ? 'sigmoid' : 'tanh',
      weights: Array.from({ length: count }, (_, j) =>
        Array.from({ length: widths[k] ?? 1 }, (_, i) => Math.sin(1 + i + 7 * j + 31 * k)),
      ),
    })),
    examples: [
      {
        inputs: Array.from({ length: inputs }, (_, i) => Math.cos(i)),
        targets: Array.from({ length: units.at(-1) ?? 1 }, () => 1),
      },
    ],
    loss: 'squared_error',
    descent: { rule: 'gradient_descent', alpha: 0.1 },
  };
}
