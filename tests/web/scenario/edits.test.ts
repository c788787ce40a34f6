import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withAlpha, withInput, withParameter, withTarget } from '../../../web/src/scenario/edits';
import { withFrozen } from '../../../web/src/scenario/editsOfFlags';
import { parseScenario } from '../../../web/src/scenario/parse';
import { isBias, isFrozen, parameterAt, parameters, sameRef } from '../../../web/src/scenario/refs';
import { startScenario } from '../../../web/src/scenario/start';
import type { ParameterRef, Scenario } from '../../../web/src/scenario/types';
import { finite, scenarios } from './documents';

const withPick: fc.Arbitrary<[Scenario, ParameterRef]> = scenarios.chain((s) =>
  fc.tuple(fc.constant(s), fc.constantFrom(...parameters(s))),
);

const values = (s: Scenario): number[] => parameters(s).map((ref) => parameterAt(s, ref));

describe('withParameter', () => {
  test('changes the one parameter it names and nothing else, and leaves the given document alone', () => {
    fc.assert(
      fc.property(withPick, finite, ([s, ref], value) => {
        const before = structuredClone(s);
        const next = withParameter(s, ref, value);
        expect(s).toStrictEqual(before);
        expect(values(next)).toStrictEqual(
          parameters(s).map((other) => (sameRef(other, ref) ? value : parameterAt(s, other))),
        );
        expect(next.examples).toBe(s.examples);
        expect(next.layers.filter((layer, k) => layer !== s.layers[k]).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('returns the same document when nothing changes, and tells −0 from 0', () => {
    fc.assert(
      fc.property(withPick, ([s, ref]) => {
        expect(withParameter(s, ref, parameterAt(s, ref))).toBe(s);
      }),
    );
    const zero = withParameter(startScenario, { layer: 0, unit: 0, input: 0 }, 0);
    expect(withParameter(zero, { layer: 0, unit: 0, input: 0 }, -0)).not.toBe(zero);
  });

  test('a place that the network does not have changes nothing', () => {
    for (const ref of [
      { layer: 3, unit: 0, input: 0 },
      { layer: 0, unit: 1, input: 0 },
      { layer: 0, unit: 0, input: 1 },
      { layer: 0, unit: 0, bias: true } as const,
    ]) {
      expect(withParameter(startScenario, ref, 9)).toBe(startScenario);
    }
  });
});

test('withInput and withTarget change one number of one example', () => {
  fc.assert(
    fc.property(scenarios, finite, (s, value) => {
      const last = s.examples.length - 1;
      const input = withInput(s, last, 0, value);
      const target = withTarget(s, last, 0, value);
      expect(input.examples[last]?.inputs[0]).toBe(value);
      expect(input.examples[last]?.targets).toBe(s.examples[last]?.targets);
      expect(target.examples[last]?.targets[0]).toBe(value);
      expect(target.examples[last]?.inputs).toBe(s.examples[last]?.inputs);
      for (const next of [input, target]) expect(next.examples.slice(0, last)).toStrictEqual(s.examples.slice(0, last));
      expect(withInput(s, last + 1, 0, value)).toBe(s);
    }),
  );
});

test('withAlpha changes the learning rate and nothing else', () => {
  expect(withAlpha(startScenario, 2)).toStrictEqual({
    ...startScenario,
    descent: { rule: 'gradient_descent', alpha: 2 },
  });
});

describe('withFrozen', () => {
  test('freezes the one parameter it names, and thaws it again', () => {
    fc.assert(
      fc.property(withPick, fc.boolean(), ([s, ref], flag) => {
        const next = withFrozen(s, ref, flag);
        for (const other of parameters(s)) {
          expect(isFrozen(next, other)).toBe(sameRef(other, ref) ? flag : isFrozen(s, other));
        }
        expect(values(next)).toStrictEqual(values(s));
      }),
    );
  });

  test('is true when all are frozen and absent when none is', () => {
    fc.assert(
      fc.property(scenarios, (s) => {
        const weights = parameters(s).filter((ref) => !isBias(ref));
        const none = parameters(s).reduce((document, ref) => withFrozen(document, ref, false), s);
        const all = weights.reduce((document, ref) => withFrozen(document, ref, true), none);
        expect(none.layers.every((layer) => !('frozen' in layer))).toBe(true);
        expect(all.layers.map((layer) => layer.frozen)).toStrictEqual(s.layers.map(() => ({ weights: true })));
      }),
    );
  });
});

test('an edited document is in canonical form: parse gives it back as it is', () => {
  fc.assert(
    fc.property(withPick, finite, fc.boolean(), ([s, ref], value, flag) => {
      const edited = withFrozen(withParameter(withInput(s, 0, 0, value), ref, value), ref, flag);
      const parsed = parseScenario(edited);
      expect(JSON.stringify(parsed.ok && parsed.value)).toBe(JSON.stringify(edited));
    }),
  );
});
