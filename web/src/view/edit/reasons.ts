/** Why an edit of the shape cannot be made; undefined where it can. */
import { countText } from '../../format/number';
import { editWords } from '../../format/strings/edit';
import { limits } from '../../scenario/limits';
import { inputCount, layerInputs, parameterCount, unitCount } from '../../scenario/shape';
import type { Activation, Loss, Scenario } from '../../scenario/types';

const { reasons } = editWords;

const tooMany = (s: Scenario, more: number): string | undefined =>
  parameterCount(s) + more > limits.parameters ? reasons.mostParameters(countText(limits.parameters)) : undefined;

export function noUnitMore(s: Scenario, layer: number): string | undefined {
  const grown = s.layers[layer];
  if (unitCount(grown) >= limits.units) return reasons.mostUnits(limits.units);
  return tooMany(s, layerInputs(grown) + (grown?.biases ? 1 : 0) + unitCount(s.layers[layer + 1]));
}

export const noUnitLess = (s: Scenario, layer: number): string | undefined =>
  unitCount(s.layers[layer]) === 1 ? reasons.oneUnit : undefined;

export function noInputMore(s: Scenario): string | undefined {
  const [first] = s.layers;
  return inputCount(s) >= limits.inputs ? reasons.mostInputs(limits.inputs) : tooMany(s, unitCount(first));
}

export const noInputLess = (s: Scenario): string | undefined => (inputCount(s) === 1 ? reasons.oneInput : undefined);

/** A layer before `layer` has as many units as that one has inputs. */
export function noLayerBefore(s: Scenario, layer: number): string | undefined {
  const next = s.layers[layer];
  const units = layerInputs(next);
  if (s.layers.length >= limits.layers) return reasons.mostLayers(limits.layers);
  return tooMany(s, units * units + (next?.biases ? units : 0));
}

/** A layer after the last has as many units as that. */
export function noLayerAtEnd(s: Scenario): string | undefined {
  const last = s.layers.at(-1);
  const units = unitCount(last);
  if (s.layers.length >= limits.layers) return reasons.mostLayers(limits.layers);
  return tooMany(s, units * units + (last?.biases ? units : 0));
}

/** The layer after it may be given more numbers than before; where it is the last, the one before it has to give all outputs. */
export function noLayerLess(s: Scenario, layer: number): string | undefined {
  const gone = s.layers[layer];
  const next = s.layers[layer + 1];
  const before = s.layers[layer - 1];
  if (!gone || (!next && !before)) return reasons.oneLayer;
  if (!next) {
    const more = unitCount(gone) - unitCount(before);
    const now = unitCount(gone) * (layerInputs(gone) + (gone.biases ? 1 : 0));
    return tooMany(s, more * (layerInputs(before) + (before?.biases ? 1 : 0)) - now);
  }
  const inputs = layerInputs(gone);
  const units = unitCount(gone);
  return tooMany(s, (inputs - units) * unitCount(next) - inputs * units - (gone.biases ? units : 0));
}

export const noBiases = (s: Scenario, layer: number): string | undefined =>
  s.layers[layer]?.biases ? undefined : tooMany(s, unitCount(s.layers[layer]));

export function noActivation(s: Scenario, layer: number, activation: Activation): string | undefined {
  const isLast = layer === s.layers.length - 1;
  if (activation === 'softmax') return isLast ? undefined : reasons.softmaxLast;
  return isLast && s.loss === 'cross_entropy' ? reasons.lossNeedsSoftmax : undefined;
}

export const noLoss = (s: Scenario, loss: Loss): string | undefined =>
  loss === 'cross_entropy' && s.layers.at(-1)?.activation !== 'softmax' ? reasons.needsSoftmax : undefined;
