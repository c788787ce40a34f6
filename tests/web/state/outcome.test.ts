import { expect, test } from 'vitest';
import { type Outcome, outcomeOf } from '../../../web/src/state/outcome';

const at = (layer: number) => ({ layer, unit: 0, input: 0 });
/** What is said of weights that move the cost by so much, to who chose one of them or that they are alike. */
const told = (
  changes: readonly number[],
  chosen: number | 'alike',
): [Outcome['kind'] | undefined, number | undefined] => {
  const weights = changes.map((change, layer) => ({ ref: at(layer), change }));
  const outcome = outcomeOf(weights, chosen === 'alike' ? chosen : at(chosen));
  return [outcome?.kind, outcome?.best.ref.layer];
};

test('the weight that moves the cost farthest is right, in whichever direction; another is not', () => {
  expect(told([-0.3, 0.1, 0.2], 0)).toEqual(['right', 0]);
  expect(told([-0.3, 0.1, 0.2], 2)).toEqual(['wrong', 0]);
  expect(told([-0.3, 0.1, 0.2], 'alike')).toEqual(['notAlike', 0]);
});

test('of two that move it alike each is right', () => {
  expect(told([0.3, -0.3, 0.1], 1)).toEqual(['right', 1]);
  expect(told([0.3, -0.3, 0.1], 2)).toEqual(['wrong', 0]);
});

test('where all move it alike, or none does, nobody is told of a largest', () => {
  for (const chosen of [0, 1, 'alike'] as const) {
    expect(told([0.2, -0.2], chosen)[0]).toBe('alike');
    expect(told([0, 0], chosen)[0]).toBe('none');
  }
});

test('one that does not move it is not so many times weaker, and infinite changes are not compared', () => {
  expect(told([0.2, 0], 1)).toEqual(['still', 0]);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) expect(told([0.2, bad], 0)[0]).toBe('notFinite');
  expect(outcomeOf([], 'alike')).toBeUndefined();
});
