import { builderWords as words } from '../../format/strings/builder';
import { useCopying } from '../useCopying';
import styles from './Builder.module.css';

/** The code, to be copied. */
export function Code({ code }: { code: string }) {
  const { field, copy, said } = useCopying(code, words);
  return (
    <>
      <textarea
        ref={field}
        class={`code-text ${styles.code}`}
        aria-label={words.code}
        readOnly
        rows={6}
        spellcheck={false}
        value={code}
      />
      <div class={styles.row}>
        <button type="button" class="primary" onClick={copy}>
          {words.copy}
        </button>
        <span role="status">{said}</span>
      </div>
    </>
  );
}
