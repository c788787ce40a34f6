import { expect, test } from 'vitest';
import { withParameter } from '../../../web/src/scenario/edits';
import { firstWeight } from '../../../web/src/scenario/refs';
import { startScenario } from '../../../web/src/scenario/start';
import { guessesAt } from '../../../web/src/state/guess';
import { standingOf, timesAsFar } from '../../../web/src/state/standing';
import { stage } from './stage';

const changesNow = (playground: ReturnType<typeof stage>['playground']) => playground.nudged.peek().changes;

test('a hop may be guessed as it is, as if it rescaled nothing, or as if ratios added up', () => {
  const { playground } = stage();
  const guesses = guessesAt(changesNow(playground), 2);
  expect(guesses.map(({ thought }) => thought)).toEqual(['right', 'short', 'added']);
  // 0.01 · 1.2 · 0.7, 0.01 · 1.2, 0.01 · (1.2 + 0.7)
  for (const [i, change] of [0.0084, 0.012, 0.019].entries()) expect(guesses[i]?.change).toBeCloseTo(change, 12);
});

test('nothing is guessed where guesses coincide or no number arrives', () => {
  const { playground } = stage();
  const weight = { ...firstWeight, layer: 1 };
  playground.edit(withParameter(playground.scenario.peek(), weight, 1));
  expect(guessesAt(changesNow(playground), 2)).toEqual([]);
  playground.edit(withParameter(playground.scenario.peek(), weight, 0));
  expect(guessesAt(changesNow(playground), 3)).toEqual([]);
  expect(guessesAt(changesNow(playground), 9)).toEqual([]);
});

test('a weight stands nearest, farthest, largest or smallest in its chain', () => {
  const at = (layer: number) => standingOf(startScenario, { ...firstWeight, layer });
  expect(at(0)).toEqual({ nearest: false, farthest: true, largest: false, smallest: true });
  expect(at(1)).toEqual({ nearest: false, farthest: false, largest: false, smallest: false });
  expect(at(2)).toEqual({ nearest: true, farthest: false, largest: true, smallest: false });
  expect(timesAsFar(-3, 1.5)).toBe(2);
});
