import { offlineWords } from '../../format/strings/offline';
import styles from './NewVersion.module.css';

/** Offers the newer version, without getting in the way of the one that is open. */
export function NewVersion({ onReload, onLater }: { onReload: () => void; onLater: () => void }) {
  return (
    <div class={styles.offer} role="status">
      <span>{offlineWords.ready}</span>
      <button type="button" class="primary" onClick={onReload}>
        {offlineWords.reload}
      </button>
      <button type="button" onClick={onLater}>
        {offlineWords.later}
      </button>
    </div>
  );
}
