/** Networks to compare with the one on screen: one neuron, and a chain of any depth, on one of its examples. */
import { isSlim } from '../../scenario/shape';
import type { Activation, Layer, Scenario } from '../../scenario/types';

export const mostLayers = 16;

/** What is added where the chain is to be deeper than the network. */
export interface Added {
  readonly activation: Activation;
  readonly weight: number;
}

/** The document with one example and its way down from the start. */
function alone(s: Scenario, example: number, layers: readonly Layer[]): Scenario {
  const { batch: _, seed: __, state: ___, ...descent } = s.descent;
  const shown = s.examples[example];
  return { ...s, layers, examples: shown ? [shown] : s.examples.slice(0, 1), descent };
}

/** The activation of the output; softmax shares one total among several outputs, so with one there is nothing to tell. */
const outputOf = (s: Scenario): Activation => s.layers.at(-1)?.activation ?? 'identity';

/**
 * One layer that says of the example what the network says: the least weights with w·x = z of the network's last layer. An
 * example that is all zeros gets weights 0.
 */
export function shallowOf(s: Scenario, example: number, z: ArrayLike<number>): Scenario {
  const x = s.examples[example]?.inputs ?? [];
  const square = x.reduce((sum, value) => sum + value * value, 0);
  const weights = Array.from(z, (sum) => x.map((value) => (square > 0 ? (sum * value) / square : 0)));
  return alone(s, example, [{ activation: outputOf(s), weights }]);
}

/**
 * A chain of one neuron a layer. A network that is one keeps its own layers: added ones come before the last, and those
 * before the last go first. Of any other network it has the inputs and the outputs.
 */
export function chainOf(s: Scenario, example: number, layers: number, added: Added): Scenario {
  const own = isSlim(s) ? s.layers : [];
  const last = own.at(-1);
  const outputs = s.layers.at(-1)?.weights.length ?? 1;
  const inputs = s.examples[example]?.inputs.length ?? 1;
  const before = own.slice(0, Math.min(own.length - 1, layers - 1));
  const filled: Layer[] = Array.from({ length: Math.max(0, layers - 1 - before.length) }, (_, k) => ({
    activation: added.activation,
    weights: [Array.from({ length: k + before.length === 0 ? inputs : 1 }, () => added.weight)],
  }));
  const width = layers === 1 ? inputs : 1;
  const end: Layer = last ?? {
    activation: outputOf(s),
    weights: Array.from({ length: outputs }, () => Array.from({ length: width }, () => added.weight)),
  };
  return alone(s, example, [...before, ...filled, end]);
}
