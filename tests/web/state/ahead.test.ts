import { describe, expect, test } from 'vitest';
import { loadWhole } from '../../../web/src/engine/load';
import { startBookmark } from '../../../web/src/scenario/start';
import type { Scenario } from '../../../web/src/scenario/types';
import { createAhead } from '../../../web/src/state/ahead';
import { createReplay } from '../../../web/src/state/replay';
import { mostWork, workOfStep } from '../../../web/src/state/work';
import { network } from '../../bench/statistics.mjs';
import { engine, stage } from './stage';

const whole = await loadWhole();
const examples = engine.examples({ name: 'circle', count: 2600, noise: 0.1, seed: 1 });
/** More work a step than a frame bears. */
const heavy: Scenario = { ...network([2, 38, 38, 1]), examples };
const frame = 20;

/** Lets time pass until nothing plays, or a while. */
async function settle({ playground, pass }: ReturnType<typeof stage>) {
  await new Promise((loaded) => setTimeout(loaded, 200));
  for (let n = 0; n < 2000 && playground.playing.peek(); n++) pass(frame);
  pass(10 * frame);
}

test('the network is one whose step is too much work for a frame', () => {
  expect(workOfStep(heavy)).toBeGreaterThan(mostWork);
});

test('a step ahead is known after parts of it, to the last bit', () => {
  const replay = createReplay(engine);
  let now = 0;
  const ahead = createAhead(whole, () => (now += 6));
  let parts = 1;
  while (!ahead(replay, heavy, 1)) parts++;
  expect(parts).toBeGreaterThan(5);
  expect(replay.at(heavy, 1)).toStrictEqual(engine.descend(heavy, 1).scenario);
  expect(replay.costs(heavy, 1)).toStrictEqual(engine.descend(heavy, 1).costs);
});

describe('where a step is too much work for a frame', () => {
  const open = () => stage({ ...startBookmark, start: heavy });

  test('Step takes it in parts and comes to rest at the very same network', async () => {
    const on = open();
    const { playground: p } = on;
    p.step();
    expect(p.scenario.value.layers).toStrictEqual(heavy.layers);
    await settle(on);
    expect(p.playing.value).toBe(false);
    expect(p.scenario.value).toStrictEqual(engine.descend(heavy, 1).scenario);
    expect(p.evaluation.value).toStrictEqual(engine.evaluate(p.scenario.value));
    p.undo();
    expect(p.scenario.value).toStrictEqual(heavy);
  });

  test('several steps count up to their goal, and Pause gives the rest up', async () => {
    const on = open();
    const { playground: p, pass } = on;
    p.step(3);
    await settle(on);
    expect(p.scenario.value).toStrictEqual(engine.descend(heavy, 3).scenario);
    p.play(1000);
    pass(4 * frame);
    p.pause();
    const { step } = p.timeline.value;
    pass(100 * frame);
    expect(p.timeline.value.step).toBe(step);
    expect(p.scenario.value.layers).toStrictEqual(engine.descend(heavy, step).scenario.layers);
  });

  test('the chain rule leaves out what a step makes of it, which takes as long', () => {
    const { playground: p } = open();
    const { update: _, ...derivation } = engine.derive(heavy, { layer: 0, unit: 0, input: 0 });
    expect(p.derivation.value).toStrictEqual(derivation);
  });
});
