import { expect, test } from 'vitest';
import { sharedEnds } from '../../../../web/src/view/chain/sharedEnds';

test('paths share the end from the first unit at which another one comes to them', () => {
  expect(
    sharedEnds([
      [0, 0, 0],
      [0, 1, 0],
      [1, 1, 0],
      [1, 1, 1],
    ]),
  ).toEqual([2, 1, 1, undefined]);
});

test('the same unit number in another layer is another unit', () => {
  expect(
    sharedEnds([
      [0, 1],
      [1, 0],
    ]),
  ).toEqual([undefined, undefined]);
});

test('a single path shares nothing', () => {
  expect(sharedEnds([[0, 0, 0]])).toEqual([undefined]);
});
