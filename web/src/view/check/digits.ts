/** In how many digits a gradient and its central difference agree, as they are written. */
import type { Check, ParameterCheck } from '../../../../bindings/backprop';
import { formatNumber } from '../../format/number';
import type { Notation } from '../../scenario/types';

/** How many leading digits two numbers share, told by their relative difference. Infinity where they are the same. */
export const digitsShared = (error: number): number => Math.max(0, Math.floor(-Math.log10(error)));

/** Fewer shared digits than this are no rounding. */
export const leastDigits = 4;

interface Agreement {
  /** How both begin, and how each goes on. */
  readonly common: string;
  readonly rests: readonly [string, string];
  /** How many digits of them agree: those of `common`. Infinity where the two are the same number. */
  readonly digits: number;
}

/** Two numbers as written, cut after what they have in common. @param error their relative difference */
export function parted(a: string, b: string, error: number): Agreement {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  const common = a.slice(0, length);
  const seen =
    common
      .replace(/×.*/, '')
      .replace(/^[^1-9]*/, '')
      .match(/\d/g)?.length ?? 0;
  const told = digitsShared(error);
  const alike = a === b ? Math.max(seen, told) : seen;
  // 0.99999 and 1.00001 are near though they have no digit in common; 1.2×10⁻⁸ and 1.2×10⁻⁷ are not.
  const carried = alike < leastDigits && told >= leastDigits;
  return { common, rests: [a.slice(length), b.slice(length)], digits: carried || alike > told + 1 ? told : alike };
}

/** Digits enough to see where the two part, whatever the page shows elsewhere. */
const fewestDigits = 12;

export function agreement({ analytic, numeric, error }: ParameterCheck, notation: Notation): Agreement {
  const digits = Math.max(fewestDigits, notation.digits);
  const write = (x: number) => formatNumber(x, notation, { digits });
  return parted(write(analytic), write(numeric), error);
}

/** Which parameter agrees in the fewest digits, and in how many; undefined where none can be compared. */
export function leastOf({ parameters, worst }: Check, notation: Notation) {
  let least: { readonly index: number; readonly digits: number } | undefined;
  for (const [index, one] of parameters.entries()) {
    if (one.atKink || !Number.isFinite(one.error)) continue;
    const { digits } = agreement(one, notation);
    const fewer = !least || digits < least.digits || (digits === least.digits && index === worst);
    if (fewer) least = { index, digits };
  }
  return least;
}
