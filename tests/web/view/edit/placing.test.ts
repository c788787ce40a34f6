import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layout, type NetworkShape } from '../../../../web/src/view/diagram/layout';
import { headHeight } from '../../../../web/src/view/diagram/measures';
import { headsOf } from '../../../../web/src/view/edit/placing';

const shapesOf = (inputs: number, units: number): fc.Arbitrary<NetworkShape> =>
  fc.record({
    inputs: fc.integer({ min: 1, max: inputs }),
    layers: fc.array(fc.record({ units: fc.integer({ min: 1, max: units }), biases: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    }),
  });
/** Slim ones flow down where it is narrow. */
const shapes = fc.oneof(shapesOf(8, 12), shapesOf(2, 2), shapesOf(1, 1));

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
const px = (text: string): number => Number(text.replace('px', ''));
const rectangle = ({ left, top, width, height }: Record<'left' | 'top' | 'width' | 'height', string>): Rectangle => ({
  left: px(left),
  top: px(top),
  right: px(left) + px(width),
  bottom: px(top) + px(height),
});
const around = (box: { x: number; y: number; width: number; height: number }): Rectangle => ({
  left: box.x - box.width / 2,
  top: box.y - box.height / 2,
  right: box.x + box.width / 2,
  bottom: box.y + box.height / 2,
});
const meet = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test('no head lies on another, on an input, a unit, a chip or the cost, whichever way the network flows', () => {
  const flows = new Set<string>();
  fc.assert(
    fc.property(shapes, fc.constantFrom(300, 700, 1300), (shape, width) => {
      const places = layout(shape, width, { layer: 0, unit: 0, input: 0 }, 3, true);
      flows.add(places.flow);
      const { inputs, layers, cost } = headsOf(places, headHeight);
      const heads = [inputs, ...layers, cost].map(rectangle);
      const things = [
        ...places.inputs.map(around),
        ...places.units.flat().map(({ x, y, radius }) => around({ x, y, width: 2 * radius, height: 2 * radius })),
        ...places.lanes.flatMap(({ chip }) => (chip ? [around(chip)] : [])),
        around(places.cost),
      ];
      heads.forEach((head, k) => {
        expect(heads.slice(k + 1).filter((other) => meet(head, other))).toEqual([]);
        expect(things.filter((thing) => meet(head, thing))).toEqual([]);
        expect(head.right - head.left).toBeGreaterThan(90);
      });
    }),
  );
  expect([...flows].sort()).toEqual(['down', 'right']);
});

test('a network that is not edited has no room for heads', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const bare = layout(shape, 300);
      const edited = layout(shape, 300, undefined, 3, true);
      expect(edited.height).toBe(
        bare.flow === 'down' ? bare.height + (shape.layers.length + 1) * headHeight : bare.height,
      );
    }),
  );
});
