/** The keys of a readable link, and its way into keys and values. */
import { refuse } from '../reading';
import { shown } from './numbers';

/** As generated links write them. */
export const keyOrder = [
  ...['crc', 'v', 'title', 'net', 'w', 'b', 'frozen', 'x', 'y', 'data', 'loss'],
  ...['rule', 'momentum', 'beta1', 'beta2', 'epsilon', 'smoothing', 'weightDecay'],
  ...['alpha', 'batch', 'seed', 'l1', 'l2'],
  ...['step', 'ex', 'pick', 'rate', 'cost', 'decimal', 'digits'],
];

const known = new Set([...keyOrder, 'init', 's', 'lesson']);

export const isKnown = (key: string): boolean => known.has(key);

/** A piece of a link between two &, decoded; `value` is undefined where it has no =. */
export interface Part {
  readonly key: string;
  readonly value: string | undefined;
}

/** The pieces of a link. What is not percent-encoded text stays as it is. */
export const partsOf = (fragment: string): Part[] =>
  fragment.split('&').map((piece) => {
    const equals = piece.indexOf('=');
    if (equals < 0) return { key: plain(piece), value: undefined };
    return { key: plain(piece.slice(0, equals)), value: plain(piece.slice(equals + 1)) };
  });

/** Percent-decoded; + is a plus. Undefined where a % begins no character. */
export function decoded(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const plain = (text: string): string => decoded(text) ?? text;

/** Keys and values. Refuses a key given twice, a piece without = and one without a key. */
export function valuesOf(parts: readonly Part[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { key, value } of parts) {
    if (key === '') return refuse(value === undefined ? '&' : '=', 'stands beside no key, so the link is incomplete');
    if (value === undefined) return refuse(key, 'has no =, so the link is incomplete');
    if (values.has(key)) return refuse(key, `is given twice, as ${shown(values.get(key) ?? '')} and ${shown(value)}`);
    values.set(key, value);
  }
  return values;
}
