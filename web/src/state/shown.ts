/** What is chosen to be looked at. It changes only by choice, unless the network no longer has it. */
import { firstWeight, hasRef } from '../scenario/refs';
import type { Bookmark, Scenario, WrittenScenario } from '../scenario/types';

export type Shown = Pick<Bookmark, 'pick' | 'example' | 'notation'>;

export const shownOf = ({ pick, example, notation }: Bookmark<WrittenScenario>): Shown => ({ pick, example, notation });

/** `shown` itself where the document has what it shows, else with the first weight or the last example instead. */
export function fitting(shown: Shown, s: Scenario): Shown {
  const fits = hasRef(s, shown.pick);
  if (fits && shown.example < s.examples.length) return shown;
  return {
    ...shown,
    pick: fits ? shown.pick : firstWeight,
    example: Math.min(shown.example, s.examples.length - 1),
  };
}
