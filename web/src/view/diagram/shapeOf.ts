import { inputCount, unitCount } from '../../scenario/shape';
import type { Scenario } from '../../scenario/types';
import type { NetworkShape } from './layout';

export const shapeOf = (s: Scenario): NetworkShape => ({
  inputs: inputCount(s),
  layers: s.layers.map((layer) => ({ units: unitCount(layer), biases: layer.biases !== undefined })),
});
