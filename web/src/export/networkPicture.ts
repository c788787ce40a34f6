/** A still picture of a network as SVG text: lines as wide as their weights are large, dashed where they are negative. */
import type { Layer, Scenario } from '../scenario/types';

const columnGap = 120;
const rowGap = 56;
const margin = 32;

interface Point {
  readonly x: number;
  readonly y: number;
}

export function networkPicture({ layers, examples }: Scenario): string {
  const inputs = examples[0]?.inputs.length ?? 0;
  const columns = [inputs, ...layers.map(({ weights }) => weights.length)];
  const tallest = Math.max(...columns);
  const at = (column: number, row: number): Point => ({
    x: margin + column * columnGap,
    y: margin + (row + (tallest - (columns[column] ?? 0)) / 2) * rowGap,
  });
  const width = 2 * margin + layers.length * columnGap;
  const height = 2 * margin + (tallest - 1) * rowGap;
  const dots = columns.flatMap((units, column) =>
    Array.from({ length: units }, (_, row) => dot(at(column, row), column)),
  );
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">
${[...layers.flatMap((layer, k) => lines(layer, k, at)), ...dots].join('\n')}
</svg>`;
}

const lines = ({ weights }: Layer, k: number, at: (column: number, row: number) => Point): string[] =>
  weights.flatMap((row, unit) =>
    row.map((weight, input) => {
      const [from, to] = [at(k, input), at(k + 1, unit)];
      const wide = Math.min(1 + 2.5 * Math.abs(weight), 7).toFixed(1);
      const dash = weight < 0 ? ' stroke-dasharray="7 5"' : '';
      return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke-width="${wide}"${dash} />`;
    }),
  );

const dot = ({ x, y }: Point, column: number): string =>
  column === 0
    ? `<rect x="${x - 13}" y="${y - 13}" width="26" height="26" />`
    : `<circle cx="${x}" cy="${y}" r="15" />`;
