import { expect, test } from 'vitest';
import { forksFrom } from '../../../../web/src/view/chain/forks';

const shape = { inputs: 2, layers: [3, 2, 1].map((units) => ({ units, biases: false })) };

test('a weight comes by its own unit’s fork, then by each of the layers after it, into the next by its own activation', () => {
  expect(forksFrom(shape, { layer: 0, unit: 2, input: 1 })).toEqual([
    { layer: 0, unit: 2, input: 1 },
    { layer: 1, unit: 0, input: 2 },
    { layer: 1, unit: 1, input: 2 },
    { layer: 2, unit: 0, input: 0 },
  ]);
  expect(forksFrom(shape, { layer: 2, unit: 0, input: 1 })).toEqual([{ layer: 2, unit: 0, input: 1 }]);
});
