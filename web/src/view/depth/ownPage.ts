import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Part } from '../../../../bindings/backprop';
import type { Writing } from '../../format/symbol';
import { isSlim, outputCount } from '../../scenario/shape';
import type { Scenario } from '../../scenario/types';
import { type PageState, usePage } from '../context';

/**
 * The page for what shows another network than the one on screen: symbols as they are written there, and links that light up
 * among themselves alone.
 */
export function useOwnPage(of: Scenario): PageState {
  const page = usePage();
  const notation = page.playground.notation.value;
  const slim = isSlim(of);
  const depth = of.layers.length;
  const outputs = outputCount(of);
  return useMemo(() => {
    const writing: Writing = { notation, slim, depth, outputs };
    return { ...page, writing: signal(writing), lit: signal<readonly Part[]>([]) };
  }, [page, notation, slim, depth, outputs]);
}
