import { failedWords } from '../../format/failed';
import { strings } from '../../format/strings';
import { noticeText } from '../../format/strings/notice';
import { usePage } from '../context';
import styles from './Notice.module.css';
import { type Told, told } from './told';

/** What went wrong, was remarked on or takes its time, and a button that sends it away. */
export function Notice() {
  const { playground, writing } = usePage();
  const notice = playground.notice.value;
  const words = notice && noticeText(notice, (failed) => failedWords(failed, writing.value));
  const now = told.value;
  const dismiss = () => {
    if (told.peek()) told.value = undefined;
    else playground.dismissNotice();
  };
  return <ToldLine told={now ?? { message: words ?? '' }} onDismiss={now?.progress ? undefined : dismiss} />;
}

function ToldLine({ told, onDismiss }: { told: Told; onDismiss: (() => void) | undefined }) {
  return (
    <p class={styles.notice}>
      <span>{told.message}</span>
      {told.progress && <progress aria-label={told.message} value={told.progress.value} />}
      <span class={styles.choices}>
        {told.choices?.map(({ label, take }) => (
          <button key={label} type="button" onClick={take}>
            {label}
          </button>
        ))}
        {onDismiss && (
          <button type="button" onClick={onDismiss}>
            {strings.dismiss}
          </button>
        )}
      </span>
    </p>
  );
}
