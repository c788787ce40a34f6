import { expect, test } from 'vitest';
import { activations, losses, rules } from '../../web/src/scenario/names';
import { factors } from '../parity/cases.mjs';

test('PyTorch is asked about every activation, loss and rule that a document may name', () => {
  expect(new Set(factors.output)).toEqual(new Set(activations));
  expect(new Set(factors.hidden)).toEqual(new Set(activations.filter((name) => name !== 'softmax')));
  expect(new Set(factors.loss)).toEqual(new Set(losses));
  expect(new Set(factors.rule)).toEqual(new Set(rules));
});
