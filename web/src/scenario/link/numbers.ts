/** Numbers of a link: JSON's grammar, and the shortest text that reads back to the same bits. */
import { refuse } from '../reading';

const grammar = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Without the + of an exponent, which mail and chat programs turn into a space. */
export const writtenNumber = (value: number): string =>
  Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e');

/** @param key that a refusal names */
export function numberIn(text: string, key: string): number {
  const digits = text.trim();
  if (!grammar.test(digits)) refuse(key, `expects a number such as 0.5 or -1e-3, got ${shown(digits)}`);
  const value = Number(digits);
  return Number.isFinite(value) ? value : refuse(key, `expects a number below 1.8e308, got ${shown(digits)}`);
}

/** A quoted piece of a link, short enough for a sentence. */
export const shown = (text: string): string => (text === '' ? 'nothing' : JSON.stringify(text.slice(0, 40)));
