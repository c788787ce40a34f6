import type { ReadonlySignal } from '@preact/signals';
import { usePage } from '../context';
import { lazy } from '../lazy';
import type { Row } from './hops';
import styles from './Nudge.module.css';

const Hop = lazy(() => import('./Hop').then((m) => m.Hop));

/** The hop just taken, in words: what changed, by how much, and why by so much. Spoken as it appears. */
export function HopLine({ rows, taken }: { rows: ReadonlySignal<readonly Row[]>; taken: number }) {
  const { walk } = usePage();
  const walking = walk.hops.value !== undefined;
  return (
    <p class={walking ? styles.hopLine : 'visually-hidden'} role="status">
      {walking && <Hop rows={rows.value} taken={taken} />}
    </p>
  );
}
