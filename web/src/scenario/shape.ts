/** How large a network is. */
import type { Layer, Scenario } from './types';

/** Numbers the first layer is given. */
export const inputCount = (s: Scenario): number => layerInputs(s.layers[0]);

/** Numbers the last layer gives. */
export const outputCount = (s: Scenario): number => unitCount(s.layers[s.layers.length - 1]);

export const unitCount = (layer: Layer | undefined): number => layer?.weights.length ?? 0;

/** Numbers a layer is given. */
export const layerInputs = (layer: Layer | undefined): number => layer?.weights[0]?.length ?? 0;

/** Weights and biases of the whole network. */
export const parameterCount = (s: Scenario): number =>
  s.layers.reduce((sum, layer) => sum + unitCount(layer) * layerInputs(layer) + (layer.biases?.length ?? 0), 0);

/** Every layer has one unit and one input, so that w1, b1 and a1 name a number without doubt. */
export const isSlim = (s: Scenario): boolean =>
  s.layers.every((layer) => unitCount(layer) === 1 && layerInputs(layer) === 1);
