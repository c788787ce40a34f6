import { formatNumber } from '../../format/number';
import { guideWords as words } from '../../format/strings/guide';
import { text } from '../../format/symbol';
import { guessesAt } from '../../state/guess';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import type { Row } from '../nudge/hops';
import styles from './Guide.module.css';
import { bring } from './useNames';

/** The hop that is guessed before it is shown: the first that a weight on the way rescales. */
const guessed = 2;

/** On the first walk: how far will it move? Asked once; whoever just presses on is told nothing. */
export function Guess({ rows, taken, onGuess }: { rows: readonly Row[]; taken: number; onGuess: () => void }) {
  const { playground, guide, writing } = usePage();
  const scene = guide.scene.value;
  if (scene.kind !== 'powerless') return null;
  const way = rows.slice(0, guessed + 1).flatMap(({ changes, more }) => (more === 0 ? changes : []));
  const guesses = way.length === guessed + 1 ? guessesAt(way, guessed) : [];
  const next = way[guessed];
  if (!next || guesses.length === 0) return null;
  const name = text(next.of, writing.value);
  const shown = (change: number) => formatNumber(change, playground.notation.value, { sign: true });
  const answer = guesses.find(({ thought }) => thought === scene.guess);
  if (taken === guessed && answer) {
    return (
      <p class={styles.guess} role="status">
        <Sentence>{words.guessed[answer.thought](shown(answer.change))}</Sentence>
      </p>
    );
  }
  if (taken !== guessed - 1) return null;
  return (
    <p class={styles.guess}>
      <Sentence>{words.guess(name)}</Sentence>{' '}
      <span class={styles.answers}>
        {guesses.map(({ thought, change }) => (
          <button
            key={thought}
            type="button"
            onClick={() => {
              guide.show({ ...scene, guess: thought });
              onGuess();
            }}
          >
            {shown(change)}
          </button>
        ))}
      </span>
    </p>
  );
}

/** On a phone the next question would lie over the symbols that the walk ends with: there it waits to be asked for. */
export function GoOn() {
  const { walk } = usePage();
  if (walk.face.value !== 'symbol') return null;
  return (
    <p class={styles.onPhone}>
      <button
        type="button"
        class="primary"
        onClick={() => {
          walk.hops.value = undefined;
          bring('diagram');
        }}
      >
        {words.goOn}
      </button>
    </p>
  );
}
