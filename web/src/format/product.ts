/** Numbers inside a product: a negative one stands in brackets, as in 0.600 × (−0.223). */
import type { Notation } from '../scenario/types';
import { formatNumber } from './number';

export const bracketed = (x: number, notation: Notation, digits = notation.digits): string => {
  const written = formatNumber(x, notation, { digits });
  return x < 0 ? `(${written})` : written;
};

/** `values` as a written product; only the first may stand without brackets. */
export const productText = (values: readonly number[], notation: Notation, digits: number): string =>
  values.map((x, i) => (i === 0 ? formatNumber(x, notation, { digits }) : bracketed(x, notation, digits))).join(' × ');
