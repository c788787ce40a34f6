import styles from './Landscape.module.css';

/** Pixels of the arrow that shows the way down: its direction counts, the step has its own mark. */
const arrow = 54;

/** The way down from a place. */
export function Down({ from, slopes }: { from: { x: number; y: number }; slopes: readonly [number, number] }) {
  const length = Math.hypot(...slopes);
  // The scales are alike, and y grows downwards on the screen.
  const along = { x: -slopes[0] / length, y: slopes[1] / length };
  const tip = { x: from.x + arrow * along.x, y: from.y + arrow * along.y };
  const side = (sign: number) =>
    `L${(tip.x - 11 * along.x - sign * 6 * along.y).toFixed(1)} ${(tip.y - 11 * along.y + sign * 6 * along.x).toFixed(1)}`;
  return (
    <>
      <line x1={from.x} y1={from.y} x2={tip.x - 9 * along.x} y2={tip.y - 9 * along.y} class={styles.down} />
      <path d={`M${tip.x.toFixed(1)} ${tip.y.toFixed(1)}${side(1)}${side(-1)}Z`} class={styles.downHead} />
    </>
  );
}
