import { formatNumber } from '../../format/number';
import { diagnoseWords as words } from '../../format/strings/diagnose';
import { usePage } from '../context';
import styles from './Diagnose.module.css';

/** The gradient layer by layer as bars on a log scale: the shortest still shows. */
export function Norms({ norms, worst }: { norms: Float64Array; worst: number | undefined }) {
  const { playground } = usePage();
  const decades = Array.from(norms, (norm) => Math.log10(norm));
  const finite = decades.filter(Number.isFinite);
  const low = Math.min(...finite) - 0.5;
  const span = Math.max(...finite) - low || 1;
  return (
    <>
      <h3>{words.norms}</h3>
      <ol class={styles.norms}>
        {decades.map((decade, k) => (
          <li key={k} data-worst={k === worst}>
            <span>{words.layer(String(k + 1))}</span>
            <span class={styles.track} aria-hidden="true">
              <span style={{ width: `${Number.isFinite(decade) ? (100 * (decade - low)) / span : 0}%` }} />
            </span>
            <span class={styles.norm}>{formatNumber(norms[k] ?? Number.NaN, playground.notation.value)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
