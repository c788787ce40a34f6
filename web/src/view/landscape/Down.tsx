import styles from './Landscape.module.css';
import type { Place } from './labels';

/** Pixels of the arrow that shows the way down: its direction counts, the step has its own mark. */
const arrow = 54;

interface DownProps {
  from: Place;
  slopes: readonly [number, number];
}

/** The direction down. The scales are alike, and y grows downwards on the screen. */
function direction(slopes: readonly [number, number]): Place {
  const length = Math.hypot(...slopes);
  return { x: -slopes[0] / length, y: slopes[1] / length };
}

export function tipOf({ from, slopes }: DownProps): Place {
  const along = direction(slopes);
  return { x: from.x + arrow * along.x, y: from.y + arrow * along.y };
}

/** The way down from a place. */
export function Down({ from, slopes }: DownProps) {
  const along = direction(slopes);
  const tip = tipOf({ from, slopes });
  const side = (sign: number) =>
    `L${(tip.x - 11 * along.x - sign * 6 * along.y).toFixed(1)} ${(tip.y - 11 * along.y + sign * 6 * along.x).toFixed(1)}`;
  return (
    <>
      <line x1={from.x} y1={from.y} x2={tip.x - 9 * along.x} y2={tip.y - 9 * along.y} class={styles.down} />
      <path d={`M${tip.x.toFixed(1)} ${tip.y.toFixed(1)}${side(1)}${side(-1)}Z`} class={styles.downHead} />
    </>
  );
}
