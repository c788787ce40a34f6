import { useComputed, useSignal } from '@preact/signals';
import { countText, formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { withAlpha } from '../../scenario/edits';
import { usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { Icon } from '../Icon';
import { IconButton } from '../IconButton';
import { lazy } from '../lazy';
import { whyWaits } from '../presentation/waiting';
import styles from './Descent.module.css';
import { PhaseLine, Phases } from './Phases';

const CostCurve = lazy(() => import('./CostCurve').then((m) => m.CostCurve));
const Runs = lazy(() => import('./Runs').then((m) => m.Runs));

const speeds = [1, 3, 10, 100, 1000];

/** The way down: step, play, walk a step phase by phase, and go back to any earlier step. */
export function Descent() {
  const more = useSignal(false);
  return (
    <section class={styles.descent} data-part="descent" aria-labelledby="descent-heading">
      <h2 id="descent-heading" class="visually-hidden">
        {strings.descent.heading}
      </h2>
      <Transport />
      <div class={styles.details}>
        <Phases />
        <PhaseLine where="near" />
        <Rate />
        <Speed />
        <button
          type="button"
          aria-expanded={more.value}
          aria-label={strings.descent.runs}
          title={strings.descent.runs}
          class={styles.more}
          data-part="timeline"
          onClick={() => (more.value = !more.value)}
        >
          <span class={styles.moreWord}>{strings.descent.runsShort}</span>{' '}
          <span aria-hidden="true">{more.value ? '▾' : '▴'}</span>
        </button>
        <div class={styles.curve} data-part="timeline">
          <CostCurve />
        </div>
        {more.value && <Runs />}
      </div>
    </section>
  );
}

/** Reset, back, step, play: what a player has, and where it stands. */
function Transport() {
  const { playground } = usePage();
  const atStart = useComputed(() => playground.timeline.value.step === 0).value;
  const atFirst = useComputed(() => playground.timeline.value.position === 0).value;
  const edited = useComputed(() => playground.run.value.cursor.segment > 0).value;
  const playing = playground.playing.value;
  const waits = whyWaits('step');
  return (
    <div class={styles.transport} data-part="player">
      <span class={styles.buttons}>
        <IconButton
          name="reset"
          label={edited ? strings.descent.resetToEdit : strings.descent.reset}
          disabled={atStart}
          onClick={playground.reset}
        />
        <IconButton name="back" label={strings.descent.back} disabled={atFirst} onClick={playground.back} />
        <button
          type="button"
          disabled={waits !== undefined}
          onClick={() => playground.step()}
          title={waits ?? strings.descent.stepHint}
        >
          {strings.descent.step}
        </button>
        <button
          type="button"
          class={`primary ${styles.play}`}
          disabled={waits !== undefined}
          title={waits}
          onClick={playing ? playground.pause : () => playground.play()}
        >
          <Icon name={playing ? 'pause' : 'play'} />{' '}
          <span class={styles.playWord}>{playing ? strings.descent.pause : strings.descent.play}</span>
        </button>
      </span>
      {waits ? <span class="waits">{waits}</span> : <Where />}
    </div>
  );
}

/** The step of the run, and its cost; ears hear it when nothing is moving. */
function Where() {
  const { playground, known } = usePage();
  const notation = playground.notation.value;
  const several = useComputed(() => playground.scenario.value.examples.length > 1).value;
  const { costs, position, boundaries, step } = playground.timeline.value;
  const edited = boundaries.some((boundary) => boundary > 0 && boundary <= position);
  const where = strings.descent.at(countText(step, notation)) + (edited ? strings.descent.afterEdit : '');
  const cost = costs[position] ?? Number.NaN;
  return (
    <>
      <span class={styles.where} aria-hidden="true">
        {where}
        {known.value.cost && (
          <>
            {' · '}
            {several && `${strings.descent.mean} `}
            <span>
              {notation.cost} {formatNumber(cost, notation)}
            </span>
          </>
        )}
      </span>
      <span class="visually-hidden" role="status">
        {playground.playing.value
          ? ''
          : known.value.cost
            ? `${where}, ${notation.cost} ${formatNumber(cost, notation)}`
            : where}
      </span>
    </>
  );
}

/** The learning rate. */
function Rate() {
  const { playground, known } = usePage();
  const { rate } = playground.notation.value;
  const alpha = useComputed(() => playground.scenario.value.descent.alpha).value;
  const why = known.value.update ? undefined : strings.descent.notUsed;
  return (
    <span class={`${styles.rate} ${why ? styles.unused : ''}`} data-part="alpha" title={why}>
      <i aria-hidden="true">{rate}</i>
      <NumberField
        kind="setting"
        lock="alpha"
        bubble="above"
        label={strings.field.rate(rate)}
        value={alpha}
        min={0}
        disabled={!known.value.update}
        onEdit={(value, gesture) => playground.edit(withAlpha(playground.scenario.peek(), value), gesture)}
      />
      {why && <small>{why}</small>}
    </span>
  );
}

/** How fast Play goes. */
function Speed() {
  const { playground } = usePage();
  return (
    <select
      data-part="player"
      aria-label={strings.descent.speed}
      title={strings.descent.speed}
      value={playground.speed.value}
      onChange={(event) => playground.setSpeed(Number(event.currentTarget.value))}
    >
      {speeds.map((speed) => (
        <option key={speed} value={speed}>
          {strings.descent.perSecond(countText(speed, playground.notation.value))}
        </option>
      ))}
    </select>
  );
}
