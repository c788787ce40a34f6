import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activation } from '../../../../web/src/scenario/types';
import { place, plotFor, polyline, reachFor, stretch, tangent } from '../../../../web/src/view/diagram/curve';

const functions: Record<string, { value: (z: number) => number; slope: (z: number) => number }> = {
  identity: { value: (z) => z, slope: () => 1 },
  relu: { value: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
  sigmoid: {
    value: (z) => 1 / (1 + Math.exp(-z)),
    slope: (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2,
  },
  tanh: { value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
};
const activations = fc.constantFrom<Activation>('identity', 'relu', 'sigmoid', 'tanh');
const anyZ = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const half = 30;

const drawn = (activation: Activation, z: number) => {
  const reach = reachFor(activation, z);
  const zs = stretch(reach, 61);
  return {
    reach,
    zs,
    values: zs.map(functions[activation]?.value ?? Number),
    plot: plotFor(reach, zs.map(functions[activation]?.value ?? Number)),
  };
};

describe('the curve in a neuron', () => {
  test('shows a stretch that holds the point, and stands still while the point moves a little', () => {
    fc.assert(
      fc.property(activations, anyZ, (activation, z) => {
        const reach = reachFor(activation, z);
        expect(reach).toBeGreaterThan(Math.abs(z));
        expect(Number.isInteger(Math.log2(reach))).toBe(true);
      }),
    );
    expect(reachFor('relu', 0.48)).toBe(reachFor('relu', 0.52));
  });

  test('of the largest numbers there are is finite from end to end', () => {
    for (const z of [1.7e308, -Number.MAX_VALUE]) {
      expect(Array.from(stretch(reachFor('identity', z), 61)).every(Number.isFinite)).toBe(true);
    }
  });

  test('has a stretch even where z is infinite or not a number', () => {
    for (const z of [Number.POSITIVE_INFINITY, Number.NaN, 0]) {
      expect(Number.isFinite(reachFor('sigmoid', z))).toBe(true);
    }
  });

  test('runs from end to end of the stretch in equal steps', () => {
    const zs = stretch(4, 5);
    expect([...zs]).toEqual([-4, -2, 0, 2, 4]);
  });

  test('keeps every point of the curve, and the zero line, inside the circle’s square', () => {
    fc.assert(
      fc.property(activations, anyZ, (activation, z) => {
        const { plot, zs, values } = drawn(activation, z);
        for (const [i, at] of [...zs.entries()]) {
          const { x, y } = place(plot, half, at, values[i] ?? 0);
          expect(Math.abs(x)).toBeLessThanOrEqual(half + 1e-9);
          expect(Math.abs(y)).toBeLessThanOrEqual(half + 1e-9);
        }
        expect(Math.abs(place(plot, half, 0, 0).y)).toBeLessThanOrEqual(half);
      }),
    );
  });

  test('draws larger values higher', () => {
    const { plot } = drawn('tanh', 0);
    expect(place(plot, half, 0, 0.5).y).toBeLessThan(place(plot, half, 0, -0.5).y);
  });

  test('has a tangent that leaves the curve in the curve’s own direction on screen', () => {
    fc.assert(
      fc.property(activations, fc.double({ min: -3, max: 3, noNaN: true }), (activation, z) => {
        fc.pre(Math.abs(z) > 1e-3);
        const { value, slope } = functions[activation] ?? { value: Number, slope: Number };
        const { plot } = drawn(activation, z);
        const step = 1e-5;
        const [from, to] = [place(plot, half, z - step, value(z - step)), place(plot, half, z + step, value(z + step))];
        const direction = tangent(plot, slope(z));
        expect(Math.hypot(direction.x, direction.y)).toBeCloseTo(1, 9);
        expect(direction.y / direction.x).toBeCloseTo((to.y - from.y) / (to.x - from.x), 4);
      }),
    );
  });

  test('has an upright tangent where the slope is infinite', () => {
    const { plot } = drawn('identity', 0);
    expect(tangent(plot, Number.POSITIVE_INFINITY)).toEqual({ x: 0, y: -1 });
    expect(tangent(plot, Number.NEGATIVE_INFINITY)).toEqual({ x: 0, y: 1 });
  });

  test('leaves out what is not finite', () => {
    const zs = stretch(1, 3);
    const values = Float64Array.of(0, Number.POSITIVE_INFINITY, 1);
    expect(polyline(plotFor(1, values), half, zs, values).trim().split(' ')).toHaveLength(2);
  });
});
