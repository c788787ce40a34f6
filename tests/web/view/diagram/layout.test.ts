import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  type ChosenLane,
  type Layout,
  layout,
  leastWidths,
  type NetworkShape,
} from '../../../../web/src/view/diagram/layout';

const chain: NetworkShape = { inputs: 1, layers: Array.from({ length: 3 }, () => ({ units: 1, biases: false })) };

const shapeOf = ([inputs = 1, ...units]: number[], biases = false): NetworkShape => ({
  inputs,
  layers: units.map((n) => ({ units: n, biases })),
});

/** Networks of up to 6 layers and 8 units, biases or not; some layers have too many weights for a chip each. */
const shapes: fc.Arbitrary<NetworkShape> = fc.record({
  inputs: fc.integer({ min: 1, max: 8 }),
  layers: fc.array(fc.record({ units: fc.integer({ min: 1, max: 8 }), biases: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  }),
});
const widths = fc.integer({ min: 280, max: 2000 });

const boxesOf = (shape: NetworkShape, width: number, chosen?: ChosenLane): Box[] =>
  boxesIn(layout(shape, width, chosen));
const boxesIn = (places: Layout): Box[] => {
  return [
    ...places.inputs,
    ...places.lanes.flatMap(({ chip }) => chip ?? []),
    ...places.units.flat().map(({ x, y, radius }) => ({ x, y, width: 2 * radius, height: 2 * radius })),
    places.cost,
    ...numbersBelow(places),
  ];
};

/** The lines of numbers below the large units, where there is no room beside them. */
const numbersBelow = ({ manner, units }: Layout): Box[] =>
  manner !== 'narrow'
    ? []
    : units
        .flat()
        .filter(({ small }) => !small)
        .map(({ x, y, radius, labels, after }) => ({ x, y: y + radius + after / 2, width: labels, height: after - 1 }));

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 0.01 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 0.01;

const fanIn = ({ inputs, layers }: NetworkShape, k: number): number => (k === 0 ? inputs : (layers[k - 1]?.units ?? 0));

describe('layout', () => {
  test('gives every input, unit and weight of a network its place', () => {
    fc.assert(
      fc.property(shapes, widths, (shape, width) => {
        const places = layout(shape, width);
        expect(places.inputs).toHaveLength(shape.inputs);
        expect(places.units.map((units) => units.length)).toEqual(shape.layers.map(({ units }) => units));
        for (const [k, { units }] of shape.layers.entries()) {
          const weights = places.lanes.filter(({ layer, input }) => layer === k && input !== undefined);
          expect(weights).toHaveLength(units * fanIn(shape, k));
        }
      }),
    );
  });

  test('lets no chip, neuron, input or cost lie on another', () => {
    fc.assert(
      fc.property(shapes, widths, (shape, width) => {
        const boxes = boxesOf(shape, width);
        for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps everything inside the drawing', () => {
    fc.assert(
      fc.property(shapes, widths, (shape, width) => {
        const places = layout(shape, width);
        for (const box of boxesOf(shape, width)) {
          expect(box.x - box.width / 2).toBeGreaterThanOrEqual(-0.01);
          expect(box.x + box.width / 2).toBeLessThanOrEqual(places.width + 0.01);
          expect(box.y - box.height / 2).toBeGreaterThanOrEqual(-0.01);
          expect(box.y + box.height / 2).toBeLessThanOrEqual(places.height + 0.01);
        }
      }),
    );
  });

  test('grows with the text: all in it is larger, inside, and nothing lies on anything', () => {
    fc.assert(
      fc.property(shapes, widths, fc.double({ min: 1, max: 3, noNaN: true }), (shape, width, scale) => {
        const places = layout(shape, width, undefined, 3, false, scale);
        const [usual] = layout(shape, width).inputs;
        expect(places.inputs[0]?.width).toBeCloseTo(scale * (usual?.width ?? Number.NaN));
        const boxes = boxesIn(places);
        for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
        const inside = boxes.every(
          (box) =>
            box.x - box.width / 2 > -0.01 &&
            box.y - box.height / 2 > -0.01 &&
            box.x + box.width / 2 < places.width + 0.01 &&
            box.y + box.height / 2 < places.height + 0.01,
        );
        expect(inside).toBe(true);
        const { right, down } = leastWidths(shape, 3, scale);
        if (Math.min(right, down) <= width - scale) expect(places.width).toBeLessThanOrEqual(width + scale);
      }),
      { numRuns: 60 },
    );
  });

  test('gives chips in a layer of small units to the chosen unit alone', () => {
    const small: NetworkShape = { inputs: 2, layers: [{ units: 8, biases: false }] };
    const chosen = { layer: 0, unit: 3, input: 1 };
    const chips = layout(small, 1200, chosen).lanes.filter(({ chip }) => chip !== undefined);
    expect(chips).toMatchObject([
      { unit: 3, input: 0 },
      { unit: 3, input: 1 },
    ]);
  });

  test('is never wider than its frame where either way of flowing fits', () => {
    fc.assert(
      fc.property(shapes, widths, (shape, width) => {
        const { right, down } = leastWidths(shape);
        if (Math.min(right, down) <= width) expect(layout(shape, width).width).toBeLessThanOrEqual(width);
      }),
    );
  });

  test.each([
    { name: 'a diamond', shape: shapeOf([1, 1, 2, 1]), small: 0 },
    { name: '2-2-2', shape: shapeOf([2, 2, 2], true), small: 0 },
    { name: '2-4-2-1, four units small', shape: shapeOf([2, 4, 2, 1], true), small: 4 },
  ])('fits a phone, the chosen weight with its number: $name', ({ shape, small }) => {
    for (const [layer, { units }] of shape.layers.entries()) {
      for (let unit = 0; unit < units; unit++) {
        const places = layout(shape, 318, { layer, unit, input: 0 });
        expect(places).toMatchObject({ manner: 'narrow', width: 318 });
        const chips = places.lanes.filter(({ chip }) => chip);
        expect(chips).toContainEqual(expect.objectContaining({ layer, unit, input: 0 }));
        expect(places.units.flat().filter((place) => place.small)).toHaveLength(small);
      }
    }
  });

  test('leaves out of a narrow frame only what does not fit: a diamond keeps all its numbers, 17 digits of a chain too', () => {
    expect(layout(shapeOf([1, 1, 2, 1]), 318).lanes.every(({ chip }) => chip)).toBe(true);
    const long = layout(chain, 318, undefined, 17);
    expect([long.width, long.stacked]).toEqual([318, true]);
    expect(long.lanes.every(({ chip }) => chip)).toBe(true);
  });

  test('lets layers follow one another in the direction of flow, input first and cost last', () => {
    fc.assert(
      fc.property(shapes, widths, (shape, width) => {
        const places = layout(shape, width);
        const along = (p: { x: number; y: number }) => (places.flow === 'right' ? p.x : p.y);
        const stations = [places.inputs, ...places.units, [places.cost]].map((all) => all.map(along));
        for (const [i, station] of stations.slice(1).entries()) {
          expect(Math.min(...station)).toBeGreaterThan(Math.max(...(stations[i] ?? [])));
        }
      }),
    );
  });

  test('flows to the right where there is room and down on a phone', () => {
    expect(layout(chain, 1200).flow).toBe('right');
    expect(layout(chain, 330).flow).toBe('down');
    expect(layout(chain, 330).width).toBeLessThanOrEqual(330);
  });

  test('flows to the right in every frame that is wide enough, whatever its gaps add up to', () => {
    const shape = shapeOf([2, 8, 8, 8, 2]);
    const { right } = leastWidths(shape);
    for (let width = Math.ceil(right); width < right + 200; width++) expect(layout(shape, width).flow).toBe('right');
  });

  test('puts a chain on one straight line', () => {
    const { inputs, units, cost } = layout(chain, 1200);
    const heights = [...inputs, ...units.flat(), cost].map(({ y }) => Math.round(y));
    expect(new Set(heights).size).toBe(1);
  });

  test('gives each weight a chip where there are few, and the chosen one alone where there are many', () => {
    const wide: NetworkShape = { inputs: 64, layers: [{ units: 64, biases: true }] };
    const chips = (chosen?: ChosenLane) => layout(wide, 1200, chosen).lanes.filter(({ chip }) => chip !== undefined);
    expect(layout(chain, 1200).lanes.every(({ chip }) => chip !== undefined)).toBe(true);
    expect(chips()).toHaveLength(0);
    const weight = { layer: 0, unit: 5, input: 7 };
    expect(chips(weight)).toMatchObject([weight]);
    const bias = { layer: 0, unit: 63, input: undefined };
    expect(chips(bias)).toMatchObject([bias]);
  });

  test('draws each edge from its source to its unit', () => {
    const { lanes, units, inputs, flow } = layout(chain, 1200);
    expect(flow).toBe('right');
    for (const { layer, path } of lanes) {
      const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number);
      const from = layer === 0 ? inputs[0] : units[layer - 1]?.[0];
      const to = units[layer]?.[0];
      expect(numbers[0]).toBeGreaterThanOrEqual(from?.x ?? Number.NaN);
      expect(numbers.at(-2)).toBeCloseTo((to?.x ?? 0) - (to?.radius ?? 0), 0);
      expect(numbers.at(-1)).toBeCloseTo(to?.y ?? 0, 0);
    }
  });

  test('leads the way back from the unit to the source, beside the way forward', () => {
    const numbersOf = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(Number);
    for (const { path, back } of layout(chain, 1200).lanes) {
      const there = numbersOf(path);
      const andBack = numbersOf(back ?? '');
      expect(andBack[0]).toBeCloseTo(there.at(-2) ?? 0, 0);
      expect(andBack.at(-2)).toBeCloseTo(there[0] ?? 0, 0);
      expect(andBack[1]).not.toBeCloseTo(there.at(-1) ?? 0, 0);
    }
  });
});
