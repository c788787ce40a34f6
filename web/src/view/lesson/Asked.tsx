import { useEffect, useRef } from 'preact/hooks';
import { lessonWords as words } from '../../format/strings/lesson';
import { isSettled } from '../../lesson/progress';
import type { Answer, Ask } from '../../lesson/types';
import { AskChoice } from './AskChoice';
import styles from './Asked.module.css';
import { AskNumber } from './AskNumber';
import { AskOrder } from './AskOrder';
import { AskReach } from './AskReach';
import type { AskProps } from './Question';
import { Said } from './Said';
import { showInLesson } from './sight';
import { useLesson } from './useLesson';

/** A question in its place: only the first that is not settled is asked, later ones wait unseen, earlier ones are told. */
export function Asked({ ask }: { ask: Ask }) {
  const { open, question, answer, leaveOut } = useLesson();
  const box = useRef<HTMLDivElement>(null);
  const now = open.value;
  const settled = now !== undefined && isSettled(now.progress, ask);
  const given = now?.given[ask.id];
  // What had the focus is no longer there: it goes to what is said.
  const before = useRef(settled);
  useEffect(() => {
    const said = box.current?.querySelector<HTMLElement>('[data-said]');
    const lost = document.activeElement === document.body || box.current?.contains(document.activeElement);
    if (settled && !before.current && lost) said?.focus({ preventScroll: true });
    before.current = settled;
    if (said?.hasChildNodes()) showInLesson(said);
  }, [settled, given]);
  if (!now || (!settled && question.value !== ask)) return null;
  const props = {
    settled,
    wrong: given && !given.verdict.correct ? given.answer : undefined,
    onAnswer: (next: Answer) => void answer(ask, next),
  };
  return (
    <div ref={box} class={styles.ask} data-settled={settled}>
      <p class={styles.kind} aria-hidden="true">
        {ask.kind === 'reach' ? words.goal : words.ask}
      </p>
      <Form ask={ask} {...props} />
      <Said ask={ask} given={given} settled={settled} />
      {!settled && (
        <button type="button" class={styles.skip} onClick={() => leaveOut(ask)}>
          {words.skip}
        </button>
      )}
    </div>
  );
}

function Form({ ask, ...props }: AskProps<Ask>) {
  switch (ask.kind) {
    case 'choice':
    case 'sign':
      return <AskChoice ask={ask} {...props} />;
    case 'number':
      return <AskNumber ask={ask} {...props} />;
    case 'order':
      return <AskOrder ask={ask} {...props} />;
    case 'reach':
      return <AskReach ask={ask} {...props} />;
  }
}
