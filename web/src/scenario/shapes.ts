/** Whether the lists of a document fit together: layers to each other, flags to layers, examples to the network. */
import { limits } from './limits';
import { expectsBetween, expectsCount, join, refuse } from './reading';
import { isBias, isWeight } from './refs';
import { exampleCount, inputCount, layerInputs, outputCount, parameterCount, unitCount } from './shape';
import type { Example, Frozen, Layer, Layered, LayerNumbers, Ref, WrittenScenario } from './types';

/** Throws a Refusal at the first list that has the wrong length. */
export function checkShapes(s: WrittenScenario, path: string): void {
  const first = inputCount(s);
  if (first < 1 || first > limits.inputs) {
    refuse(join(path, 'layers.0.weights.0'), expectsBetween(1, limits.inputs, 'numbers', first));
  }
  s.layers.forEach((layer, k) => {
    checkLayer(layer, k === 0 ? first : unitCount(s.layers[k - 1]), join(path, `layers.${k}`));
  });
  const parameters = parameterCount(s);
  if (parameters > limits.parameters) {
    refuse(join(path, 'layers'), `expects at most ${limits.parameters} parameters, got ${parameters}`);
  }
  checkSoftmax(s, path);
  checkDescent(s, join(path, 'descent'));
  if (s.dataset) checkFitsDataset(s, join(path, 'dataset'));
  s.examples?.forEach((example, n) => {
    checkExample(example, s, join(path, `examples.${n}`));
  });
}

/** All data sets are points of the plane with one target each. */
function checkFitsDataset(s: Layered, path: string): void {
  if (inputCount(s) !== 2) refuse(path, `needs a network with 2 inputs, got ${inputCount(s)}`);
  if (outputCount(s) !== 1) refuse(path, `needs a network with 1 output, got ${outputCount(s)}`);
}

/** A batch within the examples; what the rule remembers shaped like the network, its squares not negative. */
function checkDescent(s: WrittenScenario, path: string): void {
  const { layers, descent } = s;
  const { batch, state } = descent;
  const count = exampleCount(s);
  if (batch !== undefined && batch > count) {
    refuse(join(path, 'batch'), `expects a whole number from 1 to ${count}, got ${batch}`);
  }
  for (const key of ['first', 'second'] as const) {
    const lists = state?.[key];
    if (!lists) continue;
    const at = join(join(path, 'state'), key);
    checkCount(lists, layers.length, 'layers', at);
    lists.forEach((numbers, k) => {
      const layer = layers[k];
      if (layer) checkLikeLayer(numbers, layer, join(at, k), key === 'second');
    });
  }
}

function checkLikeLayer({ weights, biases }: LayerNumbers, layer: Layer, path: string, squares: boolean): void {
  checkCount(weights, unitCount(layer), 'rows', `${path}.weights`);
  weights.forEach((row, j) => {
    checkCount(row, layerInputs(layer), 'numbers', `${path}.weights.${j}`);
    if (squares) checkSquares(row, `${path}.weights.${j}`);
  });
  if (biases === undefined && layer.biases !== undefined) refuse(`${path}.biases`, 'is missing');
  if (biases === undefined) return;
  if (layer.biases === undefined) refuse(`${path}.biases`, 'the layer has no biases');
  checkCount(biases, unitCount(layer), 'numbers', `${path}.biases`);
  if (squares) checkSquares(biases, `${path}.biases`);
}

const checkSquares = (row: readonly number[], path: string): void => {
  const negative = row.findIndex((number) => number < 0);
  if (negative >= 0) refuse(join(path, negative), 'expects a number of at least 0');
};

/** Softmax looks at all outputs at once, so it stands last; cross_entropy needs it. */
function checkSoftmax(s: WrittenScenario, path: string): void {
  const last = s.layers.length - 1;
  s.layers.forEach((layer, k) => {
    if (layer.activation === 'softmax' && k < last) {
      refuse(join(path, `layers.${k}.activation`), 'expects softmax only in the last layer');
    }
  });
  if (s.loss === 'cross_entropy' && s.layers[last]?.activation !== 'softmax') {
    refuse(join(path, 'loss'), 'expects softmax in the last layer for cross_entropy');
  }
}

const checkCount = (items: readonly unknown[], expected: number, things: string, path: string): void => {
  if (items.length !== expected) refuse(path, expectsCount(expected, things, items.length));
};

function checkLayer(layer: Layer, inputs: number, path: string): void {
  layer.weights.forEach((row, j) => {
    checkCount(row, inputs, 'numbers', `${path}.weights.${j}`);
  });
  if (layer.biases) checkCount(layer.biases, unitCount(layer), 'numbers', `${path}.biases`);
  if (layer.frozen) checkFrozen(layer.frozen, layer, `${path}.frozen`);
}

function checkFrozen({ weights, biases }: Frozen, layer: Layer, path: string): void {
  if (weights && weights !== true) {
    checkCount(weights, unitCount(layer), 'rows', `${path}.weights`);
    weights.forEach((row, j) => {
      checkCount(row, layerInputs(layer), 'flags', `${path}.weights.${j}`);
    });
  }
  if (biases === undefined) return;
  if (layer.biases === undefined) refuse(`${path}.biases`, 'the layer has no biases');
  if (biases !== true) checkCount(biases, unitCount(layer), 'flags', `${path}.biases`);
}

function checkExample({ inputs, targets }: Example, s: Layered, path: string): void {
  checkCount(inputs, inputCount(s), 'numbers', `${path}.inputs`);
  checkCount(targets, outputCount(s), 'numbers', `${path}.targets`);
}

/** Throws a Refusal when the network has no such number. */
export function checkRef(s: Layered, ref: Ref, path: string): void {
  checkBelow(ref.layer, s.layers.length, join(path, 'layer'));
  const layer = s.layers[ref.layer];
  checkBelow(ref.unit, unitCount(layer), join(path, 'unit'));
  if (isWeight(ref)) checkBelow(ref.input, layerInputs(layer), join(path, 'input'));
  if (isBias(ref) && layer?.biases === undefined) refuse(join(path, 'bias'), `layer ${ref.layer} has no biases`);
}

const checkBelow = (index: number, count: number, path: string): void => {
  if (index >= count) refuse(path, `expects a whole number from 0 to ${count - 1}, got ${index}`);
};
