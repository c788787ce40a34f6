/**
 * Numbers pasted from a spreadsheet or read from a CSV file: columns by tab, semicolon, comma or spaces, decimals by point or
 * comma. Nothing is guessed that could mean two things: what is not plainly a number is refused with its row and column.
 */

/** What is wrong, and where: row and column count from 1, as a spreadsheet counts; a row as a whole has no column. */
export type GridProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly kind: 'width'; readonly row: number; readonly expected: number; readonly got: number }
  | { readonly kind: 'long'; readonly most: number; readonly got: number };

type Grid =
  | { readonly ok: true; readonly rows: readonly (readonly number[])[]; readonly heading: boolean }
  | { readonly ok: false; readonly problem: GridProblem };

/** Tab and semicolon separate nothing but columns; a comma may also be a decimal one, a space may stand beside either. */
const separators = [/\t/, /;/, /,/, / +/] as const;

const number = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;

/** A cell as a number; undefined when it is none, or too large to be one. */
export function cellNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
    .replace('−', '-');
  if (!number.test(plain)) return undefined;
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/**
 * @param columns how many numbers a row has; undefined = as many as the first row has
 * @param mostRows more are refused
 */
export function readGrid(text: string, columns: number | undefined, mostRows: number): Grid {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line, row: index + 1 }))
    .filter(({ line }) => line.trim() !== '');
  const first = lines[0];
  if (!first) return { ok: false, problem: { kind: 'empty' } };
  const separator = separatorOf(lines[1]?.line ?? first.line, columns);
  const cut = (line: string) => (separator ? bare(line).split(separator) : [line]);
  const heading = lines.length > 1 && cut(first.line).every((cell) => cellNumber(cell) === undefined);
  const body = heading ? lines.slice(1) : lines;
  if (body.length > mostRows) return { ok: false, problem: { kind: 'long', most: mostRows, got: body.length } };
  const expected = columns ?? cut(body[0]?.line ?? '').length;
  const rows: number[][] = [];
  for (const { line, row } of body) {
    const cells = cut(line);
    const values: number[] = [];
    for (const [c, cell] of cells.entries()) {
      const value = cellNumber(cell);
      if (value === undefined) return { ok: false, problem: { kind: 'cell', row, column: c + 1, text: cell.trim() } };
      values.push(value);
    }
    if (cells.length !== expected) {
      return { ok: false, problem: { kind: 'width', row, expected, got: cells.length } };
    }
    rows.push(values);
  }
  return { ok: true, rows, heading };
}

/** Spaces at either end separate nothing; a tab there has an empty cell beside it. */
const bare = (line: string): string => line.replace(/^ +| +$/g, '');

/**
 * The first separator that cuts a line into so many numbers, else into so many cells, else the first that occurs. A line
 * that is a number as it stands, "1,5", is one cell where no width is asked for.
 */
function separatorOf(line: string, columns: number | undefined): RegExp | undefined {
  const trimmed = bare(line);
  if (columns === undefined && cellNumber(trimmed) !== undefined) return undefined;
  const present = separators.filter((separator) => separator.test(trimmed));
  const cut = present.map((separator) => trimmed.split(separator));
  const wide = (cells: readonly string[]) => columns === undefined || cells.length === columns;
  const numbers = (cells: readonly string[]) => cells.every((cell) => cellNumber(cell) !== undefined);
  const fits = cut.findIndex((cells) => wide(cells) && numbers(cells));
  return present[fits] ?? present[cut.findIndex(wide)] ?? present[0];
}
