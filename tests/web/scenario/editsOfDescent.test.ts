import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../web/src/engine';
import { withDescentNumber, withLoss, withRule } from '../../../web/src/scenario/editsOfDescent';
import { losses, ruleNumbers, rules } from '../../../web/src/scenario/names';
import { parseScenario } from '../../../web/src/scenario/parse';
import { presets } from '../../../web/src/scenario/presets';
import { startScenario } from '../../../web/src/scenario/start';
import type { Rule, Scenario } from '../../../web/src/scenario/types';
import { scenarios } from './documents';

const engine = await loadEngine();
const passes = (s: Scenario) => {
  expect(() => engine.evaluate(s)).not.toThrow();
  expect(parseScenario(s)).toEqual({ ok: true, value: s, notices: [] });
};

test('any loss but the one that needs softmax can be set on any network', () => {
  fc.assert(
    fc.property(scenarios, fc.constantFrom(...losses.filter((loss) => loss !== 'cross_entropy')), (s, loss) => {
      const next = withLoss(s, loss);
      expect(next).toEqual({ ...s, loss });
      passes(next);
    }),
  );
});

describe('withRule', () => {
  test('gives a document that engine and parse take, from every rule to every other, in the midst of a run', () => {
    for (const from of rules) {
      const run = engine.descend(
        { ...presets.xor, descent: { rule: from, alpha: 0.01, batch: 2, seed: 3, l1: 0.1, l2: 0.2 } },
        3,
      ).scenario;
      for (const to of rules) {
        const next = withRule(run, to);
        passes(next);
        expect(next.descent).toMatchObject({ rule: to, alpha: 0.01, batch: 2, seed: 3, l1: 0.1, l2: 0.2 });
        if (from !== to) expect(next.descent.state).toBeUndefined();
        expect(() => engine.descend(next, 2)).not.toThrow();
      }
    }
  });

  test('keeps a number that both rules use and drops one that the new rule would refuse', () => {
    const adam = withDescentNumber(withRule(startScenario, 'adam'), 'beta1', 0.5);
    expect(withRule(adam, 'adamw').descent).toEqual({ rule: 'adamw', alpha: 0.6, beta1: 0.5 });
    expect(withRule(adam, 'momentum').descent).toEqual({ rule: 'momentum', alpha: 0.6 });
    // 10⁻¹⁰ is another number under a rule whose default it is not.
    const adagrad = withDescentNumber(withRule(startScenario, 'adagrad'), 'epsilon', 1e-8);
    expect(adagrad.descent.epsilon).toBe(1e-8);
    expect(withRule(adagrad, 'rmsprop').descent).toEqual({ rule: 'rmsprop', alpha: 0.6 });
  });

  test('the rule it has already changes nothing', () => {
    expect(withRule(startScenario, 'gradient_descent')).toBe(startScenario);
  });
});

describe('withDescentNumber', () => {
  test('sets each number of each rule, and its default leaves it out', () => {
    for (const rule of rules) {
      for (const [key, standard] of Object.entries(ruleNumbers[rule as Rule])) {
        const s = withRule(startScenario, rule);
        const set = withDescentNumber(s, key as 'momentum', 0.25);
        expect(set.descent).toEqual({ ...s.descent, [key]: 0.25 });
        passes(set);
        expect(withDescentNumber(set, key as 'momentum', standard as number)).toEqual(s);
      }
    }
  });

  test('batch, seed and penalties come and go', () => {
    const set = (['batch', 'seed', 'l1', 'l2'] as const).reduce(
      (s, key) => withDescentNumber(s, key, 1),
      presets.xor as Scenario,
    );
    expect(set.descent).toEqual({ ...presets.xor.descent, batch: 1, seed: 1, l1: 1, l2: 1 });
    passes(set);
    const bare = withDescentNumber(withDescentNumber(set, 'batch', undefined), 'seed', undefined);
    expect(withDescentNumber(withDescentNumber(bare, 'l1', 0), 'l2', 0)).toEqual(presets.xor);
    expect(withDescentNumber(presets.xor, 'l1', 0)).toBe(presets.xor);
  });

  test('keeps what the rule remembers: the edit of a value is no new start', () => {
    const run = engine.descend(withRule(presets.xor, 'momentum'), 2).scenario;
    const next = withDescentNumber(run, 'momentum', 0.5);
    expect(next.descent.state).toBe(run.descent.state);
    expect(() => engine.descend(next, 1)).not.toThrow();
  });
});
