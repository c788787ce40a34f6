/** The order of a table's rows. */

export interface Sorting {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/**
 * Indices of the rows in order of their numbers (texts by alphabet); equal ones stay in the order they have, and what is not
 * a number comes last either way.
 */
export function orderOf<Row>(
  rows: readonly Row[],
  by: (row: Row) => number | string,
  direction: Sorting['direction'],
): number[] {
  return rows.map((_, index) => index).sort(comparing(rows, by, direction));
}

/** Whether rows in this order, all of them, are still sorted, now that their numbers may be others. */
export function isSorted<Row>(
  rows: readonly Row[],
  by: (row: Row) => number | string,
  direction: Sorting['direction'],
  order: readonly number[],
): boolean {
  const compare = comparing(rows, by, direction);
  return order.every((index, place) => place === 0 || compare(order[place - 1] ?? index, index) < 0);
}

/** Compares two rows by their indices; negative where the first stands before the second. */
function comparing<Row>(rows: readonly Row[], by: (row: Row) => number | string, direction: Sorting['direction']) {
  const keys = rows.map(by);
  const sign = direction === 'ascending' ? 1 : -1;
  return (i: number, j: number): number => {
    const a = keys[i] ?? Number.NaN;
    const b = keys[j] ?? Number.NaN;
    if (typeof a === 'string' || typeof b === 'string') return sign * String(a).localeCompare(String(b)) || i - j;
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || i - j;
    return (a < b ? -sign : a > b ? sign : 0) || i - j;
  };
}

/** What pressing the head of a column makes of the sorting: ascending, descending, as the rows stand; what is old, anew. */
export function pressed(sorting: Sorting | undefined, column: string, old = false): Sorting | undefined {
  if (sorting?.column !== column) return { column, direction: 'ascending' };
  if (old) return { ...sorting };
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}
