import { exactText } from '../../format/number';
import { helpWords } from '../../format/strings/help';
import { settingsWords } from '../../format/strings/settings';
import { usePage } from '../context';
import { Dialog } from '../Dialog';
import { About } from './About';
import { FirstSteps } from './FirstSteps';
import styles from './HelpDialog.module.css';

/** The prompts of the first minutes, the keys, and what this is. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { playground } = usePage();
  const write = (x: number) => exactText(x, playground.notation.value);
  return (
    <Dialog heading={helpWords.heading} open={open} onClose={onClose}>
      <FirstSteps onClose={onClose} />
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
        <button type="button" class="primary" onClick={onClose}>
          {settingsWords.close}
        </button>
      </div>
    </Dialog>
  );
}
