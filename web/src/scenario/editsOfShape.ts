/**
 * Edits of a network's shape: inputs, units and layers come and go. What is not touched keeps its value; new weights are
 * drawn. What a rule remembers belongs to the old shape and goes.
 */
import {
  type Draft,
  type Draw,
  drawn,
  flagged,
  forgotten,
  withInputsOf,
  without,
  withoutColumn,
  withoutRow,
  withUnitsOf,
} from './drafts';
import { withLayer } from './edits';
import { inputCount, layerInputs, outputCount, unitCount } from './shape';
import type { Activation, Example, Layer, Scenario } from './types';

/** The network with one more input, 0 in every example. */
export function withInputAdded(s: Scenario, draw: Draw): Scenario {
  const [first, ...rest] = s.layers;
  const examples = s.examples.map((e) => ({ ...e, inputs: [...e.inputs, 0] }));
  return first ? drawn({ ...s, examples }, [withInputsOf(first, layerInputs(first) + 1), ...rest], draw) : s;
}

/** The network without one of its inputs, unless it is the only one. */
export function withoutInput(s: Scenario, input: number): Scenario {
  const [first, ...rest] = s.layers;
  if (!first || input >= inputCount(s) || inputCount(s) === 1) return s;
  const examples = s.examples.map((e) => ({ ...e, inputs: without(e.inputs, input) }));
  return forgotten({ ...s, examples, layers: [withoutColumn(first, input), ...rest] });
}

/** The network with one more unit at the end of a layer; a new output has the target 0 in every example. */
export function withUnitAdded(s: Scenario, layer: number, draw: Draw): Scenario {
  const grown = s.layers[layer];
  if (!grown) return s;
  const layers: Draft[] = s.layers.map((other, k) => {
    if (k === layer) return withUnitsOf(other, unitCount(other) + 1);
    return k === layer + 1 ? withInputsOf(other, layerInputs(other) + 1) : other;
  });
  const examples = s.examples.map((e): Example => ({ ...e, targets: [...e.targets, 0] }));
  return drawn(layer === s.layers.length - 1 ? { ...s, examples } : s, layers, draw);
}

/** The network without one of a layer's units, unless it is the only one. */
export function withoutUnit(s: Scenario, layer: number, unit: number): Scenario {
  const shrunk = s.layers[layer];
  if (!shrunk || unit >= unitCount(shrunk) || unitCount(shrunk) === 1) return s;
  const layers = s.layers.map((other, k) => {
    if (k === layer) return withoutRow(other, unit);
    return k === layer + 1 ? withoutColumn(other, unit) : other;
  });
  const examples = s.examples.map((e) => ({ ...e, targets: without(e.targets, unit) }));
  return forgotten({ ...s, layers, ...(layer === s.layers.length - 1 && { examples }) });
}

/**
 * The network with a new layer before `layer`, of as many units as that layer has inputs, so that its weights all keep their
 * meaning.
 */
export function withLayerAdded(s: Scenario, layer: number, activation: Activation, draw: Draw): Scenario {
  const next = s.layers[layer];
  if (!next) return s;
  const units = layerInputs(next);
  const added: Draft = {
    activation,
    weights: Array.from({ length: units }, () => Array(units).fill(undefined)),
    ...(next.biases && { biases: Array(units).fill(0) }),
  };
  return drawn(s, s.layers.toSpliced(layer, 0, added as Layer), draw);
}

/**
 * The network with a new last layer, as wide and with the same activation as the last one so far, so that targets and loss
 * still fit. `instead` is for that one where it was softmax, which only the last may be.
 */
export function withLayerAtEnd(s: Scenario, instead: Activation, draw: Draw): Scenario {
  const last = s.layers.at(-1);
  if (!last) return s;
  const units = unitCount(last);
  const before = last.activation === 'softmax' ? { ...last, activation: instead } : last;
  const added: Draft = {
    activation: last.activation,
    weights: Array.from({ length: units }, () => Array(units).fill(undefined)),
    ...(last.biases && { biases: Array(units).fill(0) }),
  };
  return drawn(s, [...s.layers.slice(0, -1), before, added], draw);
}

/**
 * The network without one of its layers, unless it is the only one. Where the layer after it is given more numbers than
 * before, their weights are drawn; where fewer, the last ones go. Where the last layer goes, the one before it takes over its
 * activation and as many units as there are targets.
 */
export function withoutLayer(s: Scenario, layer: number, draw: Draw): Scenario {
  const gone = s.layers[layer];
  const next = s.layers[layer + 1];
  const before = s.layers[layer - 1];
  if (!gone) return s;
  if (next) return drawn(s, s.layers.toSpliced(layer, 2, withInputsOf(next, layerInputs(gone)) as Layer), draw);
  if (!before) return s;
  const end = { ...withUnitsOf(before, unitCount(gone)), activation: gone.activation };
  return drawn(s, [...s.layers.slice(0, -2), end], draw);
}

/** The network with so many inputs and outputs, as few changed as that takes. */
export function withEnds(s: Scenario, inputs: number, outputs: number, draw: Draw): Scenario {
  const last = s.layers.length - 1;
  if (inputCount(s) < inputs) return withEnds(withInputAdded(s, draw), inputs, outputs, draw);
  if (inputCount(s) > inputs) return withEnds(withoutInput(s, inputCount(s) - 1), inputs, outputs, draw);
  if (outputCount(s) < outputs) return withEnds(withUnitAdded(s, last, draw), inputs, outputs, draw);
  if (outputCount(s) > outputs) return withEnds(withoutUnit(s, last, outputCount(s) - 1), inputs, outputs, draw);
  return s;
}

/** A layer's activation; softmax belongs in the last layer. */
export const withActivation = (s: Scenario, layer: number, activation: Activation): Scenario =>
  s.layers[layer]?.activation === activation ? s : forgotten(withLayer(s, layer, (old) => ({ ...old, activation })));

/** A layer with biases, 0 at first, or without. */
export function withBiases(s: Scenario, layer: number, biased: boolean): Scenario {
  const old = s.layers[layer];
  if (!old || biased === (old.biases !== undefined)) return s;
  const { biases: _, ...bare } = old;
  const { frozen } = bare;
  const next = biased
    ? { ...bare, biases: Array(unitCount(bare)).fill(0) }
    : flagged(bare, frozen?.weights ? { weights: frozen.weights } : {});
  return forgotten({ ...s, layers: s.layers.with(layer, next) });
}

/** The network with all its weights as `draw` makes them, biases 0. */
export const withWeightsDrawn = (s: Scenario, draw: Draw): Scenario => forgotten({ ...s, layers: draw(s).layers });
