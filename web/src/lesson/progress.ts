/**
 * How far a reader has come in a lesson. Plain data, so that it can be kept; pure functions, so that each change is a new
 * one.
 *
 * The score counts the questions whose first answer was right, out of all of them: a goal (`reach`) counts when it is
 * reached. What comes after a first answer is learning, and is seen in `tries`. A lesson is complete when every page has
 * been on screen and every question is settled: answered right, or left out.
 */
import { startBookmark } from '../scenario/start';
import type { Bookmark, WrittenScenario } from '../scenario/types';
import type { Ask, Before, Lesson, Page } from './types';

export interface Progress {
  /** On screen, from 1. */
  readonly page: number;
  /** Pages that have been on screen, in order. */
  readonly seen: readonly number[];
  /** By the question's id; one that nobody has answered or left out is not in it. */
  readonly asks: Readonly<Record<string, Settling>>;
}

/** What has become of a question. */
interface Settling {
  /** Answers given. */
  readonly tries: number;
  /** The last of them was right. */
  readonly correct: boolean;
  /** The reader went on without the right answer. */
  readonly left: boolean;
}

const untouched: Settling = { tries: 0, correct: false, left: false };

export const begun = (lesson: Lesson, page = 1): Progress => withPage({ page: 1, seen: [], asks: {} }, lesson, page);

/** The nearest page there is. */
export function withPage(progress: Progress, lesson: Lesson, page: number): Progress {
  const there = pageAt(lesson, page).number;
  const seen = [...new Set([...progress.seen, there])].sort((a, b) => a - b);
  return { ...progress, page: there, seen };
}

/** One more answer. After the right one nothing changes any more. */
export function withAnswer(progress: Progress, ask: Ask, correct: boolean): Progress {
  const before = settlingOf(progress, ask);
  if (before.correct) return progress;
  return withSettling(progress, ask, { ...before, tries: before.tries + 1, correct });
}

/** The reader leaves the question out, or goes on after a wrong answer. */
export function withoutAnswer(progress: Progress, ask: Ask): Progress {
  const before = settlingOf(progress, ask);
  return before.correct ? progress : withSettling(progress, ask, { ...before, left: true });
}

const withSettling = (progress: Progress, { id }: Ask, settling: Settling): Progress => ({
  ...progress,
  asks: { ...progress.asks, [id]: settling },
});

export const settlingOf = (progress: Progress, { id }: Ask): Settling =>
  Object.hasOwn(progress.asks, id) ? (progress.asks[id] ?? untouched) : untouched;

export const isSettled = (progress: Progress, ask: Ask): boolean => {
  const { correct, left } = settlingOf(progress, ask);
  return correct || left;
};

/** The question of a page that is on screen: the first that is not settled. */
export const openAsk = (progress: Progress, page: Page): Ask | undefined =>
  page.asks.find((ask) => !isSettled(progress, ask));

/** Whether a Step (or the nudge) waits: a question of the page wants an answer, right or wrong, before it. */
export const waits = (progress: Progress, page: Page, before: Before): boolean =>
  page.asks.some((ask) => {
    const { tries, left } = settlingOf(progress, ask);
    return ask.before === before && tries === 0 && !left;
  });

const asksOf = (lesson: Lesson): Ask[] => lesson.pages.flatMap(({ asks }) => asks);

export function scoreOf(lesson: Lesson, progress: Progress): { readonly score: number; readonly max: number } {
  const asks = asksOf(lesson);
  const right = asks.filter((ask) => {
    const { tries, correct } = settlingOf(progress, ask);
    return correct && (tries === 1 || ask.kind === 'reach');
  });
  return { score: right.length, max: asks.length };
}

export const isComplete = (lesson: Lesson, progress: Progress): boolean =>
  lesson.pages.every(({ number }) => progress.seen.includes(number)) &&
  asksOf(lesson).every((ask) => isSettled(progress, ask));

/** The page that a number counts, the nearest there is. */
export const pageAt = (lesson: Lesson, number: number): Page => {
  const page = lesson.pages[Math.min(Math.max(1, Math.round(number) || 1), lesson.pages.length) - 1];
  if (!page) throw new RangeError('a lesson has at least one page');
  return page;
};

/** What is on screen when a reader comes to a page directly: its own state, or that of the last page before it that has one. */
export const bookmarkAt = (lesson: Lesson, number: number): Bookmark<WrittenScenario> =>
  lesson.pages.slice(0, pageAt(lesson, number).number).findLast(({ state }) => state)?.state ?? startBookmark;
