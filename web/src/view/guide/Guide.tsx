import { useLayoutEffect, useRef } from 'preact/hooks';
import { guideWords as words } from '../../format/strings/guide';
import { usePage } from '../context';
import { beside } from '../presentation/presentation';
import styles from './Guide.module.css';
import { Links } from './Links';
import { Powerless } from './Powerless';
import { Predict } from './Predict';
import { Question } from './Question';
import { Reuse } from './Reuse';
import { Surprise } from './Surprise';

/** The line under the network that asks one thing at a time. Every prompt can be ignored or sent away. */
export function Guide() {
  const { guide, known, walk } = usePage();
  const scene = guide.scene.value;
  const line = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  // The button that was pressed goes with its question: the keyboard stays here.
  useLayoutEffect(() => {
    if (pressed.current && document.activeElement === document.body) line.current?.focus({ preventScroll: true });
    pressed.current = false;
  }, [scene]);
  // A lesson asks in its own place, and only one of the two asks at a time.
  if (scene.kind === 'away' || known.value.walking || beside.value) return null;
  return (
    <section
      class={styles.guide}
      data-part="guide"
      data-walked={scene.kind === 'powerless' && scene.found.length === 0 && walk.hops.value !== undefined}
      aria-label={words.label}
      tabIndex={-1}
      ref={line}
      onClickCapture={() => {
        pressed.current = true;
      }}
    >
      <div class={styles.scene} aria-live="polite">
        {scene.kind === 'question' && <Question />}
        {scene.kind === 'surprise' && <Surprise chosen={scene.chosen} />}
        {scene.kind === 'powerless' && <Powerless />}
        {scene.kind === 'reuse' && <Reuse />}
        {scene.kind === 'predict' && <Predict />}
        {scene.kind === 'links' && <Links />}
      </div>
      <button type="button" class={styles.leave} aria-label={words.skip} title={words.skip} onClick={guide.leave}>
        ✕
      </button>
    </section>
  );
}
