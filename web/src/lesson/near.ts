/** When a typed number is as good as the true one. */
import { exactDigits, parseNumber, plain } from '../format/number';
import type { Notation } from '../scenario/types';

export interface Typed {
  readonly value: number;
  /** Significant digits that were typed. */
  readonly digits: number;
  /** What one more in the last of them would add. */
  readonly unit: number;
}

/** Undefined for what is no number. */
export function typed(text: string): Typed | undefined {
  const value = parseNumber(text);
  if (value === undefined) return undefined;
  const [mantissa = '', exponent = '0'] = plain(text).toLowerCase().split('e');
  const [, after = ''] = mantissa.split(/[.,]/);
  const digits = mantissa.replace(/[^\d]/g, '').replace(/^0+/, '').length;
  return { value, digits, unit: 10 ** (Number(exponent) - after.length) };
}

/** An answer with a single digit says too little to be a rounded one. */
const fewestDigits = 2;

/** For the rounding of our own sums: a few units of a double's last place. */
const rounding = 4 * Number.EPSILON;

/** The true value, rounded to the digits that were typed. */
export const isRounded = (given: Typed, truth: number): boolean => near(given, truth, 0);

/** How many digits of the true value are told beside it: as many as were typed. */
export const digitsBeside = ({ digits }: Typed, notation: Notation): number =>
  Math.min(exactDigits, Math.max(notation.digits, digits));

/** Within the tolerance, which is relative to the true value; or the true value rounded to the digits that were typed. */
export function near({ value, digits, unit }: Typed, truth: number, tolerance: number): boolean {
  const size = Math.abs(truth);
  const off = Math.abs(value - truth) - rounding * size;
  return off <= tolerance * size || (digits >= fewestDigits && off <= unit / 2);
}
