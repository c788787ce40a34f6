import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../../format/strings';
import { quantityOf, text } from '../../format/symbol';
import { usePage } from '../context';
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
    return closeWhenElsewhere(line.current?.closest('section'));
  }, [acted]);
  if (known.value.walking) return null;
  if (welcomed.value) {
    return roomLeft.value ? <div style={roomLeft.value} /> : null;
  }
  return (
    <p class={styles.welcome} ref={line}>
      <span>
        {strings.welcome.line(text(quantityOf(playground.pick.value), writing.value), playground.notation.value.cost)}
      </span>
      <button type="button" onClick={rememberWelcome}>
        {strings.welcome.done}
      </button>
    </p>
  );
}

/** Gives the room back as soon as the reader turns to something outside of the network's card. */
function closeWhenElsewhere(card: Element | null | undefined): () => void {
  const close = (event: Event) => {
    if (event.target instanceof Node && card?.contains(event.target)) return;
    roomLeft.value = undefined;
    stop();
  };
  const stop = () => {
    removeEventListener('pointerdown', close);
    removeEventListener('resize', close);
  };
  addEventListener('pointerdown', close);
  addEventListener('resize', close);
  return stop;
}
