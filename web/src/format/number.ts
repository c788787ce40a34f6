/** Numbers to text and text to numbers: the one place that knows how a number is written. */
import type { Notation } from '../scenario/types';

export interface NumberFormat {
  /** Significant digits; the notation's unless told. */
  readonly digits?: number;
  /** Puts + in front of positive numbers. */
  readonly sign?: boolean;
}

export declare function formatNumber(x: number, notation: Notation, options?: NumberFormat): string;
export declare function exactText(x: number, notation: Notation): string;
export declare function parseNumber(text: string, notation: Notation): number | undefined;
export declare function isDraft(text: string): boolean;
export declare function addStep(value: number, delta: number): number;
export declare function digitsThatMultiply(values: readonly number[], product: number, notation: Notation): number;
export declare function digitsForUpdate(
  before: number,
  alpha: number,
  gradient: number,
  after: number,
  notation: Notation,
): number;
