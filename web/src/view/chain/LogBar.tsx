import { strings } from '../../format/strings';
import styles from './LogBar.module.css';

interface LogBarProps {
  value: number;
  /** How far it reaches on the scale that it shares with others: −1 … 1; undefined where there is nothing to draw. */
  reach: number | undefined;
  /** What it does to the nudge. */
  label: string;
  /** Of its link, where it is drawn in that colour. */
  tint?: number;
}

/** A factor on a log scale: from the middle to the left it shrinks, to the right it grows; hatched where it turns the sign. */
export function LogBar({ value, reach, label, tint }: LogBarProps) {
  return (
    <span class={styles.track} role="img" aria-label={label}>
      {value === 0 && <span class={styles.shut}>{strings.chain.shut}</span>}
      {reach !== undefined && (
        <span
          class={styles.bar}
          data-tint={tint}
          data-sign={value < 0 ? 'minus' : 'plus'}
          style={{ left: `${50 + 50 * Math.min(0, reach)}%`, width: `${50 * Math.abs(reach)}%` }}
        />
      )}
    </span>
  );
}
