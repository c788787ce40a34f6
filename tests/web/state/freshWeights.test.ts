import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../web/src/engine';
import { withLayerAdded, withUnitAdded, withWeightsDrawn } from '../../../web/src/scenario/editsOfShape';
import { presets } from '../../../web/src/scenario/presets';
import { startScenario } from '../../../web/src/scenario/start';
import type { Scenario } from '../../../web/src/scenario/types';
import { withFreshWeights } from '../../../web/src/state/freshWeights';

const engine = await loadEngine();

describe('new weights', () => {
  test('are those of the scheme and seed, where these can learn', () => {
    const xor: Scenario = presets.xor;
    const fresh = withFreshWeights(engine, { scheme: 'he', seed: 5 }, (draw) => withWeightsDrawn(xor, draw));
    expect(fresh.seed).toBe(5);
    expect(fresh.scenario.layers).toEqual(engine.initialise(xor, { scheme: 'he', seed: 5 }).layers);
  });

  test('of a lone ReLU never shut it: every seed gives a chain whose weights all have a gradient', () => {
    const movedOn: number[] = [];
    for (let seed = 0; seed < 40; seed++) {
      for (const layer of [0, 1, 2]) {
        const { scenario, seed: used } = withFreshWeights(engine, { scheme: 'xavier', seed }, (draw) =>
          withLayerAdded(startScenario, layer, 'relu', draw),
        );
        if (used !== seed) movedOn.push(seed);
        const { layers } = engine.gradient(scenario);
        expect(layers.map(({ dC_dW }) => dC_dW[0]).every((slope) => slope !== 0)).toBe(true);
      }
    }
    expect(movedOn.length).toBeGreaterThan(0);
  });

  test('in a network that has no gradient anyway are those of the seed', () => {
    const fresh = withFreshWeights(engine, { scheme: 'xavier', seed: 2 }, (draw) =>
      withUnitAdded(
        { ...presets.dead, layers: presets.dead.layers.with(2, { activation: 'relu', weights: [[0]] }) },
        1,
        draw,
      ),
    );
    expect(fresh.seed).toBe(2);
  });

  test('zeros are zeros', () => {
    const fresh = withFreshWeights(engine, { scheme: 'zeros', seed: 3 }, (draw) =>
      withUnitAdded(startScenario, 0, draw),
    );
    expect(fresh).toMatchObject({ seed: 3 });
    expect(fresh.scenario.layers[0]?.weights).toEqual([[0.4], [0]]);
  });

  test('are the same again with the same seed', () => {
    const again = () =>
      withFreshWeights(engine, { scheme: 'uniform', seed: 9 }, (draw) => withUnitAdded(presets.xor, 0, draw));
    expect(again()).toEqual(again());
  });
});
