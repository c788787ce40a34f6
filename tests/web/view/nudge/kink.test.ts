import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../../web/src/engine';
import { withParameter } from '../../../../web/src/scenario/edits';
import { firstWeight } from '../../../../web/src/scenario/refs';
import { startScenario } from '../../../../web/src/scenario/start';
import { kinkOf } from '../../../../web/src/view/nudge/kink';

const engine = await loadEngine();

const kinkAt = (w1: number, delta: number) => {
  const s = withParameter(startScenario, firstWeight, w1);
  return kinkOf(engine.nudge(s, firstWeight, delta).changes, s, engine.evaluate(s));
};

describe('kinkOf', () => {
  test('finds no kink where a nudge stays on one side of it', () => {
    expect(kinkAt(0.4, 0.1)).toBeUndefined();
    expect(kinkAt(-0.4, 0.1)).toBeUndefined();
  });

  test('finds the first unit that a nudge opens or shuts', () => {
    expect(kinkAt(-0.05, 0.1)).toMatchObject({ layer: firstWeight.layer, exact: false });
    expect(kinkAt(0.05, -0.1)).toMatchObject({ layer: firstWeight.layer, exact: false });
  });

  test('tells the nudge that starts exactly at the kink', () => {
    expect(kinkAt(0, 0.1)).toMatchObject({ layer: firstWeight.layer, exact: true });
    expect(kinkAt(0, -0.1)).toBeUndefined();
  });
});
