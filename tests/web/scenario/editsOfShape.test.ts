import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../web/src/engine';
import type { Draw } from '../../../web/src/scenario/drafts';
import {
  withActivation,
  withBiases,
  withEnds,
  withInputAdded,
  withLayerAdded,
  withLayerAtEnd,
  withoutInput,
  withoutLayer,
  withoutUnit,
  withUnitAdded,
  withWeightsDrawn,
} from '../../../web/src/scenario/editsOfShape';
import { parseScenario } from '../../../web/src/scenario/parse';
import { presets } from '../../../web/src/scenario/presets';
import { isFrozen, parameters } from '../../../web/src/scenario/refs';
import { inputCount, layerInputs, outputCount, unitCount } from '../../../web/src/scenario/shape';
import { startScenario } from '../../../web/src/scenario/start';
import type { Scenario } from '../../../web/src/scenario/types';
import { scenarios } from './documents';

const engine = await loadEngine();
const draw: Draw = (s) => engine.initialise(s, { scheme: 'xavier', seed: 7 });

/** Every edit of the shape, at a place of the network. */
const edits: Record<string, (s: Scenario, layer: number, unit: number) => Scenario> = {
  withInputAdded: (s) => withInputAdded(s, draw),
  withoutInput: (s, _, unit) => withoutInput(s, unit),
  withUnitAdded: (s, layer) => withUnitAdded(s, layer, draw),
  withoutUnit,
  withLayerAtEnd: (s) => withLayerAtEnd(s, 'tanh', draw),
  withLayerAdded: (s, layer) => withLayerAdded(s, layer, 'tanh', draw),
  withoutLayer: (s, layer) => withoutLayer(s, layer, draw),
  withActivation: (s, layer) => withActivation(s, layer, s.loss === 'cross_entropy' ? 'softmax' : 'elu'),
  'withBiases on': (s, layer) => withBiases(s, layer, true),
  'withBiases off': (s, layer) => withBiases(s, layer, false),
  withEnds: (s) => withEnds(s, 2, 1, draw),
  withWeightsDrawn: (s) => withWeightsDrawn(s, draw),
};

const places = scenarios.chain((s) =>
  fc.integer({ min: 0, max: s.layers.length - 1 }).chain((layer) =>
    fc.tuple(
      fc.constant(s),
      // Softmax and the loss that needs it stay last.
      fc.constant(s.loss === 'cross_entropy' ? s.layers.length - 1 : layer),
      fc.integer({ min: 0, max: 3 }),
    ),
  ),
);

describe.each(Object.entries(edits))('%s', (_, edit) => {
  test('gives a document that engine and parse take as it is, and leaves the given one alone', () => {
    fc.assert(
      fc.property(places, ([s, layer, unit]) => {
        const before = structuredClone(s);
        const next = edit(s, layer, unit);
        expect(s).toStrictEqual(before);
        expect(() => engine.evaluate(next)).not.toThrow();
        expect(parseScenario(next)).toEqual({ ok: true, value: next, notices: [] });
      }),
    );
  });

  test('forgets what a rule remembers of another shape', () => {
    const adam = { rule: 'adam', alpha: 0.1 } as const;
    const s = engine.descend({ ...presets.xor, descent: adam }, 3).scenario;
    expect(s.descent.state).toBeDefined();
    const next = edit(s, 1, 0);
    expect(next === s || next.descent.state === undefined).toBe(true);
    expect(() => engine.descend(next, 1)).not.toThrow();
  });
});

