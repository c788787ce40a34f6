import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellNumber, readGrid } from '../../../web/src/scenario/grid';

const rowsIn = (text: string, columns?: number) => {
  const grid = readGrid(text, columns, 100);
  return grid.ok ? grid.rows : grid.problem;
};

describe('a cell', () => {
  test.each([
    ['1', 1],
    ['-0.5', -0.5],
    ['−0,5', -0.5],
    ['+1e-3', 0.001],
    ['.5', 0.5],
    ['5.', 5],
    [' "2,5" ', 2.5],
  ])('%s is a number', (text, value) => {
    expect(cellNumber(text)).toBe(value);
  });

  test.each(['', ' ', 'abc', '1.2.3', '1.234,5', '1 2', '1e999', 'NaN', 'Infinity', '0x10', '--1', '1e', '.', '½'])(
    '%j is none',
    (text) => {
      expect(cellNumber(text)).toBeUndefined();
    },
  );
});

describe('a pasted table', () => {
  const expected = [
    [0.5, 1, 0],
    [-1.5, 2, 1],
  ];

  test.each([
    ['tabs', '0.5\t1\t0\n-1.5\t2\t1\n'],
    ['tabs and decimal commas', '0,5\t1\t0\r\n-1,5\t2\t1\r\n'],
    ['semicolons', '0.5;1;0\n-1.5;2;1'],
    ['semicolons and decimal commas', '0,5; 1; 0\n-1,5; 2; 1'],
    ['commas', '0.5,1,0\n-1.5,2,1'],
    ['commas and spaces', '0.5, 1, 0\n-1.5, 2, 1'],
    ['spaces and decimal commas', '  0,5 1 0\n -1,5 2 1'],
    ['quotes', '"0.5","1","0"\n"-1.5","2","1"'],
    ['a heading', 'x1,x2,y\n0.5,1,0\n-1.5,2,1'],
    ['a mark of its encoding and empty lines', '\uFEFF\n0.5\t1\t0\n\n-1.5\t2\t1\n\n'],
  ])('with %s', (_, text) => {
    expect(rowsIn(text, 3)).toEqual(expected);
  });

  test('of a network with one input and one output, decimal commas and all', () => {
    expect(rowsIn('0,5\t1\n1,5\t2', 2)).toEqual([
      [0.5, 1],
      [1.5, 2],
    ]);
    expect(rowsIn('0,5 1\n1,5 2', 2)).toEqual([
      [0.5, 1],
      [1.5, 2],
    ]);
  });

  test('of any width, when no width is asked for', () => {
    expect(rowsIn('1\t2\n3\t4')).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(rowsIn('1,5')).toEqual([[1.5]]);
    expect(rowsIn('7')).toEqual([[7]]);
  });

  test('written with any numbers and separators is read back', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0));
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 5 })
          .chain((n) => fc.array(fc.array(finite, { minLength: n, maxLength: n }), { minLength: 1 })),
        fc.constantFrom('\t', ';', ',', ' '),
        (rows, separator) => {
          const text = rows.map((row) => row.join(separator)).join('\n');
          expect(rowsIn(text, rows[0]?.length)).toEqual(rows);
        },
      ),
    );
  });
});

describe('a mistake in it is named with its row and column', () => {
  test.each([
    ['1\t2\nx\t4', 2, { kind: 'cell', row: 2, column: 1, text: 'x' }],
    ['a\tb\n1\t2\n3\t4.5.6', 2, { kind: 'cell', row: 3, column: 2, text: '4.5.6' }],
    ['1\t\t3', 3, { kind: 'cell', row: 1, column: 2, text: '' }],
    ['\t2', 2, { kind: 'cell', row: 1, column: 1, text: '' }],
    ['1\t2\n\n3', 2, { kind: 'width', row: 3, expected: 2, got: 1 }],
    ['1,2,3', 2, { kind: 'width', row: 1, expected: 2, got: 3 }],
    ['1\t1e999', 2, { kind: 'cell', row: 1, column: 2, text: '1e999' }],
    [' \n\n', 2, { kind: 'empty' }],
  ])('%j', (text, columns, problem) => {
    expect(rowsIn(text, columns)).toEqual(problem);
  });

  test('more rows than a document may have', () => {
    expect(rowsIn('1\t2\n'.repeat(101), 2)).toEqual({ kind: 'long', most: 100, got: 101 });
  });
});
