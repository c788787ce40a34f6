/** What becomes of a guess which weight moves the cost most. */
import { sameRef } from '../scenario/refs';
import type { ParameterRef } from '../scenario/types';

export interface Moved {
  readonly ref: ParameterRef;
  /** Of the cost, by the same nudge for each. */
  readonly change: number;
}

/** `best`: the one that moves the cost most; of several the chosen one, or the first. */
export type Outcome =
  | { readonly kind: 'right' | 'alike' | 'notAlike' | 'none' | 'notFinite'; readonly best: Moved }
  /** `own`, the chosen one, moves it less, or not at all. */
  | { readonly kind: 'wrong' | 'still'; readonly best: Moved; readonly own: Moved };

export function outcomeOf(weights: readonly Moved[], chosen: ParameterRef | 'alike'): Outcome | undefined {
  const [first] = weights;
  if (!first) return undefined;
  const size = ({ change }: Moved): number => Math.abs(change);
  const farthest = Math.max(...weights.map(size));
  if (!Number.isFinite(farthest)) return { kind: 'notFinite', best: first };
  const most = weights.filter((one) => size(one) === farthest);
  const own = chosen === 'alike' ? undefined : weights.find(({ ref }) => sameRef(ref, chosen));
  const best = most.find((one) => one === own) ?? most[0] ?? first;
  if (farthest === 0) return { kind: 'none', best };
  if (most.length === weights.length) return { kind: 'alike', best };
  if (!own) return { kind: 'notAlike', best };
  if (own === best) return { kind: 'right', best };
  return { kind: own.change === 0 ? 'still' : 'wrong', best, own };
}
