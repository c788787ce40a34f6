import { briefText } from '../../format/number';
import { usePage } from '../context';
import styles from './Landscape.module.css';
import { pixelOf, type Scale, ticks } from './scale';

/** The edge of the square, with both axes. */
export function Frame({ xs, ys, names }: { xs: Scale; ys: Scale; names: readonly [string, string] }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  return (
    <g class={styles.axes}>
      <rect
        x={xs.start}
        y={ys.end}
        width={xs.end - xs.start}
        height={ys.start - ys.end}
        fill="none"
        class={styles.tick}
      />
      {ticks(ys, 4).map((value) => (
        <text key={value} x={xs.start - 6} y={pixelOf(value, ys) + 4} text-anchor="end">
          {briefText(value, notation)}
        </text>
      ))}
      {ticks(xs, 4).map((value) => (
        <text key={value} x={pixelOf(value, xs)} y={ys.start + 16} text-anchor="middle">
          {briefText(value, notation)}
        </text>
      ))}
      <text x={xs.start} y={ys.end - 8} text-anchor="middle" class={styles.axisName}>
        {names[1]}
      </text>
      <text x={xs.end} y={ys.start + 34} text-anchor="end" class={styles.axisName}>
        {names[0]}
      </text>
    </g>
  );
}
