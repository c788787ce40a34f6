/** How large a network is. */
import type { Layer, Layered, WrittenScenario } from './types';

/** Numbers the first layer is given. */
export const inputCount = (s: Layered): number => layerInputs(s.layers[0]);

/** Numbers the last layer gives. */
export const outputCount = (s: Layered): number => unitCount(s.layers[s.layers.length - 1]);

/** How many examples there are, listed or of a data set. */
export const exampleCount = (s: WrittenScenario): number => (s.dataset ? s.dataset.count : s.examples.length);

export const unitCount = (layer: Layer | undefined): number => layer?.weights.length ?? 0;

/** Numbers a layer is given. */
export const layerInputs = (layer: Layer | undefined): number => layer?.weights[0]?.length ?? 0;

/** Weights and biases of the whole network. */
export const parameterCount = (s: Layered): number =>
  s.layers.reduce((sum, layer) => sum + unitCount(layer) * layerInputs(layer) + (layer.biases?.length ?? 0), 0);

/** Every layer has one unit and one input, so that w1, b1 and a1 name a number without doubt. */
export const isSlim = (s: Layered): boolean =>
  s.layers.every((layer) => unitCount(layer) === 1 && layerInputs(layer) === 1);
