/** Networks to compare with the one on screen: one neuron, and a chain of any depth, on one of its examples. */
import { isSlim } from '../../scenario/shape';
import { startScenario } from '../../scenario/start';
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

/** How deep the chain is to begin with: as deep as the network, and beside a network of one layer as deep as the note's. */
export const depthBeside = ({ layers }: Scenario): number =>
  layers.length > 1 ? layers.length : startScenario.layers.length;

/** Whether the chain of so many layers is the network itself. */
export const isNetwork = (s: Scenario, layers: number): boolean => isSlim(s) && layers === s.layers.length;

/**
 * One layer that says of the example what the network says: a network of one layer itself, else the least weights with
 * w·x = z of the network's last layer; of an example that is all zeros a bias says it. Undefined where no number does, since z
 * is not finite.
 */
export function shallowOf(s: Scenario, example: number, z: ArrayLike<number>): Scenario | undefined {
  if (s.layers.length === 1) return alone(s, example, s.layers);
  const x = s.examples[example]?.inputs ?? [];
  // Squares of these are neither too large nor too small.
  const largest = Math.max(...x.map(Math.abs));
  const parts = x.map((value) => (largest > 0 ? value / largest : 0));
  const square = parts.reduce((sum, part) => sum + part * part, 0);
  const weights = Array.from(z, (sum) => parts.map((part) => (largest > 0 ? ((part / square) * sum) / largest : 0)));
  const biases = Array.from(z);
  if (![...weights.flat(), ...biases].every(Number.isFinite)) return undefined;
  const isNeeded = largest === 0 && biases.some((b) => b !== 0);
  return alone(s, example, [{ activation: outputOf(s), weights, ...(isNeeded && { biases }) }]);
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
