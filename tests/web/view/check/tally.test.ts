import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../../web/src/engine';
import { checkWords as words } from '../../../../web/src/format/strings/check';
import { withParameter } from '../../../../web/src/scenario/edits';
import { presets } from '../../../../web/src/scenario/presets';
import { startScenario } from '../../../../web/src/scenario/start';
import type { Scenario } from '../../../../web/src/scenario/types';
import { tallyOf } from '../../../../web/src/view/check/tally';

const engine = await loadEngine();

test('the check tells apart what it compared, what lies at a kink and what is not finite', () => {
  const tally = (s: Scenario) => tallyOf(engine.check(s));
  expect(tally(startScenario)).toEqual({ compared: 3, kinks: 0, beyond: 0 });
  const atKink = withParameter(startScenario, { layer: 0, unit: 0, input: 0 }, 0);
  expect(tally(atKink)).toEqual({ compared: 2, kinks: 1, beyond: 0 });
  const exploded = engine.descend(presets.exploding as Scenario, 4).scenario;
  expect(tally(exploded)).toEqual({ compared: 0, kinks: 0, beyond: 6 });
});

describe('one gradient', () => {
  test('agrees, several agree; with others the least is named', () => {
    expect(words.proves(words.all(1), '10', undefined)).toMatch(/^The one gradient agrees in at least 10 digits\. So /);
    expect(words.proves(words.without(1), '10', undefined)).toMatch(
      /^The other gradient agrees in at least 10 digits\. /,
    );
    expect(words.proves(words.all(3), '10', 'w₁')).toMatch(
      /^All 3 gradients agree in at least 10 digits; the least is w₁\. So /,
    );
    expect(words.provesAll(words.without(2))).toMatch(/^The other 2 gradients agree in all digits/);
  });
});
