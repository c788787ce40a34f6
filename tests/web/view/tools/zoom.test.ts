import { expect, test } from 'vitest';
import { nextZoom } from '../../../../web/src/view/tools/zoom';

test('a step up and a step down lead back, through 1 and never past the ends', () => {
  const up = Array.from({ length: 20 }).reduce<number[]>((sizes) => [...sizes, nextZoom(sizes.at(-1) ?? 1, 1)], [0.25]);
  expect(up).toContain(1);
  expect(up.at(-1)).toBe(4);
  const down = up.reduce<number[]>((sizes) => [...sizes, nextZoom(sizes.at(-1) ?? 1, -1)], [4]);
  expect(down).toContain(1);
  expect(down.at(-1)).toBe(0.25);
  expect(nextZoom(nextZoom(1, 1), -1)).toBe(1);
});
