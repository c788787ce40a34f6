import { strings } from '../../format/strings';
import { usePage } from '../context';
import { Dialog } from '../Dialog';
import { welcomed } from '../welcome/welcomed';
import styles from './HelpDialog.module.css';

/** The keys, and the way back to the first step. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { guide } = usePage();
  return (
    <Dialog heading={strings.help.heading} open={open} onClose={onClose}>
      <h3>{strings.help.keys}</h3>
      <dl class={styles.keys}>
        {strings.help.list.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>{strings.help.mouse}</p>
      <div class={styles.actions}>
        <button
          type="button"
          onClick={() => {
            welcomed.value = false;
            guide.restart();
            onClose();
          }}
        >
          {strings.help.first}
        </button>
        <button type="button" class="primary" onClick={onClose}>
          {strings.settings.close}
        </button>
      </div>
    </Dialog>
  );
}
