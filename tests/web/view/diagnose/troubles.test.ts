import { expect, test } from 'vitest';
import { loadWhole } from '../../../../web/src/engine/load';
import { withParameter } from '../../../../web/src/scenario/edits';
import { presets } from '../../../../web/src/scenario/presets';
import type { Scenario } from '../../../../web/src/scenario/types';
import { findingsOf, troubles } from '../../../../web/src/view/diagnose/troubles';

const engine = await loadWhole();
const told = (s: Scenario) =>
  troubles(s, engine.diagnose(s)).map((trouble) =>
    findingsOf(trouble).map(({ kind, layer, unit }) => [kind, layer, unit].filter((x) => x !== undefined).join(' ')),
  );

const wide: Scenario = {
  ...presets.dead,
  layers: [
    { activation: 'relu', weights: [[-0.4], [-0.7]] },
    { activation: 'relu', weights: [[1, 0.5]] },
    { activation: 'sigmoid', weights: [[1.5]] },
  ],
};

test('what is dead only since nothing comes in, and the standstill it makes, are one thing with their cause', () => {
  expect(told(presets.dead)).toEqual([['dead 0 0', 'dead 1 0', 'unreachable']]);
  expect(troubles(presets.dead, engine.diagnose(presets.dead))[0]?.silent).toBe(0);
});

test('two dead units beside each other are two causes', () => {
  expect(told(wide)).toEqual([['dead 0 0'], ['dead 0 1', 'dead 1 0', 'unreachable']]);
  expect(told(withParameter(wide, { layer: 0, unit: 0, input: 0 }, 0.4))).toEqual([['dead 0 1']]);
});

test('a unit with a bias of its own is dead for its own reason', () => {
  const layers = presets.dead.layers.map((layer, k) => (k === 1 ? { ...layer, biases: [-0.5] } : layer));
  expect(told({ ...presets.dead, layers })).toEqual([['dead 0 0'], ['dead 1 0', 'unreachable']]);
});

test('nothing follows from what lies in another place', () => {
  for (const s of [presets.vanishing, { ...presets.fates, descent: { ...presets.fates.descent, alpha: 10 } }]) {
    for (const trouble of troubles(s, engine.diagnose(s))) expect(trouble.follows).toEqual([]);
  }
});
