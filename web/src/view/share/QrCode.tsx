import { encode } from 'uqr';
import styles from './ShareDialog.module.css';

/** Light modules around the code, without which no camera finds it. */
const border = 4;

/** Width on screen, as far as whole pixels for each module allow: uneven ones are harder to read. */
const wanted = 280;

/** Dark on light in every theme: many cameras read nothing else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'L', border });
  const width = size * Math.max(2, Math.round(wanted / size));
  return (
    <svg
      class={styles.qr}
      width={width}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect class={styles.light} width={size} height={size} />
      <path class={styles.dark} d={dark(data)} />
    </svg>
  );
}

/** One stroke for each dark stretch of a row. */
const dark = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      row.map((on, x) => {
        if (!on || row[x - 1]) return '';
        const end = row.indexOf(false, x);
        const length = (end < 0 ? row.length : end) - x;
        return `M${x} ${y}h${length}v1h${-length}z`;
      }),
    )
    .join('');
