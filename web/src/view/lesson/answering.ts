/** Answers to the question that is asked: judged, told to the page around, and waited for. */
import { effect } from '@preact/signals';
import { lessonWords as words } from '../../format/strings/lesson';
import { judge, reached } from '../../lesson/judge';
import { settlingOf, waits, withAnswer, withoutAnswer } from '../../lesson/progress';
import { situationOf } from '../../lesson/quantity';
import { type Answer, type Ask, befores, type SlipFinder } from '../../lesson/types';
import type { PageState } from '../context';
import { waiting } from '../presentation/waiting';
import type { Given } from './kept';
import type { Opened } from './opened';
import { tell } from './tell';

export interface Answering {
  answer(ask: Ask, answer: Answer): Promise<void>;
  leaveOut(ask: Ask): void;
}

export function createAnswering(page: PageState, { open, question, change }: Opened): Answering {
  const { unguarded } = page;

  const answer: Answering['answer'] = async (ask, given) => {
    const situation = situationOf(unguarded);
    let verdict = judge(ask, given, situation);
    if (!verdict.correct && ask.kind === 'number') {
      const engine: SlipFinder | undefined = await page.wholeEngine().catch(() => undefined);
      verdict = judge(ask, given, situation, engine);
    }
    const now = open.peek();
    if (!now?.page.asks.includes(ask)) return;
    const progress = withAnswer(now.progress, ask, verdict.correct);
    const { tries } = settlingOf(progress, ask);
    tell('answer', {
      lesson: now.name,
      page: now.page.number,
      question: ask.plain,
      correct: verdict.correct,
      tries,
      ...(verdict.slips.length > 0 && { slip: verdict.slips.join('+') }),
    });
    change(now, { progress, given: { ...now.given, [ask.id]: { answer: given, verdict } satisfies Given } });
  };

  // A step, or the nudge, waits until its question has been answered or left out.
  effect(() => {
    const now = open.value;
    const what = now && befores.find((before) => waits(now.progress, now.page, before));
    const why = { step: words.stepWaits, nudge: words.nudgeWaits };
    waiting.value = what && { for: what, why: why[what] };
    if (what === 'step') unguarded.pause();
  });

  // A goal is reached by what the reader does on the page.
  effect(() => {
    const ask = question.value;
    if (ask?.kind === 'reach' && reached(ask, situationOf(unguarded))) void answer(ask, { kind: 'reach' });
  });

  return {
    answer,
    leaveOut: (ask) => {
      const now = open.peek();
      if (now) change(now, { progress: withoutAnswer(now.progress, ask) });
    },
  };
}
