import { expect, test } from 'vitest';
import { moved } from '../../../../web/src/view/tools/roving';

/** Layers of eight and of three small units, with a layer of large ones between them. */
const places = [
  ...Array.from({ length: 8 }, (_, unit) => ({ layer: 1, unit })),
  ...Array.from({ length: 3 }, (_, unit) => ({ layer: 3, unit })),
];

test('arrows lead along a layer and stop at its ends', () => {
  expect(moved(places, { layer: 1, unit: 2 }, 'ArrowDown', 'right')).toEqual({ layer: 1, unit: 3 });
  expect(moved(places, { layer: 1, unit: 0 }, 'ArrowUp', 'right')).toBeUndefined();
  expect(moved(places, { layer: 1, unit: 7 }, 'ArrowDown', 'right')).toBeUndefined();
});

test('across to the next layer that has such units, to its last where it has fewer', () => {
  expect(moved(places, { layer: 1, unit: 1 }, 'ArrowRight', 'right')).toEqual({ layer: 3, unit: 1 });
  expect(moved(places, { layer: 1, unit: 6 }, 'ArrowRight', 'right')).toEqual({ layer: 3, unit: 2 });
  expect(moved(places, { layer: 3, unit: 1 }, 'ArrowLeft', 'right')).toEqual({ layer: 1, unit: 1 });
  expect(moved(places, { layer: 3, unit: 1 }, 'ArrowRight', 'right')).toBeUndefined();
});

test('where the network flows down the arrows turn with it', () => {
  expect(moved(places, { layer: 1, unit: 1 }, 'ArrowDown', 'down')).toEqual({ layer: 3, unit: 1 });
  expect(moved(places, { layer: 1, unit: 1 }, 'ArrowRight', 'down')).toEqual({ layer: 1, unit: 2 });
  expect(moved(places, { layer: 1, unit: 1 }, 'Home', 'down')).toBeUndefined();
});
