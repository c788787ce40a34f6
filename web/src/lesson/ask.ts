/** The JSON of a question. */
import { finite, list, object, oneOf, type Read, refuse, result, text, whole } from '../scenario/reading';
import type { Result } from '../scenario/types';
import { lessonLimits } from './limits';
import { inlineOf, type Reading } from './markdown';
import { readQuantity } from './quantity';
import { type Ask, befores, type Inline, type Quantity } from './types';

type WithoutId<A> = A extends Ask ? Omit<A, 'id'> : never;
export type Unnamed = WithoutId<Ask>;
type Kind = Ask['kind'];
type Of<K extends Kind> = Extract<Unnamed, { readonly kind: K }>;

/** A question, all but its id. */
export const parseAsk = (ask: unknown, reading: Reading): Result<Unnamed> =>
  result((value, _, notes) => readers[readKind(value, 'ask', notes)](reading)(value, 'ask', notes), ask);

const kinds = ['choice', 'number', 'sign', 'order', 'reach'] as const satisfies readonly Kind[];

/** Of an object with other keys too: which of them are known depends on the kind. */
const readKind: Read<Kind> = (value, path, notes) => {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const alone = isObject ? Object.fromEntries(Object.entries(value).filter(([key]) => key === 'kind')) : value;
  return object({ kind: oneOf(kinds) })(alone, path, notes).kind;
};

const readers: { readonly [K in Kind]: (reading: Reading) => Read<Of<K>> } = {
  choice: (reading) => (value, path, notes) => {
    const option: Read<readonly Inline[]> = (item, at, n) => line(reading)(item, at, n).text;
    const options = list(option, 'options', lessonLimits.fewestOptions, lessonLimits.mostOptions);
    const read = object({ ...base(reading), options, answer: finite }, ['before'])(value, path, notes);
    const answer = whole(1, read.options.length)(read.answer, `${path}.answer`, notes) - 1;
    return { ...common(read), kind: 'choice', options: read.options, answer };
  },
  number: (reading) => (value, path, notes) => {
    const keys = { ...base(reading), of: quantity(reading), tolerance };
    const read = object(keys, ['before', 'tolerance'])(value, path, notes);
    return { ...common(read), kind: 'number', of: read.of, tolerance: read.tolerance ?? usualTolerance };
  },
  sign: (reading) => (value, path, notes) => {
    const read = object({ ...base(reading), of: quantity(reading) }, ['before'])(value, path, notes);
    return { ...common(read), kind: 'sign', of: read.of };
  },
  order: (reading) => (value, path, notes) => {
    const of = list(quantity(reading), 'quantities', lessonLimits.fewestOptions, lessonLimits.mostOptions);
    const read = object({ ...base(reading), of }, ['before'])(value, path, notes);
    return { ...common(read), kind: 'order', of: read.of };
  },
  reach: (reading) => (value, path, notes) => {
    const keys = { ...base(reading), of: quantity(reading), below: finite, above: finite };
    const { of, below, above, ...rest } = object(keys, ['before', 'below', 'above'])(value, path, notes);
    if (below === undefined && above === undefined) refuse(path, 'expects below or above, got neither');
    if (below !== undefined && above !== undefined && above >= below) {
      refuse(`${path}.above`, `expects less than below, ${below}, got ${above}`);
    }
    const bounds = { ...(below !== undefined && { below }), ...(above !== undefined && { above }) };
    return { ...common(rest), kind: 'reach', of, ...bounds };
  },
};

/** What every question has. */
const base = (reading: Reading) => ({ kind: oneOf(kinds), text: line(reading), before: oneOf(befores) });

interface Line {
  readonly plain: string;
  readonly text: readonly Inline[];
}

const line =
  (reading: Reading): Read<Line> =>
  (value, path, notes) => {
    const plain = text(value, path, notes).trim();
    return plain === '' ? refuse(path, 'expects text, got none') : { plain, text: inlineOf(plain, reading) };
  };

const common = ({ text, before }: { readonly text: Line; readonly before?: (typeof befores)[number] }) => ({
  ...text,
  ...(before && { before }),
});

const quantity =
  (reading: Reading): Read<Quantity> =>
  (value, path, notes) =>
    readQuantity(reading.network, text(value, path, notes), path);

const usualTolerance = 0.01;
const largestTolerance = 0.5;

const tolerance: Read<number> = (value, path, notes) => {
  const number = finite(value, path, notes);
  return number >= 0 && number <= largestTolerance
    ? number
    : refuse(path, `expects a part of the true value, from 0 to ${largestTolerance} (0.01 is 1 %), got ${number}`);
};
