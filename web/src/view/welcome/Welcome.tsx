import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../../format/strings';
import { quantityOf, text } from '../../format/symbol';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import styles from './Welcome.module.css';
import { rememberWelcome, roomLeft, welcomed } from './welcomed';

/** On a first visit, one line that says what to do first. It leaves with the first thing done. */
export function Welcome() {
  const { playground, writing, known } = usePage();
  const line = useRef<HTMLParagraphElement>(null);
  const acted = playground.canUndo.value;
  useEffect(() => {
    if (!acted || welcomed.value) return;
    const { offsetWidth = 0, offsetHeight = 0 } = line.current ?? {};
    roomLeft.value = { width: `${offsetWidth}px`, height: `${offsetHeight}px` };
    rememberWelcome();
    return closeWhenPageMoves();
  }, [acted]);
  if (known.value.walking) return null;
  if (welcomed.value) {
    return roomLeft.value ? <div style={roomLeft.value} /> : null;
  }
  return (
    <p class={styles.welcome} data-part="welcome" ref={line}>
      <span>
        <Sentence>
          {strings.welcome.line(text(quantityOf(playground.pick.value), writing.value), playground.notation.value.cost)}
        </Sentence>
      </span>
      <button type="button" onClick={rememberWelcome}>
        {strings.welcome.done}
      </button>
    </p>
  );
}

/** Gives the room back when the page moves anyway; never under a press, which would then miss what it was meant for. */
function closeWhenPageMoves(): () => void {
  const close = () => {
    roomLeft.value = undefined;
    stop();
  };
  const stop = () => {
    removeEventListener('scroll', close);
    removeEventListener('resize', close);
  };
  addEventListener('scroll', close);
  addEventListener('resize', close);
  return stop;
}
