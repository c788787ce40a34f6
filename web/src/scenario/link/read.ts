/** The keys of a readable link as a document for `parse`: what is left out comes from the start document. */
import { schemes } from '../names';
import { refuse } from '../reading';
import { isBias, isWeight } from '../refs';
import { startScenario } from '../start';
import type { Layer, Layered, Ref, Scheme } from '../types';
import { refIn } from './names';
import { inputsOf, layersIn, type Net, netIn, netOf, numbersIn, outputsOf, writtenNet } from './net';
import { numberIn, shown } from './numbers';

export type Values = ReadonlyMap<string, string>;

export interface Drawing {
  readonly scheme: Scheme;
  readonly seed: number;
}

/** A bookmark that `parse` has yet to read, and how its weights are to be drawn where the link holds none. */
export interface Unparsed {
  readonly document: unknown;
  readonly drawing: Drawing | undefined;
}

const startNet = netOf(startScenario);

export function documentOf(values: Values): Unparsed {
  const net = values.has('net') ? netIn(values.get('net') ?? '') : startNet;
  const ownNet = writtenNet(net) !== writtenNet(startNet);
  const drawing = drawingOf(values, ownNet);
  const bare = { layers: layersOf(values, net, drawing === undefined) };
  const frozen = (values.get('frozen')?.split(',') ?? []).map((name) => refIn(bare, name, 'frozen'));
  const data = dataOf(values, net, ownNet);
  const start = {
    version: 1,
    title: values.get('title') ?? (ownNet ? undefined : startScenario.title),
    layers: frozen.length > 0 ? withFrozen(bare, frozen) : bare.layers,
    ...data,
    loss: values.get('loss') ?? startScenario.loss,
    descent: {
      rule: values.get('rule') ?? startScenario.descent.rule,
      ...numbersOf(values, descentKeys),
      alpha: values.has('alpha') ? numberIn(values.get('alpha') ?? '', 'alpha') : startScenario.descent.alpha,
    },
  };
  return { document: { version: 1, start, ...placeOf(values, bare, exampleCount(data)) }, drawing };
}

const descentKeys = [
  ...['momentum', 'beta1', 'beta2', 'epsilon', 'smoothing', 'weightDecay'],
  ...['batch', 'seed', 'l1', 'l2'],
];

const numbersOf = (values: Values, keys: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const text = values.get(key);
      return text === undefined ? [] : [[key, numberIn(text, key)]];
    }),
  );

/** How weights are drawn; undefined where the link or the start document has them. */
function drawingOf(values: Values, ownNet: boolean): Drawing | undefined {
  const text = values.get('init');
  if (text === undefined) return ownNet && !values.has('w') ? { scheme: 'xavier', seed: 1 } : undefined;
  if (values.has('w')) refuse('init', 'stands instead of w, but both are given');
  const [name, seed, ...rest] = text.split(':');
  const scheme = schemes.find((known) => known === name?.trim());
  if (scheme === undefined || seed === undefined || rest.length > 0) {
    return refuse('init', `expects one of ${schemes.join(', ')} and a seed, such as xavier:1, got ${shown(text)}`);
  }
  return { scheme, seed: wholeIn(seed, 0, 4_294_967_295, 'init') };
}

function wholeIn(text: string, least: number, most: number, key: string): number {
  const number = numberIn(text, key);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  return refuse(key, `expects a whole number from ${least} to ${most}, got ${shown(text)}`);
}

/** The layers, with zeros where weights are to be drawn. */
function layersOf(values: Values, net: Net, known: boolean): Layer[] {
  const w = values.get('w');
  const weights = w === undefined ? undefined : layersIn(w, net, 'w');
  const b = values.get('b');
  const biases = b === undefined ? undefined : layersIn(b, net, 'b');
  return net.layers.map(({ units, activation }, k) => {
    const inputs = inputsOf(net, k);
    const list = biases?.[k]?.trim() ?? '';
    return {
      activation,
      weights: weights
        ? rowsOf(numbersIn(weights[k] ?? '', units * inputs, `layer ${k + 1}`, 'w'), inputs)
        : ((known ? startScenario.layers[k]?.weights : undefined) ?? zeros(units, inputs)),
      ...(list !== '' && { biases: numbersIn(list, units, `layer ${k + 1}`, 'b') }),
    };
  });
}

