/** The canonical JSON of a document: equal meaning, equal text. `parse` reads it back to the same value. */
import { firstWeight, sameRef } from './refs';
import { startNotation } from './start';
import type { Bookmark, Notation, WrittenScenario } from './types';

/** The order of keys in every object; no two objects of the format need the same keys in another order. */
const keyOrder = [
  ...['version', 'title', 'start', 'steps', 'example', 'pick', 'notation'],
  ...['layers', 'examples', 'dataset', 'loss', 'descent'],
  ...['activation', 'weights', 'biases', 'frozen'],
  ...['inputs', 'targets'],
  ...['name', 'count', 'noise'], // and `seed`, below
  ...['rule', 'alpha', 'momentum', 'beta1', 'beta2', 'epsilon', 'smoothing', 'weightDecay'],
  ...['batch', 'seed', 'l1', 'l2', 'state', 'step', 'first', 'second'],
  ...['layer', 'unit', 'input', 'bias'],
  ...['rate', 'cost', 'decimal', 'digits'],
];

/** No white space, fixed key order, numbers as String(x) and −0 as -0; in a bookmark, what is default is left out. */
export const canonical = (document: WrittenScenario | Bookmark<WrittenScenario>): string =>
  written('start' in document ? withoutDefaults(document) : document);

function withoutDefaults({ version, start, steps, example, pick, notation }: Bookmark<WrittenScenario>): object {
  const changed = Object.entries(notation).filter(([key, value]) => value !== startNotation[key as keyof Notation]);
  return {
    version,
    start,
    ...(steps !== 0 && { steps }),
    ...(example !== 0 && { example }),
    ...(!sameRef(pick, firstWeight) && { pick }),
    ...(changed.length > 0 && { notation: Object.fromEntries(changed) }),
  };
}

/** What long lists are written as: the same thousands of weights and examples stand in document after document. */
const lists = new WeakMap<readonly unknown[], string>();
/** Characters. */
const long = 1000;

function list(values: readonly unknown[]): string {
  const known = lists.get(values);
  if (known !== undefined) return known;
  const text = `[${values.map(written).join(',')}]`;
  if (text.length >= long) lists.set(values, text);
  return text;
}

function written(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  if (Array.isArray(value)) return list(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => keyOrder.indexOf(a) - keyOrder.indexOf(b));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${written(member)}`).join(',')}}`;
}
