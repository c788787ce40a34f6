import { strings } from '../../format/strings';
import { type Phase, phases } from '../../state/phase';
import { usePage } from '../context';
import styles from './Phases.module.css';

/** One step taken apart: what is known after each phase, walked forwards and backwards. */
export function Phases() {
  const { playground } = usePage();
  const now = playground.phase.value;
  return (
    <fieldset class={styles.phases} aria-label={strings.descent.phases}>
      <button
        type="button"
        aria-label={strings.descent.previousPhase}
        title={strings.descent.previousPhase}
        disabled={now === undefined}
        onClick={playground.previousPhase}
      >
        ‹
      </button>
      {phases.map((phase: Phase, i) => (
        <button
          key={phase}
          type="button"
          class={styles.phase}
          aria-pressed={now === phase}
          onClick={() => playground.enterPhase(phase)}
        >
          <span class={styles.number}>{i + 1}</span> {strings.descent.phase[phase]}
        </button>
      ))}
      <button
        type="button"
        aria-label={strings.descent.nextPhase}
        title={strings.descent.nextPhase}
        onClick={playground.nextPhase}
      >
        ›
      </button>
      <button
        type="button"
        aria-label={strings.descent.leavePhases}
        title={strings.descent.leavePhases}
        disabled={now === undefined}
        onClick={playground.leavePhases}
      >
        ✕
      </button>
    </fieldset>
  );
}

/** What the present phase does, in a sentence; nothing where no step is being walked. */
export function PhaseLine({ where }: { where: 'near' | 'far' }) {
  const { playground } = usePage();
  const now = playground.phase.value;
  return (
    <p class={`${styles[where]} ${now === undefined ? 'visually-hidden' : styles.line}`} role="status">
      {now && strings.descent.explain[now]}
    </p>
  );
}