const zeros = (units: number, inputs: number): number[][] =>
  Array.from({ length: units }, () => Array.from({ length: inputs }, () => 0));

const rowsOf = (numbers: readonly number[], inputs: number): number[][] =>
  Array.from({ length: numbers.length / inputs }, (_, j) => numbers.slice(j * inputs, (j + 1) * inputs));

function withFrozen({ layers }: { layers: readonly Layer[] }, refs: readonly Ref[]): Layer[] {
  const flags = layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map(() => false)),
    ...(biases && { biases: biases.map(() => false) }),
  }));
  for (const ref of refs) {
    const own = flags[ref.layer];
    const list = isBias(ref) ? own?.biases : own?.weights[ref.unit];
    if (!list || (!isBias(ref) && !isWeight(ref)))
      return refuse('frozen', 'expects weights and biases, got an activation');
    list[isWeight(ref) ? ref.input : ref.unit] = true;
  }
  return layers.map((layer, k) => ({ ...layer, frozen: flags[k] ?? {} }));
}

type Data =
  | { readonly examples: readonly object[] }
  | { readonly dataset: { readonly count: number; readonly [key: string]: unknown } };

function dataOf(values: Values, net: Net, ownNet: boolean): Data {
  const data = values.get('data');
  if (data === undefined) return { examples: examplesOf(values, net, ownNet) };
  if (values.has('x') || values.has('y')) refuse('data', 'stands instead of x and y, but both are given');
  const [name = '', ...rest] = data.split(':');
  if (rest.length !== 3) refuse('data', `expects name:count:noise:seed, such as circle:500:0.1:42, got ${shown(data)}`);
  const [count = 0, noise, seed] = rest.map((piece) => numberIn(piece, 'data'));
  return { dataset: { name: name.trim(), count, noise, seed } };
}

const exampleCount = (data: Data): number => ('dataset' in data ? data.dataset.count : data.examples.length);

function examplesOf(values: Values, net: Net, ownNet: boolean): object[] {
  const own = startScenario.examples;
  const inputs = listsOf(values, 'x', net.inputs, ownNet) ?? own.map((example) => example.inputs);
  const targets = listsOf(values, 'y', outputsOf(net), ownNet) ?? own.map((example) => example.targets);
  if (inputs.length !== targets.length) {
    const key = values.has('y') ? 'y' : 'x';
    refuse(key, `expects as many examples in x as in y, got ${inputs.length} in x and ${targets.length} in y`);
  }
  return inputs.map((list, n) => ({ inputs: list, targets: targets[n] }));
}

function listsOf(values: Values, key: 'x' | 'y', count: number, ownNet: boolean): number[][] | undefined {
  const text = values.get(key);
  if (text !== undefined) return text.split(';').map((list, n) => numbersIn(list, count, `example ${n + 1}`, key));
  return ownNet ? refuse(key, 'is missing: a link with its own net needs it') : undefined;
}

/** Step, example, choice and notation. */
function placeOf(values: Values, s: Layered, examples: number): object {
  const ex = values.get('ex');
  const pick = values.get('pick');
  const { step, digits } = numbersOf(values, ['step', 'digits']);
  return {
    steps: step,
    example: ex === undefined ? undefined : wholeIn(ex, 1, examples, 'ex') - 1,
    pick: pick === undefined ? undefined : refIn(s, pick, 'pick'),
    notation: { rate: values.get('rate'), cost: values.get('cost'), decimal: values.get('decimal'), digits },
  };
}
