/** Parameters that lie beside a number of the network. */
import { isBias, isParameter, isWeight } from './refs';
import type { ParameterRef, Ref, Scenario } from './types';

/** A weight that leads on from the unit, another parameter of the same unit, a weight of the layer before: as far as there are. */
export function neighbours(s: Scenario, at: Ref): readonly ParameterRef[] {
  const { layer, unit } = at;
  const input = isWeight(at) ? at.input : 0;
  const inputs = s.layers[layer]?.weights[unit]?.length ?? 0;
  const found: ParameterRef[] = [];
  if (s.layers[layer + 1]) found.push({ layer: layer + 1, unit: 0, input: unit });
  if (isBias(at)) found.push({ layer, unit, input });
  else if (isParameter(at) && inputs > 1) found.push({ layer, unit, input: (input + 1) % inputs });
  else if (isParameter(at) && s.layers[layer]?.biases) found.push({ layer, unit, bias: true });
  if (layer > 0) found.push({ layer: layer - 1, unit: input, input: 0 });
  return found;
}
