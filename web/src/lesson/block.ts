/** The JSON of a `playground` block: what a page does to the playground, and what it asks. */
import { isDeeperThan } from '../scenario/depth';
import { lockIds, panelIds } from '../scenario/ids';
import { jsonProblem } from '../scenario/json';
import { limits } from '../scenario/limits';
import { refIn } from '../scenario/link/names';
import { finite, list, type Notes, object, oneOf, type Read, refuse, result, text, whole } from '../scenario/reading';
import type { Layered, Result } from '../scenario/types';
import { lessonLimits } from './limits';
import { inlineOf, type Reading } from './markdown';
import { readQuantity } from './quantity';
import { type Ask, befores, type Page } from './types';

/** What a block says before the network is known that its names are of. */
export type Block = ReturnType<typeof readBlock>;

const anything: Read<unknown> = (value) => value;

const readBlock = object(
  {
    state: text,
    pick: text,
    panel: oneOf(panelIds),
    highlight: list(text, 'quantities', 0, lessonLimits.highlights),
    lock: list(oneOf(lockIds), 'names'),
    hide: list(oneOf(panelIds), 'names'),
    show: list(oneOf(panelIds), 'names'),
    ask: anything,
  },
  ['state', 'pick', 'panel', 'highlight', 'lock', 'hide', 'show', 'ask'],
);

/** A block as it is written; of its question, that there is one. */
export function parseBlock(json: string): Result<Block> {
  if (isDeeperThan(limits.depth, json)) {
    return { ok: false, path: '', message: `expects at most ${limits.depth} brackets inside each other` };
  }
  try {
    return result(readBlock, JSON.parse(json) as unknown);
  } catch {
    return { ok: false, path: '', message: jsonProblem(json) };
  }
}

/** Its names, in the network that the page shows. */
export const parseNames = (block: Block, network: Layered): Result<Pick<Page, 'pick' | 'highlight'>> =>
  result(
    () => ({
      ...(block.pick !== undefined && { pick: refIn(network, block.pick, 'pick') }),
      highlight: (block.highlight ?? []).map((name, k) => readQuantity(network, name, `highlight.${k}`)),
    }),
    block,
  );

/** A question, all but its id. */
export const parseAsk = (ask: unknown, reading: Reading): Result<Unnamed> =>
  result((value, _, notes) => readAsk(reading)(value, 'ask', notes), ask);

type WithoutId<A> = A extends Ask ? Omit<A, 'id'> : never;
export type Unnamed = WithoutId<Ask>;

const kinds = ['choice', 'number', 'sign', 'order', 'reach'] as const;

/** Asked of itself: keys of the question that belong to its kind. */
const readKind = (value: unknown, path: string, notes: Notes) =>
  object({ kind: oneOf(kinds) })(pickKind(value), path, notes).kind;

const pickKind = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...(Object.hasOwn(value, 'kind') && { kind: (value as { kind: unknown }).kind }) }
    : value;

const readAsk =
  (reading: Reading): Read<Unnamed> =>
  (value, path, notes) => {
    const of: Read<ReturnType<typeof readQuantity>> = (name, at, n) =>
      readQuantity(reading.network, text(name, at, n), at);
    const shown: Read<{ plain: string; text: ReturnType<typeof inlineOf> }> = (words, at, n) => {
      const plain = text(words, at, n).trim();
      return plain === '' ? refuse(at, 'expects text, got none') : { plain, text: inlineOf(plain, reading) };
    };
    const base = { kind: oneOf(kinds), text: shown, before: oneOf(befores) };
    const kind = readKind(value, path, notes);
    switch (kind) {
      case 'choice': {
        const options = list(
          (item, at, n) => shown(item, at, n).text,
          'options',
          lessonLimits.fewestOptions,
          lessonLimits.mostOptions,
        );
        const read = object({ ...base, options, answer: anything }, ['before'])(value, path, notes);
        const answer = whole(1, read.options.length)(read.answer, `${path}.answer`, notes) - 1;
        return { ...common(read), kind, options: read.options, answer };
      }
      case 'number': {
        const read = object({ ...base, of, tolerance }, ['before', 'tolerance'])(value, path, notes);
        return { ...common(read), kind, of: read.of, tolerance: read.tolerance ?? usualTolerance };
      }
      case 'sign': {
        const read = object({ ...base, of }, ['before'])(value, path, notes);
        return { ...common(read), kind, of: read.of };
      }
      case 'order': {
        const several = list(of, 'quantities', lessonLimits.fewestOptions, lessonLimits.mostOptions);
        const read = object({ ...base, of: several }, ['before'])(value, path, notes);
        return { ...common(read), kind, of: read.of };
      }
      case 'reach': {
        const read = object({ ...base, of, below: finite, above: finite }, ['before', 'below', 'above'])(
          value,
          path,
          notes,
        );
        const { below, above } = read;
        if (below === undefined && above === undefined) refuse(path, 'expects below or above, got neither');
        if (below !== undefined && above !== undefined && above >= below) {
          refuse(`${path}.above`, `expects less than below, ${below}, got ${above}`);
        }
        return {
          ...common(read),
          kind,
          of: read.of,
          ...(below !== undefined && { below }),
          ...(above !== undefined && { above }),
        };
      }
    }
  };

const common = ({
  text: { plain, text },
  before,
}: {
  readonly text: { readonly plain: string; readonly text: ReturnType<typeof inlineOf> };
  readonly before?: (typeof befores)[number];
}) => ({ text, plain, ...(before && { before }) });

const usualTolerance = 0.01;
const largestTolerance = 0.5;

const tolerance: Read<number> = (value, path, notes) => {
  const number = finite(value, path, notes);
  return number >= 0 && number <= largestTolerance
    ? number
    : refuse(path, `expects a part of the true value, from 0 to ${largestTolerance} (0.01 is 1 %), got ${number}`);
};
