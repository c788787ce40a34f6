/** Edits of the examples as a table: rows come and go, a block of cells is put in. */
import { inputCount, outputCount } from './shape';
import type { Example, Scenario } from './types';

/** The examples as rows of numbers: the inputs, then the targets. */
export const rowsOf = (s: Scenario): number[][] => s.examples.map(({ inputs, targets }) => [...inputs, ...targets]);

/** All examples anew. A batch is never larger than what there is. */
export function withExamples(s: Scenario, examples: readonly Example[]): Scenario {
  const { batch } = s.descent;
  if (examples.length === 0) return s;
  const descent = batch !== undefined && batch > examples.length ? { ...s.descent, batch: examples.length } : s.descent;
  return { ...s, examples, descent };
}

/** One more example after the given one, a copy of it to change. */
export function withExampleAdded(s: Scenario, after: number): Scenario {
  const example = s.examples[after];
  return example ? withExamples(s, s.examples.toSpliced(after + 1, 0, example)) : s;
}

/** One example less, unless it is the only one. */
export const withoutExample = (s: Scenario, example: number): Scenario =>
  s.examples[example] && s.examples.length > 1 ? withExamples(s, s.examples.toSpliced(example, 1)) : s;

/** Rows of numbers (inputs, then targets) as examples of this network. */
export const examplesFrom = (s: Scenario, rows: readonly (readonly number[])[]): Example[] =>
  rows.map((row) => ({ inputs: row.slice(0, inputCount(s)), targets: row.slice(inputCount(s)) }));

/** A block of cells put in from a row and a column on; rows that are not there yet are added, filled up with 0. */
export function withCells(s: Scenario, row: number, column: number, cells: readonly (readonly number[])[]): Scenario {
  const width = inputCount(s) + outputCount(s);
  const rows = rowsOf(s);
  cells.forEach((values, r) => {
    const old = rows[row + r] ?? Array<number>(width).fill(0);
    rows[row + r] = old.map((value, c) => values[c - column] ?? value);
  });
  return withExamples(s, examplesFrom(s, rows));
}
