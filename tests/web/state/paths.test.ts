import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameters } from '../../../web/src/scenario/refs';
import { startScenario } from '../../../web/src/scenario/start';
import type { Activation, Ref, Scenario } from '../../../web/src/scenario/types';
import { factorsAlong, workFor, workForAll } from '../../../web/src/state/paths';
import { engine } from './stage';

/** A dense network of the given widths; its weights are all different. */
const dense = (inputs: number, widths: readonly number[], last: Activation = 'sigmoid'): Scenario => ({
  version: 1,
  layers: widths.map((width, k) => ({
    activation: k === widths.length - 1 ? last : 'tanh',
    weights: Array.from({ length: width }, (_, j) =>
      Array.from({ length: widths[k - 1] ?? inputs }, (_, i) => Math.sin(1 + 3 * k + 5 * j + 7 * i)),
    ),
    biases: Array.from({ length: width }, (_, j) => 0.1 * (j + 1)),
  })),
  examples: [
    {
      inputs: Array.from({ length: inputs }, (_, i) => Math.cos(i)),
      targets: Array.from({ length: widths.at(-1) ?? 1 }, (_, j) => (j === 0 ? 1 : 0)),
    },
  ],
  loss: last === 'softmax' ? 'cross_entropy' : 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.1 },
});

const shape = fc.record({
  inputs: fc.integer({ min: 1, max: 3 }),
  widths: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
  last: fc.constantFrom<Activation>('sigmoid', 'softmax'),
});
const refsOf = (s: Scenario): Ref[] => [
  ...parameters(s),
  ...s.layers.flatMap(({ weights }, layer) => weights.map((_, unit) => ({ layer, unit }))),
];

/** Every path from a unit of a layer to the outputs, by walking them all. */
const walks = (s: Scenario, layer: number): number =>
  layer === s.layers.length - 1
    ? 1
    : (s.layers[layer + 1]?.weights ?? []).reduce((sum) => sum + walks(s, layer + 1), 0);

describe('the factors along a path', () => {
  test('multiply to what the engine gives for it, and the paths add up to the gradient', () => {
    fc.assert(
      fc.property(shape, ({ inputs, widths, last }) => {
        const s = dense(inputs, widths, last);
        const derive = (ref: Ref) => engine.derive(s, ref, { paths: 0 });
        for (const ref of refsOf(s)) {
          const { paths, gradient } = engine.derive(s, ref, { paths: 1000 });
          for (const { units, value } of paths.strongest) {
            const factors = factorsAlong(units, ref, derive);
            expect(factors.at(-1)?.of).toEqual({ kind: 'C' });
            expect(factors.reduce((product, f) => product * f.value, 1)).toBeCloseTo(value, 10);
          }
          expect(paths.strongest.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(gradient, 10);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('lead from each quantity to the one the factor before ended with', () => {
    const s = dense(2, [3, 2, 1]);
    const ref = { layer: 0, unit: 2, input: 1 };
    const factors = factorsAlong([2, 1, 0], ref, (at) => engine.derive(s, at));
    expect(factors.map(({ by }) => [by.kind, by.layer, by.unit])).toEqual([
      ['w', 0, 2],
      ['a', 0, 2],
      ['a', 1, 1],
      ['a', 2, 0],
    ]);
    for (const [k, { of }] of factors.slice(0, -1).entries()) expect(of).toEqual(factors[k + 1]?.by);
  });
});

describe('the work', () => {
  test('path by path is one multiplication less than factors, for each path that the engine counts', () => {
    fc.assert(
      fc.property(shape, ({ inputs, widths }) => {
        const s = dense(inputs, widths);
        for (const ref of refsOf(s)) {
          const { paths } = engine.derive(s, ref, { paths: 1 });
          const factors = factorsAlong(paths.strongest[0]?.units ?? [], ref, (at) => engine.derive(s, at));
          expect(paths.count).toBe(walks(s, ref.layer));
          expect(workFor(s, ref).byPaths).toBe(paths.count * (factors.length - 1));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('is the same both ways in a chain, for one weight; for all of them backpropagation needs less', () => {
    expect(workFor(startScenario, { layer: 0, unit: 0, input: 0 })).toEqual({ byPaths: 3, byBackprop: 3 });
    // 3 + 2 + 1 by paths; two links back and three weights by backpropagation.
    expect(workForAll(startScenario)).toEqual({ byPaths: 6, byBackprop: 5 });
  });

  test('grows with the product of the widths path by path, with the number of edges by backpropagation', () => {
    const s = dense(2, [8, 8, 8, 1]);
    expect(workFor(s, { layer: 0, unit: 0, input: 0 })).toEqual({ byPaths: 64 * 4, byBackprop: 8 + 64 + 8 + 1 });
    const { byPaths, byBackprop } = workForAll(s);
    expect(byBackprop).toBe(64 + 64 + 8 + parameters(s).length);
    expect(byPaths).toBe(24 * 64 * 4 + 72 * 8 * 3 + 72 * 1 * 2 + 9 * 1);
  });
});
