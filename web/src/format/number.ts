/** Numbers to text and text to numbers: the one place that knows how a number is written. */
import type { Notation } from '../scenario/types';

interface NumberFormat {
  /** Significant digits, 2–17; the notation's unless told. */
  readonly digits?: number;
  /** Puts + in front of positive numbers. */
  readonly sign?: boolean;
}

/** From this many digits on, a number is written with as many as it takes to read back the same number, and no more. */
export const exactDigits = 17;

/** Powers of ten (of the first digit) that are written out: 0.000123 and 123456; the others as 1.23×10⁶. */
const smallestWrittenOut = -4;
const largestWrittenOut = 5;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * `x` with a number of significant digits, trailing zeros kept: 0.400, −0.753, 1.23×10⁻⁸. A whole part is never rounded:
 * 12345 stays 12345. With 17 digits, the shortest text that reads back as the same number. Any number has a text.
 */
export function formatNumber(x: number, notation: Notation, options: NumberFormat = {}): string {
  const digits = options.digits ?? notation.digits;
  if (Number.isNaN(x)) return 'not a number';
  if (x === 0) return Object.is(x, -0) && digits >= exactDigits ? '−0' : '0';
  const sign = x < 0 ? '−' : options.sign ? '+' : '';
  const size = Math.abs(x);
  return sign + (size === Infinity ? '∞' : sizeText(size, digits).replace('.', notation.decimal));
}

/** A positive finite number with a decimal point. */
function sizeText(size: number, digits: number): string {
  const scientific = digits >= exactDigits ? size.toExponential() : size.toExponential(digits - 1);
  const [mantissa = '', power = ''] = scientific.split('e');
  const exponent = Number(power);
  if (exponent < smallestWrittenOut || exponent > largestWrittenOut) return `${mantissa}×10${superscript(exponent)}`;
  const significant = mantissa.replace('.', '');
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${significant}`;
  if (significant.length <= exponent + 1) return size.toFixed(0);
  return `${significant.slice(0, exponent + 1)}.${significant.slice(exponent + 1)}`;
}

const superscript = (exponent: number): string =>
  (exponent < 0 ? '⁻' : '') + String(Math.abs(exponent)).replace(/\d/g, (digit) => superscripts[Number(digit)] ?? '');

/** A count, in groups of three digits from five on; with spaces, since readers differ over what a comma means. */
export const countText = (count: number, notation?: Notation): string =>
  count > Number.MAX_SAFE_INTEGER && notation
    ? formatNumber(count, notation)
    : count < 10_000
      ? String(count)
      : String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** The shortest text that `parseNumber` reads as exactly `x`, for a field that is being edited. */
export function exactText(x: number, notation: Notation): string {
  if (!Number.isFinite(x)) return formatNumber(x, notation);
  return (Object.is(x, -0) ? '-0' : String(x)).replace('.', notation.decimal);
}

/** `x` in a sentence: whole to its last digit where that is short (1.2, not 1.20), else with the notation's digits. */
export function briefText(x: number, notation: Notation): string {
  const exact = exactText(x, notation).replace('-', '−');
  return exact.length <= notation.digits + 2 && !exact.includes('e') ? exact : formatNumber(x, notation);
}

/** A text as JavaScript would write it: - for −, . for the decimal comma, e-8 for ×10⁻⁸. */
export const plain = (text: string): string =>
  text
    .trim()
    .replaceAll('−', '-')
    .replace(/×10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/, 'e')
    .replaceAll('⁻', '-')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(superscripts.indexOf(digit)));

const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * What a reader typed or pasted: − or -, a leading +, `.5`, `5.`, `1e-3` and what `formatNumber` writes; with a point or a
 * comma, whatever the notation: the keypad of a phone may have only one of them. Undefined when it is not, or not yet, a
 * finite number.
 */
export function parseNumber(text: string): number | undefined {
  const candidate = plain(text).replace(',', '.');
  if (!numberPattern.test(candidate)) return undefined;
  const value = Number(candidate);
  return Number.isFinite(value) ? value : undefined;
}

const draftPattern = /^[+-]?(\.|,|\d+,|(\d+[.,]?\d*|[.,]\d+)e[+-]?)?$/i;

/** True for a text that is no number yet but becomes one by typing on: nothing, `-`, `.`, `1e`, `1e-`. */
export const isDraft = (text: string): boolean => draftPattern.test(plain(text));

/** toFixed gives no more than this. */
const mostDecimals = 100;

/** Decimals in the shortest text of x: 2 for 0.41, 9 for 1.5e-8. */
function decimals(x: number): number {
  const [mantissa = '', exponent = '0'] = String(x).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

/** `value + delta` as on paper, without the noise of binary fractions: 0.1 + 0.2 = 0.3. */
export function addStep(value: number, delta: number): number {
  const sum = value + delta;
  const places = Math.max(decimals(value), decimals(delta));
  return places > mostDecimals || !Number.isFinite(sum) ? sum : Number(sum.toFixed(places));
}

/**
 * Half a unit of the last printed digit, and a little for the rounding of our own sums. A tie may be printed either way.
 */
const halfUnit = 0.5 * (1 + 1e-9);

/** True when `x` may be printed as `shown` is, with the notation's digits. */
function printsAs(x: number, shown: number, notation: Notation): boolean {
  if (shown === 0) return x === 0;
  const [mantissa = '', power = ''] = shown.toExponential(notation.digits - 1).split('e');
  const unit = 10 ** (Number(power) - notation.digits + 1);
  return Math.abs(x - Number(`${mantissa}e${power}`)) <= halfUnit * unit;
}

/** The value that a reader sees in the printed text. */
const printed = (x: number, notation: Notation, digits: number): number =>
  parseNumber(formatNumber(x, notation, { digits })) ?? x;

/** The smallest number of digits, from the notation's on, that satisfies `fits`; at most 17. */
function fewestDigits(notation: Notation, fits: (digits: number) => boolean): number {
  let digits = notation.digits;
  while (digits < exactDigits && !fits(digits)) digits++;
  return digits;
}

/**
 * How many significant digits `values` need so that the printed values, multiplied, give what `product` is printed as with
 * the notation's digits. For a row of factors, and for a nudge times its factors. The notation's digits where something is
 * not finite.
 */
export function digitsThatMultiply(values: readonly number[], product: number, notation: Notation): number {
  if (![...values, product].every(Number.isFinite)) return notation.digits;
  return fewestDigits(notation, (digits) =>
    printsAs(
      values.reduce((partial, value) => partial * printed(value, notation, digits), 1),
      product,
      notation,
    ),
  );
}

/** The same for a sum: how many digits `values` need so that the printed values add up to the printed `sum`. */
export function digitsThatAdd(values: readonly number[], sum: number, notation: Notation): number {
  if (![...values, sum].every(Number.isFinite)) return notation.digits;
  return fewestDigits(notation, (digits) =>
    printsAs(
      values.reduce((partial, value) => partial + printed(value, notation, digits), 0),
      sum,
      notation,
    ),
  );
}

/**
 * How many significant digits `before`, `alpha` and `gradient` need so that, as printed, before − alpha × gradient gives
 * what `after` is printed as with the notation's digits. The notation's digits where something is not finite.
 */
export function digitsForUpdate(
  before: number,
  alpha: number,
  gradient: number,
  after: number,
  notation: Notation,
): number {
  if (![before, alpha, gradient, after].every(Number.isFinite)) return notation.digits;
  return fewestDigits(notation, (digits) => {
    const shown = (x: number) => printed(x, notation, digits);
    return printsAs(shown(before) - shown(alpha) * shown(gradient), after, notation);
  });
}
