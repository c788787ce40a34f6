import { useEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { quantityOf, text } from '../../format/symbol';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { useNumber } from '../useNumber';
import styles from './Welcome.module.css';
import { type Answered, answered, rememberWelcome, welcomed } from './welcomed';

/** On a first visit, one line that says what to do first. With the first thing done it says what that did to the cost. */
export function Welcome() {
  const { playground, writing, known } = usePage();
  const line = useRef<HTMLParagraphElement>(null);
  const before = useRef<Omit<Answered, 'room'> | undefined>(undefined);
  const acted = playground.canUndo.value;
  useEffect(() => {
    if (welcomed.value) return;
    if (!acted) {
      before.current = { cost: playground.evaluation.peek().loss, title: playground.scenario.peek().title };
      return;
    }
    const { width = 0, height = 0 } = line.current?.getBoundingClientRect() ?? {};
    const room = { width: `${width}px`, height: `${height}px` };
    if (before.current && height > 0) answered.value = { room, ...before.current };
    rememberWelcome();
    return closeWhenPageMoves();
  }, [acted]);
  if (known.value.walking) return null;
  if (welcomed.value) return answered.value ? <Moved {...answered.value} /> : null;
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

/** Where the line was, how far the cost has come from where it was: it may be out of sight. */
function Moved({ room, cost: before, title }: Answered) {
  const { playground } = usePage();
  const { notation, scenario } = playground;
  const now = useNumber(() => playground.evaluation.value.loss);
  if (scenario.value.title !== title) return null;
  // Of several examples the shown one's cost may rise while a step lowers their mean.
  if (scenario.value.examples.length > 1) return <div style={room} />;
  return (
    <p class={styles.moved} style={room}>
      {strings.welcome.moved(notation.value.cost, formatNumber(before, notation.value), now.value)}
    </p>
  );
}

/** Gives the room back when the page moves anyway; never under a press, which would then miss what it was meant for. */
function closeWhenPageMoves(): () => void {
  const close = () => {
    answered.value = undefined;
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
