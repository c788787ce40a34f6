import { expect, test } from 'vitest';
import { loadWhole } from '../../web/src/engine/load';
import type { Scenario } from '../../web/src/scenario/types';
import { engine, wide } from '../web/state/stage';

const ofPage = await loadWhole();

const many = 400;
const ref = { layer: 0, unit: 1, input: 0 };

/** With examples enough to be kept. */
const long = (seed = 1): Scenario => ({
  ...wide,
  examples: engine.examples({ name: 'circle', count: many, noise: 0.1, seed }),
  descent: { rule: 'adam', alpha: 0.5, batch: 7, seed: 3 },
});

test('the engine of the page, which reads a long list once, answers as the one of the package does', () => {
  const one = long(1);
  const other = long(2);
  for (const s of [one, one, other, one, { ...one, descent: { ...one.descent, alpha: 0.1 } }]) {
    expect(ofPage.evaluate(s, many - 1)).toEqual(engine.evaluate(s, many - 1));
    expect(ofPage.derive(s, ref)).toEqual(engine.derive(s, ref));
    expect(ofPage.descend(s, 20)).toEqual(engine.descend(s, 20));
    expect(ofPage.diagnose(s)).toEqual(engine.diagnose(s));
    expect(ofPage.slips(s, ref)).toEqual(engine.slips(s, ref));
  }
});

test('the engine of the page hands a long list back as it is, that of the package a copy', () => {
  const s = long();
  expect(ofPage.descend(s, 1).scenario.examples).toBe(s.examples);
  const { examples } = engine.descend(s, 1).scenario;
  expect(examples).toEqual(s.examples);
  expect(examples).not.toBe(s.examples);
});

test('a list that is known is refused by a network that it does not fit', () => {
  const s = long();
  ofPage.gradient(s);
  const narrow: Scenario = { ...s, layers: [{ activation: 'tanh', weights: [[0.1]] }] };
  expect(() => ofPage.gradient(narrow)).toThrow('expects 1 number, got 2');
});

test('a list with something wrong in it is read each time', () => {
  const s = long();
  const examples = s.examples.slice();
  examples[many - 1] = { inputs: [1, Number.NaN], targets: [0] };
  for (let n = 0; n < 2; n++) {
    expect(() => ofPage.gradient({ ...s, examples })).toThrow('expects a finite number');
  }
});

test('the package keeps nothing: a list that was changed is read anew', () => {
  const s = long();
  const before = engine.gradient(s).cost;
  const first = s.examples[0]?.targets as number[];
  first[0] = 100;
  expect(engine.gradient(s).cost).not.toBe(before);
});
