import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../../format/strings';
import { canonical } from '../../scenario/canonical';
import { usePage } from '../context';
import styles from './DocumentDialog.module.css';
import { openText } from './openText';

/** The document on screen as text: to read, to change by hand, to replace by another or by a file. */
export function DocumentDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { playground } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useSignal('');
  const problem = useSignal<string | undefined>(undefined);

  useEffect(() => {
    if (!open) {
      dialog.current?.close();
      return;
    }
    text.value = indented(canonical(playground.bookmark()));
    problem.value = undefined;
    if (!dialog.current?.open) dialog.current?.showModal();
  }, [open, playground, text, problem]);

  const take = (source: string) => {
    problem.value = openText(playground, source);
    if (problem.value === undefined) onClose();
  };

  return (
    <dialog ref={dialog} class={styles.dialog} aria-labelledby="document-heading" onClose={onClose}>
      <h2 id="document-heading">{strings.document.heading}</h2>
      <p>{strings.document.lead}</p>
      <textarea
        aria-label={strings.document.text}
        aria-invalid={problem.value !== undefined}
        aria-describedby="document-problem"
        spellcheck={false}
        rows={16}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      <p id="document-problem" class={styles.problem} role="alert">
        {problem.value}
      </p>
      <div class={styles.actions}>
        <label class={styles.file}>
          {strings.document.file}
          <input
            type="file"
            accept=".json,application/json"
            class="visually-hidden"
            onChange={async (event) => {
              const file = event.currentTarget.files?.[0];
              if (!file) return;
              text.value = await file.text();
              take(text.value);
            }}
          />
        </label>
        <small>{strings.document.drop}</small>
        <span class={styles.end}>
          <button type="button" onClick={onClose}>
            {strings.document.cancel}
          </button>
          <button type="button" class="primary" onClick={() => take(text.value)}>
            {strings.document.open}
          </button>
        </span>
      </div>
    </dialog>
  );
}

/** Canonical JSON with line breaks between the parts that a person edits. */
const indented = (json: string): string =>
  json.replace(/("layers":\[)|(\},\{)|(\],")|(\},")/g, (m) => (m.endsWith('[') ? `${m}\n  ` : m.replace(',', ',\n  ')));
