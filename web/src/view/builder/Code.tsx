import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { builderWords as words } from '../../format/strings/builder';
import styles from './Builder.module.css';

/** The code, to be copied by a button or, where the clipboard is denied, by hand. */
export function Code({ code }: { code: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** What was copied, so that the word for it goes when the code is another. */
  const copied = useSignal<{ readonly code: string; readonly said: string } | undefined>(undefined);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      copied.value = { code, said: words.copied };
    } catch {
      field.current?.select();
      copied.value = { code, said: words.copyByHand };
    }
  };
  return (
    <>
      <textarea
        ref={field}
        class={styles.code}
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
        <span role="status">{copied.value?.code === code ? copied.value.said : ''}</span>
      </div>
    </>
  );
}
