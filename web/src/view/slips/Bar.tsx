import { slipWords as words } from '../../format/strings/slips';
import styles from './Bar.module.css';

/** Bars beyond this many times the true change are cut: the scale is the truth’s. */
const widest = 2;

/** The change that a bar over half of its track stands for. */
export const scaleOf = (truth: number, predicted: readonly number[]): number =>
  widest * Math.abs(truth) || Math.max(...predicted.map(Math.abs)) || 1;

const isCut = (value: number, scale: number): boolean => Math.abs(value) > scale;

interface BarProps {
  value: number;
  truth: number;
  scale: number;
  kind: 'truth' | 'right' | 'slip';
}

/** A change as a bar from the middle, with a mark where the truth is. */
export function Bar({ value, truth, scale, kind }: BarProps) {
  const share = (x: number) => Math.max(-1, Math.min(1, x / scale));
  const length = share(value);
  return (
    <span class={styles.track} aria-hidden="true">
      <span
        class={styles.bar}
        data-kind={kind}
        style={{ left: `${50 + 50 * Math.min(0, length)}%`, width: `${50 * Math.abs(length)}%` }}
      />
      {isCut(value, scale) && <span class={styles.break} data-end={value < 0 ? 'low' : 'high'} />}
      {Number.isFinite(truth) && <span class={styles.mark} style={{ left: `${50 + 50 * share(truth)}%` }} />}
    </span>
  );
}

/** What the marks at the bars say. */
export function BarLegend({ scale, values }: { scale: number; values: readonly number[] }) {
  return (
    <p class={styles.legend}>
      <span>
        <span class={styles.mark} aria-hidden="true" /> {words.truth}
      </span>
      {values.some((value) => isCut(value, scale)) && (
        <span>
          <span class={styles.break} aria-hidden="true" /> {words.cut}
        </span>
      )}
    </p>
  );
}
