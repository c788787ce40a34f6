import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSorted, orderOf, pressed } from '../../../../web/src/view/table/sorting';

const itself = (x: number | string) => x;

test('an order is of all rows, ascending or descending, and equal rows keep theirs', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (rows) => {
      const ascending = orderOf(rows, itself, 'ascending');
      expect([...ascending].sort((i, j) => i - j)).toEqual(rows.map((_, i) => i));
      for (const [k, i] of ascending.entries()) {
        const next = ascending[k + 1];
        if (next === undefined) continue;
        const [a = 0, b = 0] = [rows[i], rows[next]];
        expect(a < b || (a === b && i < next)).toBe(true);
      }
      const descending = orderOf(rows, itself, 'descending').map((i) => rows[i]);
      expect(descending).toEqual([...rows].sort((a, b) => b - a));
    }),
  );
});

test('what is not a number comes last either way', () => {
  const rows = [Number.NaN, 1, Number.POSITIVE_INFINITY, -2, Number.NEGATIVE_INFINITY];
  expect(orderOf(rows, itself, 'ascending')).toEqual([4, 3, 1, 2, 0]);
  expect(orderOf(rows, itself, 'descending')).toEqual([2, 1, 3, 4, 0]);
});

test('texts go by alphabet', () => {
  expect(orderOf(['tanh', 'ReLU', 'id'], itself, 'ascending')).toEqual([2, 1, 0]);
});

test('an order is old exactly when the rows, as they are now, would be ordered in another way', () => {
  const values = fc.constantFrom(1, 2, 3, -0, 0, Number.NaN, Number.POSITIVE_INFINITY);
  const table = fc.array(fc.tuple(values, values), { maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom('ascending', 'descending'), (rows, direction) => {
      const [then, now] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
      const order = orderOf(then, itself, direction);
      expect(isSorted(then, itself, direction, order)).toBe(true);
      const same = JSON.stringify(orderOf(now, itself, direction)) === JSON.stringify(order);
      expect(isSorted(now, itself, direction, order)).toBe(same);
    }),
  );
  expect(pressed({ column: 'value', direction: 'descending' }, 'value', true)?.direction).toBe('descending');
});

test('a head pressed again turns the order round, and a third time gives the network’s back', () => {
  const once = pressed(undefined, 'value');
  const twice = pressed(once, 'value');
  expect([once?.direction, twice?.direction, pressed(twice, 'value')]).toEqual(['ascending', 'descending', undefined]);
  expect(pressed(twice, 'mean')).toEqual({ column: 'mean', direction: 'ascending' });
});
