import styles from './Landscape.module.css';

/** What is taken hold of: larger for a finger than it looks. */
export function Handle({ x, y }: { x: number; y: number }) {
  return (
    <g data-handle transform={`translate(${x} ${y})`} class={styles.handle}>
      <circle r={22} class={styles.reach} />
      <circle r={7} class={styles.point} />
    </g>
  );
}
