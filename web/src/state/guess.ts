/** What a reader may guess of the next hop of a nudge: what really happens, and what two common thoughts would give. */
import type { Change } from '../../../bindings/backprop';

/** `short`: the change before, as if this link rescaled nothing. `added`: as if the links' ratios added up. */
export type Thought = 'right' | 'short' | 'added';

interface Guess {
  readonly thought: Thought;
  readonly change: number;
}

/** The guesses at `changes[hop]`, the smallest first; none where two of them are alike or no single number arrives. */
export function guessesAt(changes: readonly Change[], hop: number): readonly Guess[] {
  const before = changes[hop - 1];
  const now = changes[hop];
  const start = changes[0];
  const ratios = changes.slice(1, hop + 1).map(({ ratio }) => ratio ?? Number.NaN);
  if (!start || !before || !now) return [];
  const guesses: Guess[] = [
    { thought: 'right', change: now.change },
    { thought: 'short', change: before.change },
    { thought: 'added', change: start.change * ratios.reduce((sum, ratio) => sum + ratio, 0) },
  ];
  const sizes = new Set(guesses.map(({ change }) => change));
  if (sizes.size < guesses.length || !guesses.every(({ change }) => Number.isFinite(change))) return [];
  return guesses.sort((a, b) => a.change - b.change);
}
