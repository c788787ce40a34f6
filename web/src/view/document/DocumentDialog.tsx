import { useSignal } from '@preact/signals';
import { countText } from '../../format/number';
import { documentWords } from '../../format/strings/document';
import { canonical } from '../../scenario/canonical';
import type { Arrival } from '../arrival/arrival';
import { openFile } from '../arrival/transfer';
import { usePage } from '../context';
import { Dialog } from '../Dialog';
import { FileButton } from '../FileButton';
import styles from './DocumentDialog.module.css';

/** The document on screen as text: to read, to change by hand, to replace by another or by a file. */
export function DocumentDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog heading={documentWords.heading} open={open} onClose={onClose}>
      <DocumentText onClose={onClose} />
    </Dialog>
  );
}

function DocumentText({ onClose }: { onClose: () => void }) {
  const { playground, arrival } = usePage();
  const shown = useSignal(playground.bookmark()).value;
  const text = useSignal(indented(canonical(shown)));
  const problem = useSignal<string | undefined>(undefined);
  const take = async (opened: (arrival: Arrival) => Promise<string | undefined>) => {
    problem.value = await opened(await arrival());
    if (problem.value === undefined) onClose();
  };
  return (
    <>
      <p>{documentWords.lead(shown.steps > 0 ? countText(shown.steps) : undefined)}</p>
      <textarea
        class="code-text"
        aria-label={documentWords.text}
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
        <FileButton
          label={documentWords.file}
          accept=".json,application/json"
          onFile={(file) => void take((arrival) => openFile(arrival, file))}
        />
        <small>{documentWords.drop}</small>
        <span class={styles.end}>
          <button type="button" onClick={onClose}>
            {documentWords.cancel}
          </button>
          <button type="button" class="primary" onClick={() => take((arrival) => arrival.openText(text.value))}>
            {documentWords.open}
          </button>
        </span>
      </div>
    </>
  );
}

/** Canonical JSON with line breaks between the parts that a person edits. */
const indented = (json: string): string =>
  json.replace(/("layers":\[)|(\},\{)|(\],")|(\},")/g, (m) => (m.endsWith('[') ? `${m}\n  ` : m.replace(',', ',\n  ')));
