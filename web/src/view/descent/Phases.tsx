import { strings } from '../../format/strings';
import { endOf, type Phase, phases } from '../../state/phase';
import { usePage } from '../context';
import { lazy } from '../lazy';
import { whyWaits } from '../presentation/waiting';
import styles from './Phases.module.css';

const PhaseWords = lazy(() => import('./PhaseWords').then((m) => m.PhaseWords));

/** One step taken apart: what is known after each phase, walked forwards and backwards. */
export function Phases() {
  const { playground, writing } = usePage();
  const stage = playground.stage.value;
  const { depth } = writing.value;
  return (
    <fieldset class={styles.phases} data-part="phases" aria-label={strings.descent.phases} onClickCapture={stay}>
      <button
        type="button"
        aria-label={strings.descent.previousStage}
        title={strings.descent.previousStage}
        disabled={stage === undefined}
        onClick={playground.previousStage}
      >
        ‹
      </button>
      {phases.map((phase: Phase, i) => (
        <button
          key={phase}
          type="button"
          class={styles.phase}
          aria-pressed={stage?.phase === phase}
          onClick={() => playground.enterPhase(phase)}
        >
          <span class={styles.number}>{i + 1}</span>{' '}
          <span
            class={styles.word}
            data-room={'layer' in endOf(phase, depth) ? `${strings.descent.phase[phase]} ${depth}/${depth}` : undefined}
          >
            {strings.descent.phase[phase]}
            {stage?.phase === phase && 'layer' in stage && (
              <span class={styles.layer} aria-hidden="true">
                {' '}
                {stage.layer + 1}/{depth}
              </span>
            )}
          </span>
        </button>
      ))}
      <button
        type="button"
        aria-label={strings.descent.nextStage}
        title={strings.descent.nextStage}
        disabled={stage?.phase === 'update' && whyWaits('step') !== undefined}
        onClick={playground.nextStage}
      >
        ›
      </button>
      <button
        type="button"
        aria-label={strings.descent.leavePhases}
        title={strings.descent.leavePhases}
        disabled={stage === undefined}
        onClick={playground.leavePhases}
      >
        ✕
      </button>
    </fieldset>
  );
}

/** What was pressed stays in its place in the window, however much comes or goes above it with the press. */
function stay({ currentTarget }: { currentTarget: Element }) {
  const top = () => currentTarget.getBoundingClientRect().top;
  const before = top();
  requestAnimationFrame(() => scrollBy(0, top() - before));
}

/** What the present phase does, in a sentence; nothing where no step is being walked. */
export function PhaseLine({ where }: { where: 'near' | 'far' }) {
  const { playground } = usePage();
  const stage = playground.stage.value;
  return (
    <p class={`${styles[where]} ${stage === undefined ? 'visually-hidden' : styles.line}`} role="status">
      <PhaseWords />
    </p>
  );
}
