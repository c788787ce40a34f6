import { useEffect } from 'preact/hooks';
import { strings } from '../../format/strings';
import { quantityOf, text } from '../../format/symbol';
import { usePage } from '../context';
import styles from './Welcome.module.css';
import { rememberWelcome, welcomed } from './welcomed';

/** On a first visit, one line that says what to do first. It leaves with the first thing done. */
export function Welcome() {
  const { playground, writing, known } = usePage();
  const acted = playground.canUndo.value;
  useEffect(() => {
    if (acted && !welcomed.value) rememberWelcome();
  }, [acted]);
  if (welcomed.value || known.value.walking) return null;
  return (
    <p class={styles.welcome}>
      <span>
        {strings.welcome.line(text(quantityOf(playground.pick.value), writing.value), playground.notation.value.cost)}
      </span>
      <button type="button" onClick={rememberWelcome}>
        {strings.welcome.done}
      </button>
    </p>
  );
}
