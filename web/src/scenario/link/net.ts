/** `net`: inputs, then units:activation of every layer; and the lists of numbers that fit it. */
import { limits } from '../limits';
import { activations } from '../names';
import { expectsBetween, refuse } from '../reading';
import { inputCount, unitCount } from '../shape';
import type { Activation, Layered } from '../types';
import { numberIn, shown } from './numbers';

/** A network without its numbers. */
export interface Net {
  readonly inputs: number;
  readonly layers: readonly { readonly units: number; readonly activation: Activation }[];
}

export const netOf = (s: Layered): Net => ({
  inputs: inputCount(s),
  layers: s.layers.map((layer) => ({ units: unitCount(layer), activation: layer.activation })),
});

export const writtenNet = ({ inputs, layers }: Net): string =>
  [inputs, ...layers.map(({ units, activation }) => `${units}:${activation}`)].join(',');

export function netIn(text: string): Net {
  const [first = '', ...rest] = text.split(',');
  const inputs = countIn(first, limits.inputs, 'inputs');
  if (rest.length < 1 || rest.length > limits.layers) {
    refuse('net', expectsBetween(1, limits.layers, 'layers', rest.length));
  }
  return { inputs, layers: rest.map(layerIn) };
}

function layerIn(text: string): Net['layers'][number] {
  const [units = '', name = ''] = text.split(':', 2).map((piece) => piece.trim());
  const activation = activations.find((known) => known === name);
  if (activation === undefined) {
    return refuse('net', `expects layers such as 3:tanh with one of ${activations.join(', ')}, got ${shown(text)}`);
  }
  return { units: countIn(units, limits.units, 'units'), activation };
}

function countIn(text: string, most: number, things: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text.trim())) refuse('net', `expects a number of ${things}, got ${shown(text)}`);
  const count = Number(text);
  return count <= most ? count : refuse('net', expectsBetween(1, most, things, count));
}

/** Numbers that a layer is given. */
export const inputsOf = (net: Net, layer: number): number => net.layers[layer - 1]?.units ?? net.inputs;

export const outputsOf = (net: Net): number => net.layers.at(-1)?.units ?? 0;

/** @param what the numbers are of, for a refusal: "layer 2" */
export function numbersIn(text: string, count: number, what: string, key: string): number[] {
  const pieces = text.split(',');
  if (pieces.length !== count) {
    refuse(key, `expects ${count} ${count === 1 ? 'number' : 'numbers'} for ${what}, got ${pieces.length}`);
  }
  return pieces.map((piece) => numberIn(piece, key));
}

/** One list of numbers for every layer. */
export function layersIn(text: string, net: Net, key: string): string[] {
  const lists = text.split(';');
  const { length } = net.layers;
  if (lists.length === length) return lists;
  return refuse(key, `expects ${length === 1 ? '1 layer' : `${length} layers, separated by ;`}, got ${lists.length}`);
}
