/** The words of the table of examples. */

import type { GridProblem } from '../../scenario/grid';
import type { Dataset } from '../../scenario/types';
import { countText } from '../number';

const count = (n: number, thing: string) => `${countText(n)} ${thing}${n === 1 ? '' : 's'}`;

export const dataWords = {
  heading: 'Examples to learn from',
  caption: 'The examples: inputs, targets, and what the network says',
  lead: 'Each row is one example. Choose which one the drawing shows; a step takes the mean over all of them. Cells copied from a spreadsheet can be pasted into any cell.',
  shown: 'shown',
  show: (n: number) => `Show example ${n}`,
  cell: (column: string, row: number) => `${column} of row ${row}`,
  copy: (n: number) => `Copy row ${n} below it`,
  remove: (n: number) => `Remove row ${n}`,
  copyMark: 'copy',
  onlyOne: 'A network has at least one example.',

  add: 'Add a row',
  full: (most: string) => `At most ${most} examples.`,
  paste: 'Paste rows…',
  pasteLead: (inputs: number, outputs: number) =>
    `Rows from a spreadsheet or a CSV file: ${count(inputs, 'input')}, then ${count(outputs, 'target')}. Columns by tab, semicolon, comma or spaces; decimal point or comma. A first row of headings is passed over.`,
  text: 'Rows as text',
  replace: 'Replace all rows',
  append: 'Add below',
  file: 'Open a CSV file…',
  taken: (rows: number) => `${count(rows, 'row')} taken.`,
  pasted: (rows: number, columns: number) => `${count(rows, 'row')} of ${count(columns, 'cell')} pasted.`,

  builtIn: 'Built-in…',
  builtInLead: 'Two inputs and one target of 0 or 1 (plane: any number), the same for the same seed.',
  name: 'Shape',
  names: {
    circle: 'circle: a disc in a ring',
    xor: 'XOR: signs that differ',
    gauss: 'Gauss: two clouds',
    spiral: 'spiral: two arms',
    moons: 'moons: two half circles',
    plane: 'plane: the mean of the inputs',
    and_table: 'AND, as a table',
    or_table: 'OR, as a table',
    xor_table: 'XOR, as a table',
  } satisfies Record<Dataset['name'], string>,
  count: 'rows',
  noise: 'noise',
  seed: 'seed',
  use: 'Use these examples',
  fits: (inputs: number, outputs: number) =>
    `The network gets ${count(inputs, 'input')} and ${count(outputs, 'output')} for them; the weights it has stay.`,

  problem: (problem: GridProblem): string => {
    switch (problem.kind) {
      case 'empty':
        return 'There is no row in it. Nothing was changed.';
      case 'cell':
        return problem.text === ''
          ? `Row ${problem.row}, column ${problem.column} is empty. Nothing was changed.`
          : `Row ${problem.row}, column ${problem.column}: “${problem.text}” is not a number. Nothing was changed.`;
      case 'width':
        return `Row ${problem.row} has ${count(problem.got, 'cell')}; expected ${problem.expected}. Nothing was changed.`;
      case 'long':
        return `${count(problem.got, 'row')}; there is room for ${countText(problem.most)}. Nothing was changed.`;
    }
  },
  tooWide: (got: number, room: number) =>
    `${count(got, 'column')} pasted where there is room for ${room}. Nothing was changed.`,
} as const;
