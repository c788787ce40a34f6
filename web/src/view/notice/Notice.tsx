import { failedWords } from '../../format/failed';
import { strings } from '../../format/strings';
import { noticeText } from '../../format/strings/notice';
import { usePage } from '../context';
import styles from './Notice.module.css';

/** What went wrong or was remarked on, and a button that sends it away. */
export function Notice({ problem, onDismiss }: { problem: string | undefined; onDismiss: () => void }) {
  const { playground, writing } = usePage();
  const notice = playground.notice.value;
  const message = problem ?? (notice && noticeText(notice, (failed) => failedWords(failed, writing.value)));
  return (
    <p class={styles.notice}>
      <span>{message}</span>
      <button
        type="button"
        onClick={() => {
          onDismiss();
          playground.dismissNotice();
        }}
      >
        {strings.dismiss}
      </button>
    </p>
  );
}
