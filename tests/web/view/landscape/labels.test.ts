import { expect, test } from 'vitest';
import { loadWhole } from '../../../../web/src/engine/load';
import { startScenario } from '../../../../web/src/scenario/start';
import { levelsOf } from '../../../../web/src/view/landscape/contours';
import { along, labelled, type Place } from '../../../../web/src/view/landscape/labels';

const engine = await loadWhole();
const resolution = 60;
const axes = [0, 1].map((layer) => ({ layer, unit: 0, input: 0 }));
const ranges = [
  [-2, 2],
  [-2, 2],
] as [number, number][];
const grid = { resolution, costs: engine.landscape(startScenario, { axes, ranges, resolution } as never).costs };
const levels = levelsOf(grid, 12).filter((_, k) => k % 2 === 1);
const pixels = {
  toX: (i: number) => (i * 400) / (resolution - 1),
  toY: (j: number) => 400 - (j * 400) / (resolution - 1),
};
/** Of the start's network, w₁ 0.4, w₂ 0.7: the point, and the arrow from it. */
const point = { x: 240, y: 130 };
const marks = along(point, { x: 285, y: 100 });

const between = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y);

test('no label lies on the point, the arrow, another label or the edge', () => {
  const labels = labelled(grid, levels, pixels, marks);
  expect(labels.length).toBeGreaterThan(3);
  for (const [k, label] of labels.entries()) {
    for (const mark of marks) expect(Math.abs(label.x - mark.x) > 25 || Math.abs(label.y - mark.y) > 10).toBe(true);
    for (const other of labels.slice(k + 1))
      expect(Math.abs(label.x - other.x) > 50 || Math.abs(label.y - other.y) > 20).toBe(true);
    expect(Math.min(label.x, label.y, 400 - label.x, 400 - label.y)).toBeGreaterThan(11);
  }
});

test('where there is room labels are spread, not crowded at the point', () => {
  const labels = labelled(grid, levels, pixels, marks);
  const nearest = labels.map((label) =>
    Math.min(
      ...marks.map((mark) => between(mark, label)),
      ...labels.map((o) => (o === label ? 999 : between(o, label))),
    ),
  );
  expect(Math.min(...nearest)).toBeGreaterThan(30);
  expect(nearest.reduce((sum, x) => sum + x, 0) / nearest.length).toBeGreaterThan(45);
});

test('a line is followed to both its ends, and a point is one', () => {
  const line = along({ x: 0, y: 0 }, { x: 30, y: 40 });
  expect(line[0]).toEqual({ x: 0, y: 0 });
  expect(line.at(-1)).toEqual({ x: 30, y: 40 });
  for (const [k, place] of line.slice(1).entries()) expect(between(place, line[k] as Place)).toBeLessThanOrEqual(6);
  expect(along(point, point)).toEqual([point]);
});
