import { formatNumber } from '../../format/number';
import { usePage } from '../context';
import { contours, type Grid, levelsOf } from './contours';
import styles from './Landscape.module.css';
import type { Scale } from './scale';

const levelCount = 12;
/** Not every line carries its cost. */
const labelEvery = 2;

/** The lines of equal cost; some carry their cost. */
export function Levels({
  grid,
  xs,
  ys,
  settled,
  clearOf,
}: {
  grid: Grid;
  xs: Scale;
  ys: Scale;
  settled: boolean;
  clearOf: { x: number; y: number };
}) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const last = grid.resolution - 1;
  const toX = (i: number) => xs.start + (i * (xs.end - xs.start)) / last;
  const toY = (j: number) => ys.start + (j * (ys.end - ys.start)) / last;
  const levels = levelsOf(grid, levelCount);
  let path = '';
  contours(grid, levels, (_, a, b, c, d) => {
    // Tenths of a pixel, without the text that toFixed builds.
    path += `M${tenth(toX(a))} ${tenth(toY(b))}L${tenth(toX(c))} ${tenth(toY(d))}`;
  });
  const labels = settled
    ? placed(
        grid,
        levels.filter((_, k) => k % labelEvery === 1),
        toX,
        toY,
        clearOf,
      )
    : [];
  return (
    <>
      <path d={path} class={styles.contour} />
      {labels.map(({ level, x, y }) => (
        <text key={level} x={x} y={y + 4} text-anchor="middle" class={styles.level}>
          {formatNumber(level, notation, { digits: Math.min(3, notation.digits) })}
        </text>
      ))}
    </>
  );
}

const tenth = (pixels: number): number => Math.round(10 * pixels) / 10;

interface Label {
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

/** Where lines carry their cost: near the middle, not over each other or the point, and not at the edge. */
function placed(
  grid: Grid,
  levels: readonly number[],
  toX: (i: number) => number,
  toY: (j: number) => number,
  clearOf: { x: number; y: number },
): Label[] {
  const last = grid.resolution - 1;
  const edge = { left: toX(0) + 24, bottom: toY(0) - 12, right: toX(last) - 24, top: toY(last) + 12 };
  const middle = { x: (toX(0) + toX(last)) / 2, y: (toY(0) + toY(last)) / 2 };
  const labels: Label[] = [];
  for (const level of levels) {
    let best: (Label & { readonly off: number }) | undefined;
    contours(grid, [level], (_, a, b, c, d) => {
      const x = toX((a + c) / 2);
      const y = toY((b + d) / 2);
      if (x < edge.left || x > edge.right || y < edge.top || y > edge.bottom) return;
      const off = Math.hypot(x - middle.x, y - middle.y);
      const clear = [...labels, clearOf].every((label) => Math.abs(label.x - x) > 50 || Math.abs(label.y - y) > 26);
      if (clear && (!best || off < best.off)) best = { level, x, y, off };
    });
    if (best) labels.push(best);
  }
  return labels;
}
