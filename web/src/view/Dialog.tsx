import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { dialogWords } from '../format/strings/dialog';
import styles from './Dialog.module.css';

/** A modal dialog with a heading. Escape, and a press outside of it, close it; focus goes back to where it came from. */
export function Dialog({
  heading,
  open,
  onClose,
  children,
}: {
  heading: string;
  open: boolean;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does for keys what a press outside does for a pointer
    <dialog
      ref={dialog}
      class={styles.dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class={styles.body}>
        <h2 id={id}>{heading}</h2>
        {open && children}
        <button
          type="button"
          class={styles.close}
          aria-label={dialogWords.close}
          title={dialogWords.close}
          onClick={onClose}
        >
          ✕
        </button>
      </div>
    </dialog>
  );
}
