import { lessonWords as words } from '../../format/strings/lesson';
import { longestFragment } from '../../scenario/link/decode';
import { lessonFragment } from '../../scenario/link/encode';
import { pageAddress } from '../presentation/ownAddress';
import { useCopying } from '../useCopying';
import styles from './Lesson.module.css';

/** For its author: the address that opens this lesson. */
export function CopyLink({ markdown }: { markdown: string }) {
  const fragment = lessonFragment(markdown);
  const { field, copy, said } = useCopying(pageAddress() + fragment, words);
  if (fragment.length > longestFragment) return <p class={styles.origin}>{words.tooLong}</p>;
  return (
    <p class={styles.copy}>
      <button type="button" onClick={copy}>
        {words.copyLink}
      </button>{' '}
      <small role="status">{said}</small>
      <textarea
        ref={field}
        class={said === words.copyByHand ? 'code-text' : 'visually-hidden'}
        aria-label={words.link}
        tabIndex={-1}
        readOnly
        rows={2}
        value={pageAddress() + fragment}
      />
    </p>
  );
}
