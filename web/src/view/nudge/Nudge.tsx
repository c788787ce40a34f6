import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { derivativeText, quantityOf } from '../../format/symbol';
import { isParameter } from '../../scenario/refs';
import { type Face, usePage } from '../context';
import { Icon } from '../Icon';
import { IconButton } from '../IconButton';
import { lazy } from '../lazy';
import { linkTo } from '../links';
import { Sentence } from '../math/Sentence';
import { Mark } from '../math/Symbol';
import { whyWaits } from '../presentation/waiting';
import { Segments } from '../Segments';
import { FactorRow } from './FactorRow';
import { HopLine } from './HopLine';
import { rowsOf } from './hops';
import styles from './Nudge.module.css';
import { NumberLines } from './NumberLines';

const Prediction = lazy(() => import('./Prediction').then((m) => m.Prediction));
const Guess = lazy(() => import('../guide/Guess').then((m) => m.Guess));
const GoOn = lazy(() => import('../guide/Guess').then((m) => m.GoOn));

const sizes = [0.1, 0.01, 0.001];
const faces: readonly Face[] = ['change', 'ratio', 'symbol'];

/** Move the chosen weight a little and watch the change travel, one link at a time, until it reaches the cost. */
export function Nudge() {
  const { playground, writing, known } = usePage();
  const pick = playground.pick.value;
  const quantity = quantityOf(pick);
  const later = !known.value.backward;
  return (
    <section class="card" aria-labelledby="nudge-heading">
      <h2 id="nudge-heading" class={styles.heading}>
        {strings.nudge.heading}
        {isParameter(pick) && !later && (
          <span class={styles.lead}>
            {' '}
            <Mark of={quantity} />{' '}
            {strings.nudge.lead(
              formatNumber(playground.nudgeSize.value, playground.notation.value, { sign: true, digits: 1 }),
            )}
          </span>
        )}
      </h2>
      {later ? (
        <p class={styles.later}>
          <Sentence>{strings.nudge.later(derivativeText({ kind: 'C' }, quantity, writing.value))}</Sentence>
        </p>
      ) : isParameter(pick) ? (
        <Walk />
      ) : (
        <p class={styles.later}>{strings.nudge.onlyParameters}</p>
      )}
    </section>
  );
}

function Walk() {
  const { playground, walk, links, lit, guide } = usePage();
  const card = useRef<HTMLDivElement>(null);
  const onwards = useRef<HTMLButtonElement>(null);
  const notation = playground.notation.value;
  // What stands around the numbers follows how many rows there are, not each number.
  const rows = useComputed(() => rowsOf(playground.nudged.value.changes));
  const hops = useComputed(() => rows.value.length - 1).value;
  const { hops: walked, face } = walk;
  const restart = () => walk.restart(card.current?.offsetHeight);
  const waits = whyWaits('nudge');
  const taken = waits ? 0 : Math.min(walked.value ?? hops, hops);
  const done = taken >= hops;
  const guided = walked.value !== undefined && guide.scene.value.kind === 'powerless';

  /** Takes the walk to a hop and lights the link that leads there, in the network and in the chain rule. */
  const hop = (to: number) => {
    walked.value = to;
    const [change] = rows.peek()[to]?.changes ?? [];
    const link = to > 0 && change ? linkTo(links.peek(), change.of) : undefined;
    lit.value = link ? [link] : [];
  };
  const last = faces.indexOf(face.value) === faces.length - 1;
  const next = () => {
    if (waits) return;
    if (walked.value === undefined || (done && last)) {
      restart();
      // Whoever follows it by this button goes the way of the questions too.
      if (/question|surprise/.test(guide.scene.peek().kind)) guide.show({ kind: 'powerless', found: [] });
    } else if (!done) hop(taken + 1);
    else face.value = faces[faces.indexOf(face.value) + 1] ?? face.value;
  };
  const guess = () => {
    next();
    // The button that was pressed goes with its question.
    onwards.current?.focus({ preventScroll: true });
  };
  const previous = () => {
    const at = faces.indexOf(face.value);
    if (done && at > 0) face.value = faces[at - 1] ?? face.value;
    else hop(Math.max(0, taken - 1));
  };
  const label = (): string => {
    if (walked.value === undefined || (done && last)) return strings.nudge.walk;
    if (!done) return strings.nudge.next;
    return face.value === 'change' ? strings.nudge.toRatio : strings.nudge.toSymbol;
  };
  const key = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    // At the end one press too many does not begin again.
    const isOver = walked.value !== undefined && done && last;
    if (event.key === 'ArrowRight' && !isOver) next();
    else if (event.key === 'ArrowLeft') previous();
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys repeat what the buttons inside do
    <div ref={card} onKeyDown={key} style={{ minHeight: done ? 'auto' : `${walk.room.value}px` }}>
      <div class={styles.controls}>
        <Segments
          legend={strings.nudge.size}
          name="nudge-size"
          options={sizes.map((size) => ({ value: size, label: formatNumber(size, notation, { digits: 1 }) }))}
          value={playground.nudgeSize.value}
          onChange={playground.setNudge}
        />
        <span class={styles.walk}>
          <IconButton name="reset" label={strings.nudge.again} disabled={taken === 0} onClick={restart} />
          <IconButton name="back" label={strings.nudge.previous} disabled={taken === 0} onClick={previous} />
          <button
            type="button"
            class="primary"
            ref={onwards}
            disabled={waits !== undefined}
            title={waits}
            onClick={next}
          >
            {label()} <Icon name="next" />
          </button>
        </span>
      </div>
      {waits && <p class="waits">{waits}</p>}
      <NumberLines rows={rows} taken={taken} />
      {!waits && <HopLine rows={rows} taken={taken} />}
      {guided && <Guess rows={rows.value} taken={taken} onGuess={guess} />}
      <div class={styles.faces}>
        <FactorRow face={face.value} taken={taken} />
        <Segments
          legend={strings.nudge.face}
          name="nudge-face"
          options={faces.map((f) => ({ value: f, label: strings.nudge.faces[f] }))}
          value={face.value}
          onChange={(f) => {
            face.value = f;
          }}
        />
      </div>
      {guided && <GoOn />}
      {done && (
        <div class={styles.below}>
          <Prediction sizes={sizes} />
        </div>
      )}
    </div>
  );
}
