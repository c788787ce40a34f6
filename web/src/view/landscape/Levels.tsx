import { formatNumber } from '../../format/number';
import { usePage } from '../context';
import { contours, type Grid, levelsOf } from './contours';
import styles from './Landscape.module.css';
import { labelled, type Place } from './labels';
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
  marks,
}: {
  grid: Grid;
  xs: Scale;
  ys: Scale;
  settled: boolean;
  /** What no label may hide. */
  marks: readonly Place[];
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
  const named = levels.filter((_, k) => k % labelEvery === 1);
  const labels = settled ? labelled(grid, named, { toX, toY }, marks) : [];
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
