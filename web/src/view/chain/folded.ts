/**
 * On a first visit the product is folded into empty slots, which the reader fills by following the nudge: what it is for
 * comes before what it is made of. It unfolds when all are filled, and for whoever goes another way.
 */
import { effect, type Signal, signal } from '@preact/signals';
import { sameRef } from '../../scenario/refs';
import type { Playground } from '../../state/playground';
import { currentSegment } from '../../state/run';
import { type Guide, sameNetwork } from '../guide/guide';
import { beside } from '../presentation/presentation';

export function createFolded(
  playground: Playground,
  hops: Signal<number | undefined>,
  guide: Guide,
  atFirst: boolean,
): Signal<boolean> {
  const folded = signal(atFirst);
  const first = currentSegment(playground.run.peek()).start;
  const pick = playground.pick.peek();
  let asked = false;
  effect(() => {
    if (!folded.value) {
      asked = false;
      return;
    }
    const isAsked = guide.scene.value.kind !== 'away';
    const followed = (hops.value ?? 0) >= playground.derivation.value.factors.length;
    const run = playground.run.value;
    const elsewhere =
      !sameNetwork(currentSegment(run).start, first) ||
      // A lesson tells its own story.
      beside.value ||
      run.cursor.step > 0 ||
      playground.stage.value !== undefined ||
      !sameRef(playground.pick.value, pick);
    if (followed || elsewhere || (asked && !isAsked)) folded.value = false;
    asked = isAsked;
  });
  // Paper has no button that shows it.
  addEventListener('beforeprint', () => {
    folded.value = false;
  });
  return folded;
}
