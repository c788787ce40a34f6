import { expect, test } from 'vitest';
import { bookmarkOf } from '../../../web/src/scenario/start';
import { createKeeping } from '../../../web/src/state/rebase';
import { engine, stage, wide } from './stage';

/** What is kept of a run of `steps` steps on a computer that takes `each` milliseconds for one. */
function kept(steps: number, each: number, hiccup = 0) {
  let now = 0;
  const taken: number[] = [];
  const slow = {
    descend: ((s, count) => {
      now += count * each + (taken.length === 0 ? hiccup : 0);
      taken.push(count);
      return engine.descend(s, count);
    }) as typeof engine.descend,
  };
  const { playground } = stage({ ...bookmarkOf(wide), steps, example: 2 });
  const keep = createKeeping(slow, playground, () => now);
  return { playground, keep, taken, time: () => now };
}

test('a run that is replayed within a second is kept with its start and its steps', () => {
  const { playground, keep } = kept(990, 1);
  expect(keep()).toEqual({ bookmark: { ...bookmarkOf(wide), steps: 990, example: 2 }, rebased: false });
  playground.reset();
  expect(keep().bookmark.steps).toBe(0);
});

test('a run whose replay takes more than a second is kept from the network on screen, which trains on to the same bits', () => {
  const { playground, keep } = kept(1010, 1);
  const { bookmark, rebased } = keep();
  expect(rebased).toBe(true);
  expect(bookmark).toMatchObject({ steps: 0, example: 2 });
  const { playground: opened } = stage(bookmark);
  expect(opened.scenario.value).toEqual(playground.scenario.value);
  playground.step(50);
  opened.step(50);
  expect(opened.scenario.value).toEqual(playground.scenario.value);
  expect(playground.run.value.cursor.step).toBe(1060);
});

test('a computer that is busy while the first step is measured keeps the steps all the same', () => {
  const { keep } = kept(5000, 0.1, 30);
  expect(keep()).toMatchObject({ bookmark: { steps: 5000 }, rebased: false });
});

test('the time of a replay is measured on a few steps, once for each start', () => {
  const { keep, taken, time } = kept(5000, 0.1);
  expect(keep().rebased).toBe(false);
  expect(time()).toBeLessThan(20);
  const before = taken.length;
  keep();
  expect(taken).toHaveLength(before);
});
