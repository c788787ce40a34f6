/** Links to a bookmark: readable ones, that a person can edit, and packed ones, that hold anything; and to a lesson. */
import { canonical } from '../canonical';
import { firstWeight, isFrozen, parameters, sameRef } from '../refs';
import { parameterCount } from '../shape';
import { startNotation, startScenario } from '../start';
import type { Bookmark, Notation, Scenario, WrittenScenario } from '../types';
import { crc32 } from './crc';
import { keyOrder } from './keys';
import { writtenRef } from './names';
import { netOf, writtenNet } from './net';
import { writtenNumber } from './numbers';
import { pack } from './pack';

/** Characters up to which a link stays readable: more than that nobody edits by hand, and a QR code holds this many. */
const longestReadable = 600;

/** `#crc=…&v=1&…`; undefined for what only a packed link can hold. */
export function readableFragment(b: Bookmark<WrittenScenario>): string | undefined {
  const { title } = b.start;
  if (b.start.descent.state || (title && loneSurrogate.test(title))) return undefined;
  const values = new Map(Object.entries(valuesOf(b)).filter(([, value]) => value !== undefined));
  const keys = keyOrder.filter((key) => values.has(key));
  const text = keys.map((key) => `${key}=${values.get(key)}`).join('&');
  const written = keys.map((key) => `${key}=${escaped(key, values.get(key) ?? '')}`).join('&');
  return `#crc=${crc32(new TextEncoder().encode(text))}&${written}`;
}

/** `#s=1.…` */
export const packedFragment = (b: Bookmark<WrittenScenario>): string => `#s=${pack(canonical(b))}`;

/** `#lesson=1.…`, a lesson's Markdown. */
export const lessonFragment = (markdown: string): string => `#lesson=${pack(markdown)}`;

/** The form that suits the bookmark: readable while that is reasonably short. */
export function fragmentFor(b: Bookmark<WrittenScenario>): string {
  // No number is written shorter than in two characters: to write thousands in vain takes long.
  const readable = 2 * parameterCount(b.start) > longestReadable ? undefined : readableFragment(b);
  if (readable !== undefined && readable.length <= longestReadable) return readable;
  return packedFragment(b);
}

/** UTF-8 has no half characters. */
const loneSurrogate = /\p{Surrogate}/u;

/** Nothing that a mail or chat program reads as its own mark-up, or at the end as a mark behind the address. */
function escaped(key: string, text: string): string {
  const uri = encodeURIComponent(text).replace(
    /[!'()*~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return key === 'title' || key === 'decimal' ? uri : uri.replace(/%(?:2C|3A|3B)/g, decodeURIComponent);
}

type Written = Readonly<Record<string, string | undefined>>;

function valuesOf({ start, steps, example, pick, notation }: Bookmark<WrittenScenario>): Written {
  const net = writtenNet(netOf(start));
  const startNet = writtenNet(netOf(startScenario));
  return {
    v: '1',
    title: start.title ?? (net === startNet ? '' : undefined), // the start document's network has a title of its own
    net,
    ...parametersOf(start),
    ...dataOf(start),
    loss: start.loss,
    ...descentOf(start),
    step: steps === 0 ? undefined : writtenNumber(steps),
    ex: example === 0 ? undefined : writtenNumber(example + 1),
    pick: sameRef(pick, firstWeight) ? undefined : writtenRef(start, pick),
    ...notationOf(notation),
  };
}

function parametersOf(start: WrittenScenario): Written {
  const frozen = parameters(start).filter((ref) => isFrozen(start, ref));
  return {
    w: start.layers.map(({ weights }) => list(weights.flat())).join(';'),
    b: start.layers.some(({ biases }) => biases)
      ? start.layers.map(({ biases }) => list(biases ?? [])).join(';')
      : undefined,
    frozen: frozen.length > 0 ? frozen.map((ref) => writtenRef(start, ref)).join(',') : undefined,
  };
}

const list = (numbers: readonly number[]): string => numbers.map(writtenNumber).join(',');

function dataOf({ dataset, examples }: WrittenScenario): Written {
  if (dataset)
    return { data: [dataset.name, ...[dataset.count, dataset.noise, dataset.seed].map(writtenNumber)].join(':') };
  return {
    x: examples.map(({ inputs }) => list(inputs)).join(';'),
    y: examples.map(({ targets }) => list(targets)).join(';'),
  };
}

function descentOf({ descent }: Pick<Scenario, 'descent'>): Written {
  const { rule, state: _, ...numbers } = descent;
  return { rule, ...Object.fromEntries(Object.entries(numbers).map(([key, number]) => [key, writtenNumber(number)])) };
}

const notationOf = (notation: Notation): Written =>
  Object.fromEntries(
    Object.entries(notation)
      .filter(([key, value]) => value !== startNotation[key as keyof Notation])
      .map(([key, value]) => [key, String(value)]),
  );
