// A playground on the real engine, with a clock that only moves when a test says so.
import { loadEngine } from '../../../web/src/engine';
import type { Engine } from '../../../web/src/engine/engine';
import { loadWhole } from '../../../web/src/engine/load';
import { withParameter } from '../../../web/src/scenario/edits';
import { startBookmark } from '../../../web/src/scenario/start';
import type { Bookmark, Scenario, WrittenScenario } from '../../../web/src/scenario/types';
import { createAhead } from '../../../web/src/state/ahead';
import { createPlayground } from '../../../web/src/state/playground';

export const engine = await loadEngine();

/** Milliseconds between two frames. */
const frame = 20;

/** `work` says how many milliseconds so many steps take on the pretended computer. */
export function stage(
  bookmark: Bookmark<WrittenScenario> = startBookmark,
  { on = engine, work = () => 0 }: { on?: Engine; work?: (steps: number) => number } = {},
) {
  let now = 0;
  const waiting = new Set<(now: number) => void>();
  const slow: Engine = {
    ...on,
    descend: (s, steps) => {
      now += work(steps);
      return on.descend(s, steps);
    },
  };
  const playground = createPlayground(slow, bookmark, {
    clock: () => now,
    later: (then) => waiting.add(then),
    ahead: async () => createAhead(await loadWhole()),
    schedule: (tick) => {
      const own = (now: number) => tick(now);
      waiting.add(own);
      return () => void waiting.delete(own);
    },
  });
  /** Lets time pass, frame by frame. */
  const pass = (milliseconds: number) => {
    for (const end = now + milliseconds; now < end; ) {
      now += frame;
      const due = [...waiting];
      waiting.clear();
      for (const tick of due) tick(now);
    }
  };
  return { playground, pass, isWaiting: () => waiting.size > 0 };
}

/** The first two weights of the note's chain. */
export const w1 = { layer: 0, unit: 0, input: 0 };
export const w2 = { layer: 1, unit: 0, input: 0 };
export const withW1 = (s: Scenario, value: number) => withParameter(s, w1, value);

export const descended = (s: Scenario, steps: number) => engine.descend(s, steps).scenario;
export const open = (start: Scenario, more: Partial<Bookmark> = {}): Bookmark => ({ ...startBookmark, start, ...more });

/** Identity layers and a huge learning rate: two or three steps lead out of the finite numbers. */
export const exploding: Scenario = {
  version: 1,
  layers: [
    { activation: 'identity', weights: [[1e10]] },
    { activation: 'identity', weights: [[1e10]] },
  ],
  examples: [{ inputs: [1e10], targets: [0] }],
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 1e20 },
};

/** Two inputs, two units with biases, one output; three examples. */
export const wide: Scenario = {
  version: 1,
  layers: [
    {
      activation: 'tanh',
      weights: [
        [0.1, -0.2],
        [0.3, 0.4],
      ],
      biases: [0.05, -0.05],
    },
    { activation: 'sigmoid', weights: [[0.7, -0.8]] },
  ],
  examples: [
    { inputs: [1, 0], targets: [1] },
    { inputs: [0, 1], targets: [0] },
    { inputs: [1, 1], targets: [1] },
  ],
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.5 },
};
