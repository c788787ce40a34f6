import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  begun,
  isComplete,
  openAsk,
  pageAt,
  scoreOf,
  settlingOf,
  waits,
  withAnswer,
  withoutAnswer,
  withPage,
} from '../../../web/src/lesson/progress';
import type { Ask } from '../../../web/src/lesson/types';
import { lessonOf } from './stage';

const block = (ask: object) => `\n\n\`\`\`playground\n${JSON.stringify({ ask: { text: 'Well?', ...ask } })}\n\`\`\`\n`;
const lesson = await lessonOf(
  [
    `One${block({ kind: 'sign', of: 'C', before: 'step' })}${block({ kind: 'choice', options: ['a', 'b'], answer: 1 })}`,
    'Two',
    `Three${block({ kind: 'reach', of: 'C', below: 0 })}`,
  ].join('\n\n---\n\n'),
);
const [first, second, goal] = lesson.pages.flatMap(({ asks }) => asks) as [Ask, Ask, Ask];
const page = pageAt(lesson, 1);

test('questions are named by their page, and by their place where it has several', () => {
  expect([first, second, goal].map(({ id }) => id)).toEqual(['1.1', '1.2', '3']);
});

test('one question is open at a time, a wrong answer leaves it open', () => {
  let progress = begun(lesson);
  expect(openAsk(progress, page)).toBe(first);
  progress = withAnswer(progress, first, false);
  expect(openAsk(progress, page)).toBe(first);
  progress = withAnswer(progress, first, true);
  expect(openAsk(progress, page)).toBe(second);
  progress = withoutAnswer(progress, second);
  expect(openAsk(progress, page)).toBe(undefined);
});

test('a step waits for a first answer, right or wrong, or for the question to be left out', () => {
  const progress = begun(lesson);
  expect(waits(progress, page, 'step')).toBe(true);
  expect(waits(progress, page, 'nudge')).toBe(false);
  expect(waits(withAnswer(progress, first, false), page, 'step')).toBe(false);
  expect(waits(withoutAnswer(progress, first), page, 'step')).toBe(false);
});

test('the score counts first answers that were right, and goals', () => {
  let progress = begun(lesson);
  expect(scoreOf(lesson, progress)).toEqual({ score: 0, max: 3 });
  progress = withAnswer(progress, first, true);
  progress = withAnswer(withAnswer(progress, second, false), second, true);
  progress = withAnswer(withAnswer(progress, goal, false), goal, true);
  expect(scoreOf(lesson, progress)).toEqual({ score: 2, max: 3 });
  expect(settlingOf(progress, second)).toEqual({ tries: 2, correct: true, left: false });
});

test('after the right answer nothing changes any more', () => {
  const progress = withAnswer(begun(lesson), first, true);
  expect(withAnswer(progress, first, false)).toBe(progress);
  expect(withoutAnswer(progress, first)).toBe(progress);
});

test('a lesson is complete when every page was on screen and every question is settled', () => {
  const answered = [first, second, goal].reduce((p, ask) => withAnswer(p, ask, true), begun(lesson));
  expect(isComplete(lesson, answered)).toBe(false);
  const seen = withPage(withPage(answered, lesson, 3), lesson, 2);
  expect(isComplete(lesson, seen)).toBe(true);
  expect(isComplete(lesson, withPage(withPage(withoutAnswer(begun(lesson), first), lesson, 2), lesson, 3))).toBe(false);
});

test('whatever page is asked for, there is one, and it has been seen', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.double(), fc.integer({ min: -2, max: 6 }))), (wanted) => {
      let progress = begun(lesson, wanted[0] ?? 1);
      for (const number of wanted) {
        progress = withPage(progress, lesson, number);
        expect(pageAt(lesson, progress.page).number).toBe(progress.page);
        expect(progress.seen).toContain(progress.page);
        expect(pageAt(lesson, number)).toBe(pageAt(lesson, progress.page));
      }
      expect(JSON.parse(JSON.stringify(progress))).toEqual(progress);
    }),
    { examples: [[[Number.POSITIVE_INFINITY]], [[Number.NaN]]] },
  );
});
