import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../bindings/backprop';
import { loadWhole } from '../../../../web/src/engine/load';
import { withParameter, withTarget } from '../../../../web/src/scenario/edits';
import { presets } from '../../../../web/src/scenario/presets';
import { firstWeight } from '../../../../web/src/scenario/refs';
import { startScenario } from '../../../../web/src/scenario/start';
import type { Scenario } from '../../../../web/src/scenario/types';
import { remediesFor } from '../../../../web/src/view/diagnose/remedies';
import { findingsOf, type Trouble, troubles } from '../../../../web/src/view/diagnose/troubles';
import { scenarios } from '../../../bindings/networks';

const engine = await loadWhole();

const all = (s: Scenario) => troubles(s, engine.diagnose(s));
const found = (s: Scenario, kind: Finding['kind']): Trouble => {
  const trouble = all(s).find(({ cause }) => cause.kind === kind);
  if (!trouble) throw new Error(`nothing is ${kind}`);
  return trouble;
};
/** What a generator comes to. */
function atOnce<T>(parts: Generator<number, T>): T {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}
const offered = (s: Scenario, kind: Finding['kind']) => atOnce(remediesFor(engine, s, all(s), found(s, kind)));

const withBias: Scenario = {
  ...startScenario,
  layers: startScenario.layers.map((layer) => ({ ...layer, biases: [0] })),
};
const frozen: Scenario = {
  ...startScenario,
  layers: startScenario.layers.map((layer) => ({ ...layer, frozen: { weights: true } })),
};
const fates = { ...presets.fates, descent: { ...presets.fates.descent, alpha: 10 } };
const overflowing = withParameter(
  withParameter(presets.exploding, firstWeight, 1e300),
  { layer: 1, unit: 0, input: 0 },
  1e300,
);

describe('a remedy', () => {
  test.each<[Finding['kind'], Scenario, readonly string[]]>([
    ['dead', presets.dead, ['flip', 'activation', 'fresh']],
    ['dead', withParameter(withBias, firstWeight, -0.4), ['flip', 'bias', 'activation']],
    ['unreachable', frozen, ['unfreeze']],
    ['saturated', withParameter(startScenario, { layer: 2, unit: 0, input: 0 }, 40), ['shrink', 'fresh']],
    ['vanishing', presets.vanishing, ['activations']],
    ['exploding', presets.exploding, ['fresh']],
    ['nonFinite', overflowing, ['fresh']],
    ['unreachable', withTarget(startScenario, 0, 0, 1.5), ['activation', 'target']],
    ['alphaTooLarge', fates, ['rate']],
  ])('against %s is offered', (kind, s, kinds) => {
    const names = offered(s, kind).map((remedy) => remedy.kind);
    for (const name of kinds) expect(names).toContain(name);
    expect(names.length).toBeLessThanOrEqual(3);
  });

  test('is a document that the engine takes and that no longer has the finding, whatever the network', () => {
    fc.assert(
      fc.property(scenarios, (s) => {
        for (const trouble of all(s)) {
          for (const { next } of atOnce(remediesFor(engine, s, all(s), trouble))) {
            const after = engine.diagnose(next);
            for (const { kind, layer, unit } of findingsOf(trouble))
              expect(after.some((one) => one.kind === kind && one.layer === layer && one.unit === unit)).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('against a dead chain leaves a gradient for every weight and lets the cost fall', () => {
    for (const { kind, next } of offered(presets.dead, 'dead')) {
      for (const { dC_dW } of engine.gradient(next).layers) expect(dC_dW[0], kind).not.toBe(0);
      expect(engine.descend(next, 300).costs.at(-1), kind).toBeLessThan(0.01);
    }
  });

  test('lowers α to a short number below the bound', () => {
    const [rate] = offered(fates, 'alphaTooLarge');
    const bound = found(fates, 'alphaTooLarge').cause.value ?? 0;
    expect(rate?.next.descent.alpha).toBeLessThanOrEqual(bound / 2);
    expect(String(rate?.next.descent.alpha).length).toBeLessThan(5);
  });
});
