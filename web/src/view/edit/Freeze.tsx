import { editWords } from '../../format/strings/edit';
import { quantityOf, text } from '../../format/symbol';
import { withFrozen } from '../../scenario/editsOfFlags';
import { isBias, isFrozen, isParameter } from '../../scenario/refs';
import { usePage } from '../context';
import { Icon } from '../Icon';
import { Sentence } from '../math/Sentence';
import { isLocked } from '../presentation/presentation';
import styles from './Freeze.module.css';

/** A pressed padlock: a step leaves the chosen parameter alone. */
export function Freeze() {
  const { playground, writing } = usePage();
  const pick = playground.pick.value;
  if (!isParameter(pick)) return null;
  const frozen = isFrozen(playground.scenario.value, pick);
  return (
    <button
      type="button"
      class={`${styles.freeze} ${frozen ? styles.on : ''}`}
      aria-pressed={frozen}
      disabled={isLocked(isBias(pick) ? 'b' : 'w')}
      title={editWords.freezeHint}
      onClick={() => playground.edit(withFrozen(playground.scenario.peek(), pick, !frozen))}
    >
      <Icon name="lock" /> <Sentence>{editWords.freeze(text(quantityOf(pick), writing.value))}</Sentence>
    </button>
  );
}
