/** The ways to shut the chain that a reader finds while it is asked for them. */
import { effect } from '@preact/signals';
import type { Part } from '../../../../bindings/backprop';
import { samePart } from '../../format/symbol';
import { isParameter, parameterAt } from '../../scenario/refs';
import type { Playground } from '../../state/playground';
import type { Guide } from './guide';

export const includesPart = (parts: readonly Part[], part: Part): boolean => parts.some((p) => samePart(p, part));

/** Keeps each, unless it was so before or the weight itself shut it. Returns how to stop. */
export function keepFinds(playground: Playground, guide: Guide): () => void {
  let last: number | undefined;
  let byItself: readonly Part[] = [];
  return effect(() => {
    const scene = guide.scene.value;
    const pick = playground.pick.value;
    const weight = isParameter(pick) ? parameterAt(playground.scenario.value, pick) : undefined;
    const shut = playground.derivation.value.factors.filter((f) => f.value === 0);
    byItself = weight === last ? byItself.filter((part) => includesPart(shut, part)) : shut;
    last = weight;
    if (scene.kind !== 'powerless') return;
    const { found } = scene;
    const more = shut.filter((f) => !includesPart(found, f) && !includesPart(byItself, f));
    if (more.length > 0) guide.show({ ...scene, found: [...found, ...more] });
  });
}
