import { exactText } from '../../format/number';
import { strings } from '../../format/strings';
import { usePage } from '../context';
import styles from './LookFor.module.css';
import { lookFor } from './lookFor';

/** The sentence of the example on screen, until it is dismissed or another document is opened. */
export function LookFor() {
  const { playground, known } = usePage();
  const look = lookFor.value;
  const notation = playground.notation.value;
  if (!look || look.title !== playground.scenario.value.title || known.value.walking) return null;
  return (
    <p class={styles.look} data-part="guide">
      <span>{look.say(notation.cost, notation.rate, (x) => exactText(x, notation))}</span>
      <button
        type="button"
        aria-label={strings.dismiss}
        title={strings.dismiss}
        onClick={() => {
          lookFor.value = undefined;
        }}
      >
        ✕
      </button>
    </p>
  );
}
