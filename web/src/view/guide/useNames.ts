import type { Part } from '../../../../bindings/backprop';
import { derivativeText, quantityOf, text } from '../../format/symbol';
import type { Ref } from '../../scenario/types';
import { usePage } from '../context';

/** Brings what a question is about in sight: on a phone it may be several screens away. */
export const bring = (part: 'diagram' | 'nudge' | 'chain'): void =>
  document
    .querySelector(`[data-part="${part}"]`)
    ?.scrollIntoView({ block: matchMedia('(max-width: 43.75em)').matches ? 'start' : 'nearest' });

/** What the questions call a quantity, the cost and a link. */
export function useNames() {
  const { writing, playground } = usePage();
  return {
    name: (ref: Ref) => text(quantityOf(ref), writing.value),
    cost: playground.notation.value.cost,
    link: (part: Part) => derivativeText(part.of, part.by, writing.value),
  };
}
