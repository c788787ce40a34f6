import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { formatNumber } from '../../format/number';
import { usePage } from '../context';
import { useWidth } from '../useWidth';
import styles from './Plot.module.css';

interface Props {
  /** What is drawn, for ears. */
  label: string;
  /** In CSS pixels. */
  height: number;
  /** The cost at the upper edge; at the lower one it is 0. */
  top: number;
  /** Steps from the left edge to the right one. */
  steps: number;
  children: (width: number) => ComponentChildren;
}

/** A field for curves of the cost over steps, as wide as there is room, with what its edges stand for. */
export function Plot({ label, height, top, steps, children }: Props) {
  const { playground } = usePage();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  return (
    <div class={styles.plot} role="img" aria-label={label}>
      <div class={styles.costs}>
        <span>{formatNumber(top, playground.notation.value)}</span>
        <span>0</span>
      </div>
      <div ref={frame} class={styles.field} style={{ height }}>
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            {children(width)}
          </svg>
        )}
      </div>
      <div class={styles.steps}>
        <span>0</span>
        <span>{steps}</span>
      </div>
    </div>
  );
}