describe('what an edit of the shape does not touch keeps its value', () => {
  const { layers } = presets.xor;

  test('a unit more: a row of its own, and a column of the layer after it', () => {
    const next = withUnitAdded(presets.xor, 1, draw);
    expect(next.layers.map(unitCount)).toEqual([4, 3, 1]);
    expect(next.layers[0]).toEqual(layers[0]);
    expect(next.layers[1]?.weights.slice(0, 2)).toEqual(layers[1]?.weights);
    expect(next.layers[1]?.biases).toEqual([0, 0, 0]);
    expect(next.layers[2]?.weights[0]?.slice(0, 2)).toEqual([0.1, 1]);
    expect(next.layers[2]?.weights[0]?.[2]).not.toBe(0);
    expect(next.examples).toBe(presets.xor.examples);
  });

  test('a unit less: the one that is named', () => {
    const next = withoutUnit(presets.xor, 0, 1);
    expect(next.layers[0]?.weights).toEqual([
      [-0.8, 0.8],
      [0.3, -0.7],
      [0.5, -0.7],
    ]);
    expect(next.layers[1]?.weights).toEqual([
      [-0.7, -0.7, -0.8],
      [-0.8, -0.6, -0.9],
    ]);
  });

  test('an input more is 0 in every example, so the network says what it said', () => {
    const next = withInputAdded(presets.xor, draw);
    expect(inputCount(next)).toBe(3);
    for (const example of [0, 1, 2, 3]) {
      expect(engine.evaluate(next, example).outputs).toEqual(engine.evaluate(presets.xor, example).outputs);
    }
  });

  test('an output more has the target 0, an output less takes its target along', () => {
    const wide = withUnitAdded(startScenario, 2, draw);
    expect(wide.examples).toEqual([{ inputs: [1.2], targets: [1, 0] }]);
    expect(withoutUnit(wide, 2, 0).examples).toEqual([{ inputs: [1.2], targets: [0] }]);
    expect(withoutUnit(wide, 2, 1)).toEqual(startScenario);
  });

  test('a layer more stands where it is put, as wide as what the next one is given', () => {
    const next = withLayerAdded(presets.xor, 1, 'relu', draw);
    expect(next.layers.map(unitCount)).toEqual([4, 4, 2, 1]);
    expect(next.layers[1]?.activation).toBe('relu');
    expect([next.layers[0], next.layers[2], next.layers[3]]).toEqual(layers);
    expect(withoutLayer(next, 1, draw)).toEqual(presets.xor);
  });

  test('a layer less: the next one keeps the weights it still has a number for', () => {
    const next = withoutLayer(presets.xor, 0, draw);
    expect(next.layers.map(unitCount)).toEqual([2, 1]);
    expect(next.layers[0]?.weights).toEqual([
      [-0.7, -1],
      [-0.8, -0.3],
    ]);
  });

  test('a layer at the end gives the outputs, as the one before it did; softmax goes there with it', () => {
    const next = withLayerAtEnd(presets.xor, 'relu', draw);
    expect(next.layers.slice(0, 3)).toEqual(layers);
    expect(next.layers.map(unitCount)).toEqual([4, 2, 1, 1]);
    expect(next.layers[3]?.activation).toBe(layers[2]?.activation);
    expect(next.examples).toBe(presets.xor.examples);
    expect(withoutLayer(next, 3, draw)).toEqual(presets.xor);

    const two = withUnitAdded(startScenario, 2, draw);
    const shared = { ...withActivation(two, 2, 'softmax'), loss: 'cross_entropy' } as const;
    expect(withLayerAtEnd(shared, 'relu', draw).layers.map(({ activation }) => activation)).toEqual([
      'relu',
      'relu',
      'relu',
      'softmax',
    ]);
  });

  test('without the last layer the one before it gives as many outputs as there are targets', () => {
    fc.assert(
      fc.property(scenarios, (s) => {
        fc.pre(s.layers.length > 1);
        const next = withoutLayer(s, s.layers.length - 1, draw);
        expect(next.layers).toHaveLength(s.layers.length - 1);
        expect(outputCount(next)).toBe(outputCount(s));
        expect(next.layers.at(-1)?.activation).toBe(s.layers.at(-1)?.activation);
        expect(next.layers.slice(0, -1)).toEqual(s.layers.slice(0, -2));
        expect(next.examples).toBe(s.examples);
        expect(() => engine.gradient(next)).not.toThrow();
      }),
    );
  });

  test('the last input, unit and layer stay', () => {
    expect(withoutInput(startScenario, 0)).toBe(startScenario);
    expect(withoutUnit(startScenario, 1, 0)).toBe(startScenario);
    expect(withoutLayer(presets.shallow, 0, draw)).toBe(presets.shallow);
  });

  test('biases start at 0, so the network says what it said; without them their flags go too', () => {
    const biased = withBiases(startScenario, 1, true);
    expect(biased.layers[1]?.biases).toEqual([0]);
    expect(engine.evaluate(biased).outputs).toEqual(engine.evaluate(startScenario).outputs);
    expect(withBiases(biased, 1, false)).toEqual(startScenario);
    expect(withBiases(presets.textbook, 0, false).layers[0]).toEqual({
      activation: 'sigmoid',
      weights: presets.textbook.layers[0].weights,
    });
  });

  test('fits its two ends to a table of examples', () => {
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (s, inputs, outputs) => {
        const next = withEnds(s, inputs, outputs, draw);
        expect([inputCount(next), outputCount(next)]).toEqual([inputs, outputs]);
        expect(next.layers).toHaveLength(s.layers.length);
      }),
    );
  });

  test('flags stay with their parameters; a layer frozen as a whole stays frozen', () => {
    fc.assert(
      fc.property(places, ([s, layer]) => {
        const next = withUnitAdded(s, layer, draw);
        for (const ref of parameters(s)) {
          // Rows and columns are added at the end, so a place keeps its name.
          expect(isFrozen(next, ref)).toBe(isFrozen(s, ref));
        }
        const added = parameters(next).filter(
          (ref) => ref.layer === layer && ref.unit === unitCount(s.layers[layer]) && 'input' in ref,
        );
        expect(added).toHaveLength(layerInputs(s.layers[layer]));
        for (const ref of added) expect(isFrozen(next, ref)).toBe(s.layers[layer]?.frozen?.weights === true);
      }),
    );
  });
});
