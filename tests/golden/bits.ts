// One run whose last bits are known: natively (tests/core/bits.test.cpp builds the same network), in WebAssembly in Node
// and in Chromium. Every number it starts from is exact in each of them.
import type { Activation, Scenario } from '../../web/src/scenario/types';

export const steps = 10_000;

/** FNV-1a over the bits of all parameters after the steps. */
export const hashAfter = '82d252d8a95077e3';

const count = (n: number) => Array.from({ length: n }, (_, k) => k);

const units: readonly (readonly [Activation, number])[] = [
  ['tanh', 6],
  ['gelu', 5],
  ['softplus', 5],
  ['silu', 4],
  ['sin', 4],
  ['elu', 3],
  ['sigmoid', 3],
  ['softmax', 3],
];

export const start: Scenario = {
  version: 1,
  layers: units.map(([activation, size], k) => ({
    activation,
    weights: count(size).map((j) =>
      count(k === 0 ? 3 : (units[k - 1]?.[1] ?? 0)).map((i) => (((7 * j + 3 * i + 5 * k) % 11) - 5) / 8),
    ),
    biases: count(size).map((j) => ((j % 3) - 1) / 4),
  })),
  examples: count(9).map((n) => ({
    inputs: count(3).map((i) => (((5 * n + 3 * i) % 7) - 3) / 2),
    targets: count(3).map((k) => (n % 3 === k ? 1 : 0)),
  })),
  loss: 'cross_entropy',
  descent: { rule: 'gradient_descent', alpha: 0.5 },
};

export function hashOf(s: Scenario): string {
  const numbers = Float64Array.from(s.layers.flatMap(({ weights, biases = [] }) => [...weights.flat(), ...biases]));
  const bytes = new Uint8Array(numbers.buffer);
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16);
}
