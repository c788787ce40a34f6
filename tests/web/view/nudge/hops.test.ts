import { describe, expect, test } from 'vitest';
import type { Change } from '../../../../bindings/backprop';
import { isShut, rowsOf } from '../../../../web/src/view/nudge/hops';

const moved = (of: Change['of'], change: number): Change => ({ of, before: 0, after: change, change, linear: change });

describe('rowsOf', () => {
  test('puts what is reached at the same hop in one row, in the order of travel', () => {
    const rows = rowsOf([
      moved({ kind: 'w', layer: 0, unit: 0, input: 0 }, 0.01),
      moved({ kind: 'a', layer: 0, unit: 0 }, 0.02),
      moved({ kind: 'a', layer: 1, unit: 0 }, 0.03),
      moved({ kind: 'a', layer: 1, unit: 1 }, 0.04),
      moved({ kind: 'C' }, 0.05),
    ]);
    expect(rows.map(({ changes }) => changes.map(({ change }) => change))).toEqual([
      [0.01],
      [0.02],
      [0.03, 0.04],
      [0.05],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
  });

  test('of a wide layer keeps the units that moved most, in the layer’s order, and counts the others', () => {
    const sizes = [0.01, -0.9, 0.3, 0.02, 0.5, -0.4, 0.6, 0.7, 0.03];
    const [row] = rowsOf(sizes.map((change, unit) => moved({ kind: 'a', layer: 2, unit }, change)));
    expect(row?.changes.map(({ change }) => change)).toEqual([-0.9, 0.3, 0.5, -0.4, 0.6, 0.7]);
    expect(row?.more).toBe(3);
  });
});

test('nothing arrives where 0 of 0 would be rescaled, not where a link is shut or the numbers are infinite', () => {
  const w = { kind: 'w', layer: 0, unit: 0, input: 0 } as const;
  const isShutAt = (change: number, ratio: number) => isShut({ ...moved(w, change), ratio });
  expect(isShutAt(0, Number.NaN)).toBe(true);
  expect(isShutAt(0, 0)).toBe(false);
  expect(isShutAt(Number.NaN, Number.NaN)).toBe(false);
  expect(isShutAt(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(false);
});
