import type { ComponentChildren } from 'preact';
import styles from './CopyField.module.css';
import { useCopying } from './useCopying';

interface CopyFieldProps {
  text: string;
  label: string;
  rows: number;
  words: { readonly copy: string; readonly copied: string; readonly copyByHand: string };
  /** All of it is selected when it gets the focus. */
  whole?: boolean;
  /** Beside the button. */
  children?: ComponentChildren;
}

/** A long text, to be copied. */
export function CopyField({ text, label, rows, words, whole = false, children }: CopyFieldProps) {
  const { field, copy, said } = useCopying(text, words);
  return (
    <>
      <textarea
        ref={field}
        class={`code-text ${styles.text}`}
        aria-label={label}
        readOnly
        rows={rows}
        spellcheck={false}
        value={text}
        onFocus={(event) => {
          if (whole) event.currentTarget.select();
        }}
      />
      <div class={styles.row}>
        <button type="button" class="primary" onClick={copy}>
          {words.copy}
        </button>
        <span role="status">{said}</span>
        {children}
      </div>
    </>
  );
}
