import { exactText } from '../../format/number';
import { helpWords } from '../../format/strings/help';
import { settingsWords } from '../../format/strings/settings';
import { usePage } from '../context';
import { Dialog } from '../Dialog';
import { welcomed } from '../welcome/welcomed';
import { About } from './About';
import styles from './HelpDialog.module.css';

/** The keys, and the way back to the first step. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { playground, guide } = usePage();
  const write = (x: number) => exactText(x, playground.notation.value);
  return (
    <Dialog heading={helpWords.heading} open={open} onClose={onClose}>
      <h3>{helpWords.keys}</h3>
      <dl class={styles.keys}>
        {helpWords.list(write).map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>{helpWords.mouse}</p>
      <About />
      <div class={styles.actions}>
        <button
          type="button"
          onClick={() => {
            welcomed.value = false;
            guide.restart();
            onClose();
          }}
        >
          {helpWords.first}
        </button>
        <button type="button" class="primary" onClick={onClose}>
          {settingsWords.close}
        </button>
      </div>
    </Dialog>
  );
}
