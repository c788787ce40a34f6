/** A step that is too much work for one frame, computed in parts between which the page answers. */
import type { WholeEngine } from '../engine/engine';
import type { Scenario } from '../scenario/types';
import { createPace } from './pace';
import type { Replay } from './replay';

/** Goes on with the step that leads to `step`, by what fits into a frame; true once it is known. */
export type Ahead = (replay: Replay, start: Scenario, step: number) => boolean;

export function createAhead({ descendOn }: Pick<WholeEngine, 'descendOn'>, clock?: () => number): Ahead {
  const pace = createPace(64, clock);
  let under: { readonly from: Scenario; readonly progress?: Float64Array } | undefined;
  return (replay, start, step) => {
    const from = replay.frontier(start, step);
    if (!from) return true;
    const before = under?.from === from ? under.progress : undefined;
    const { descended, progress } = pace((examples) => descendOn(from, before, examples));
    under = descended ? undefined : { from, progress };
    if (descended) replay.learn(start, descended);
    return descended !== undefined;
  };
}
