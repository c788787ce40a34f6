/** Whether the way to the network on screen is short enough to be walked again by whoever opens it. */
import type { FirstEngine } from '../engine/engine';
import type { Bookmark, Scenario, WrittenScenario } from '../scenario/types';
import type { Playground } from './playground';
import { currentSegment } from './run';
import { mostWork, workOfStep } from './work';

/** Milliseconds that a reader may wait for a replay. */
const longestReplay = 1000;

/** Of a step that is too much work for a frame: parameters times examples a millisecond, about. */
const workInTime = 300_000;

/** Milliseconds after which a measurement is good enough. */
const measured = 4;

/** A step may look slower than it is, never faster: of so many measurements the best counts before a run is given up. */
const mostMeasurements = 8;

export interface Kept {
  readonly bookmark: Bookmark<WrittenScenario>;
  /** The bookmark starts from the network on screen: the steps that led to it are left out. */
  readonly rebased: boolean;
}

/** What links, files and storage keep of the screen. */
export function createKeeping(
  { descend }: Pick<FirstEngine, 'descend'>,
  playground: Playground,
  clock: () => number = () => performance.now(),
): () => Kept {
  const paces = new WeakMap<Scenario, { readonly pace: number; readonly measurements: number }>();

  /** Milliseconds a step, by the first few of them. */
  const paceOf = (start: Scenario, steps: number): number => {
    for (let few = 1; ; few = Math.min(4 * few, steps)) {
      const before = clock();
      descend(start, few);
      const time = clock() - before;
      if (time >= measured || few >= steps) return time / few;
    }
  };

  /** Milliseconds that `steps` steps take. */
  const timeOf = (start: Scenario, steps: number): number => {
    if (workOfStep(start) > mostWork) return (steps * workOfStep(start)) / workInTime;
    let { pace, measurements } = paces.get(start) ?? { pace: Number.POSITIVE_INFINITY, measurements: 0 };
    for (; measurements < mostMeasurements && pace * steps > longestReplay; measurements++) {
      pace = Math.min(pace, paceOf(start, steps));
    }
    paces.set(start, { pace, measurements });
    return pace * steps;
  };

  return () => {
    const run = playground.run.peek();
    const { step } = run.cursor;
    const rebased = step > 0 && timeOf(currentSegment(run).start, step) > longestReplay;
    return { bookmark: playground.bookmark(rebased), rebased };
  };
}
