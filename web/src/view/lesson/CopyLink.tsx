import { lessonWords as words } from '../../format/strings/lesson';
import { longestFragment } from '../../scenario/link/decode';
import { lessonFragment } from '../../scenario/link/encode';
import { pageAddress } from '../presentation/ownAddress';
import { useCopying } from '../useCopying';
import styles from './Lesson.module.css';
import type { Source } from './source';

/** The address that opens this lesson, to be handed on. */
export function CopyLink({ source }: { source: Source }) {
  const tail = 'id' in source ? `?lesson=${source.id}` : lessonFragment(source.markdown);
  const url = pageAddress() + tail;
  const { field, copy, said } = useCopying(url, words);
  if (tail.length > longestFragment) return <p class={styles.copy}>{words.tooLong}</p>;
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
        value={url}
      />
    </p>
  );
}
