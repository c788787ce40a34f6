import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '../format/number';
import type { Notation } from '../scenario/types';
import { usePage } from './context';

/**
 * A number as text, for one place in the page: that text alone follows an edit, without rendering what stands around it.
 * `read` follows the signals that it reads, not the variables around it.
 */
export function useNumber(
  read: () => number | undefined,
  write: (x: number, notation: Notation) => string = formatNumber,
): ReadonlySignal<string> {
  const { playground } = usePage();
  return useComputed(() => write(read() ?? Number.NaN, playground.notation.value));
}
