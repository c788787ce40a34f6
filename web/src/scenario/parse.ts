/**
 * The one door for everything from outside: a link, a file, a lesson, a message. What comes out has its canonical form (key
 * order, defaults left out), so that equal meaning is equal value; unknown keys are left out with a notice.
 */
import { isDeeperThan } from './depth';
import { normalFrozen } from './editsOfFlags';
import { jsonProblem } from './json';
import { limits } from './limits';
import { activations, costs, datasets, decimals, losses, rates } from './names';
import { descent } from './readDescent';
import {
  finite,
  flag,
  join,
  list,
  notNegative,
  object,
  oneOf,
  type Read,
  refuse,
  result,
  text,
  whole,
} from './reading';
import { firstWeight } from './refs';
import { exampleCount } from './shape';
import { checkRef, checkShapes } from './shapes';
import { bookmarkOf, startNotation } from './start';
import type { Bookmark, Frozen, Layer, Notation, Ref, Result, WrittenScenario } from './types';

/** A scenario that the engine can compute with, or the first place where it can't. */
export const parseScenario = (document: unknown): Result<WrittenScenario> => result(scenario, document);

/** A bookmark with all its keys, the defaults filled in; its pick and example are in its network. */
export const parseBookmark = (document: unknown): Result<Bookmark<WrittenScenario>> => result(bookmark, document);

/** JSON text that holds a bookmark, or a bare scenario: a bookmark with 0 steps. */
export function parseDocument(json: string): Result<Bookmark<WrittenScenario>> {
  const text = json.replace(/^\uFEFF/, ''); // some editors begin a file with this mark
  if (isDeeperThan(limits.depth, text)) {
    return { ok: false, path: '', message: `expects at most ${limits.depth} brackets inside each other` };
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { ok: false, path: '', message: jsonProblem(text) };
  }
  return result(bookmarkOrScenario, document);
}

const bookmarkOrScenario: Read<Bookmark<WrittenScenario>> = (value, path, notes) =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'start')
    ? bookmark(value, path, notes)
    : bookmarkOf(scenario(value, path, notes));

const numbers = list(finite, 'numbers');

/** `true` for all of them, or a list. */
const all =
  <T>(each: Read<T>): Read<true | T> =>
  (value, path, notes) =>
    value === true ? true : each(value, path, notes);

const frozen: Read<Frozen> = object(
  { weights: all(list(list(flag, 'flags'), 'rows')), biases: all(list(flag, 'flags')) },
  ['weights', 'biases'],
);

const readLayer = object(
  { activation: oneOf(activations), weights: list(numbers, 'units', 1, limits.units), biases: numbers, frozen },
  ['biases', 'frozen'],
);

const layer: Read<Layer> = (value, path, notes) => {
  const { frozen, ...rest } = readLayer(value, path, notes);
  return frozen ? { ...rest, frozen } : rest;
};

const dataset = object({
  name: oneOf(datasets),
  count: whole(1, limits.examples),
  noise: notNegative,
  seed: whole(0, limits.seed),
});

const readScenario = object(
  {
    version: oneOf([1]),
    title: text,
    layers: list(layer, 'layers', 1, limits.layers),
    examples: list(object({ inputs: numbers, targets: numbers }), 'examples', 1, limits.examples),
    dataset,
    loss: oneOf(losses),
    descent,
  },
  ['title', 'examples', 'dataset'],
);

const scenario: Read<WrittenScenario> = (value, path, notes) => {
  const { examples, dataset, ...rest } = readScenario(value, path, notes);
  if (examples && dataset) refuse(join(path, 'dataset'), 'expects examples or a dataset, got both');
  const read = dataset
    ? { ...rest, dataset }
    : { ...rest, examples: examples ?? refuse(join(path, 'examples'), 'is missing') };
  checkShapes(read, path);
  return normal(read);
};

/** What means nothing left out, the keys in order. */
const normal = ({ version, title, layers, loss, descent, ...data }: WrittenScenario): WrittenScenario => ({
  version,
  ...(title && { title }),
  layers: layers.map(({ frozen, ...layer }) => {
    const flags = frozen && normalFrozen(frozen);
    return flags ? { ...layer, frozen: flags } : layer;
  }),
  ...data,
  loss,
  descent,
});

const index = whole(0, Number.MAX_SAFE_INTEGER);

const readRef = object({ layer: index, unit: index, input: index, bias: oneOf([true]) }, ['input', 'bias']);

const ref: Read<Ref> = (value, path, notes) => {
  const { layer, unit, input, bias } = readRef(value, path, notes);
  if (input === undefined) return bias ? { layer, unit, bias } : { layer, unit };
  return bias ? refuse(path, 'expects an input or a bias, got both') : { layer, unit, input };
};

const readNotation = object(
  {
    rate: oneOf(rates),
    cost: oneOf(costs),
    decimal: oneOf(decimals),
    digits: whole(limits.fewestDigits, limits.mostDigits),
  },
  ['rate', 'cost', 'decimal', 'digits'],
);

const notation: Read<Notation> = (value, path, notes) => ({ ...startNotation, ...readNotation(value, path, notes) });

const readBookmark = object(
  {
    version: oneOf([1]),
    start: scenario,
    steps: whole(0, limits.steps),
    example: index,
    pick: ref,
    notation,
  },
  ['steps', 'example', 'pick', 'notation'],
);

const bookmark: Read<Bookmark<WrittenScenario>> = (value, path, notes) => {
  const {
    version,
    start,
    steps = 0,
    example = 0,
    pick = firstWeight,
    notation = startNotation,
  } = readBookmark(value, path, notes);
  whole(0, exampleCount(start) - 1)(example, join(path, 'example'), notes);
  checkRef(start, pick, join(path, 'pick'));
  return { version, start, steps, example, pick, notation };
};
