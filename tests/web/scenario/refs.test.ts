import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  firstWeight,
  hasRef,
  isBias,
  isParameter,
  isWeight,
  parameterAt,
  parameters,
  sameRef,
} from '../../../web/src/scenario/refs';
import { inputCount, isSlim, outputCount, parameterCount } from '../../../web/src/scenario/shape';
import { startScenario } from '../../../web/src/scenario/start';
import { scenarios } from './documents';

test('parameters come layer by layer, weights row by row, then biases', () => {
  fc.assert(
    fc.property(scenarios, (s) => {
      expect(parameters(s).map((ref) => parameterAt(s, ref))).toStrictEqual(
        s.layers.flatMap(({ weights, biases }) => [...weights.flat(), ...(biases ?? [])]),
      );
      expect(parameters(s)).toHaveLength(parameterCount(s));
    }),
  );
});

test('no two parameters are the same, and each is the same as its copy', () => {
  fc.assert(
    fc.property(scenarios, (s) => {
      const refs = parameters(s);
      for (const a of refs) expect(refs.filter((b) => sameRef(a, { ...b }))).toStrictEqual([a]);
    }),
  );
});

test('a weight, a bias and the activation of one unit are three different things', () => {
  const weight = { layer: 0, unit: 0, input: 0 };
  const bias = { layer: 0, unit: 0, bias: true } as const;
  const unit = { layer: 0, unit: 0 };
  expect([weight, bias, unit].map(isParameter)).toEqual([true, true, false]);
  expect([weight, bias, unit].map(isBias)).toEqual([false, true, false]);
  expect([weight, bias, unit].map(isWeight)).toEqual([true, false, false]);
  expect(sameRef(weight, unit) || sameRef(bias, unit) || sameRef(weight, bias)).toBe(false);
});

test('a network has its parameters and units and nothing beside them', () => {
  fc.assert(
    fc.property(scenarios, (s) => {
      for (const ref of parameters(s)) expect(hasRef(s, ref)).toBe(true);
      expect(hasRef(s, firstWeight)).toBe(true);
      expect(hasRef(s, { layer: s.layers.length, unit: 0 })).toBe(false);
      expect(hasRef(s, { layer: 0, unit: 0, input: inputCount(s) })).toBe(false);
      expect(hasRef(s, { layer: s.layers.length - 1, unit: outputCount(s) })).toBe(false);
      expect(hasRef(s, { layer: 0, unit: 0, bias: true })).toBe(s.layers[0]?.biases !== undefined);
      expect(hasRef(s, { layer: -1, unit: 0 })).toBe(false);
      expect(hasRef(s, { layer: 0, unit: 0.5, input: 0 })).toBe(false);
    }),
  );
});

test('asking for a parameter that is not there throws', () => {
  expect(() => parameterAt(startScenario, { layer: 0, unit: 0, bias: true })).toThrow(RangeError);
  expect(() => parameterAt(startScenario, { layer: 9, unit: 0, input: 0 })).toThrow(RangeError);
});

test('short names are for chains only', () => {
  expect(isSlim(startScenario)).toBe(true);
  fc.assert(
    fc.property(scenarios, (s) => {
      expect(isSlim(s)).toBe(s.layers.every(({ weights }) => weights.length === 1 && weights[0]?.length === 1));
    }),
  );
});
