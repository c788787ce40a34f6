import { useRef } from 'preact/hooks';
import { briefText } from '../../format/number';
import { lessonWords as words } from '../../format/strings/lesson';
import { quantityText, quantityValue, situationOf } from '../../lesson/quantity';
import type { ReachAsk } from '../../lesson/types';
import type { Notation } from '../../scenario/types';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import styles from './Asked.module.css';
import { useLive } from './Live';
import { type AskProps, Question } from './Question';

/** A goal: where the page is, and where it is to come. */
export function AskReach({ ask, settled }: AskProps<ReachAsk>) {
  const { playground, writing } = usePage();
  const name = quantityText(ask.of, writing.value);
  return (
    <>
      <p class={styles.question}>
        <Question ask={ask} />
      </p>
      {!settled && (
        <div class={styles.reach}>
          <span>
            <Sentence>{goalWords(ask, name, playground.notation.value)}</Sentence>
          </span>
          <Way ask={ask} />
        </div>
      )}
    </>
  );
}

function goalWords({ above, below }: ReachAsk, name: string, notation: Notation): string {
  const [low, high] = [above, below].map((bound) => (bound === undefined ? undefined : briefText(bound, notation)));
  if (low === undefined) return words.below(name, high ?? '');
  return high === undefined ? words.above(name, low) : words.between(name, low, high);
}

/** How much of the way is done, from the farthest that the page has been on it. */
function Way({ ask }: { ask: ReachAsk }) {
  const { playground } = usePage();
  const text = useLive(ask.of);
  const value = quantityValue(ask.of, situationOf(playground)) ?? Number.NaN;
  const bounds = [ask.above, ask.below].filter((bound) => bound !== undefined);
  const nearer = (a: number, b: number) => (Math.abs(value - b) < Math.abs(value - a) ? b : a);
  const goal = bounds.reduce(nearer, Number.POSITIVE_INFINITY);
  const far = useRef(0);
  far.current = Math.max(far.current, Math.abs(value - goal) || 0);
  const done = far.current > 0 ? Math.max(0, 1 - Math.abs(value - goal) / far.current) : 0;
  return (
    <>
      <span class={styles.track} aria-hidden="true">
        <span style={{ width: `${(100 * done).toFixed(1)}%` }} />
      </span>
      <span class={styles.now}>{words.now(text ?? '–')}</span>
    </>
  );
}
