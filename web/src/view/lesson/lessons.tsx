/**
 * The lesson on the page: opens and closes it, turns its pages, takes answers, and keeps what the reader has done. There is
 * one at a time, beside the network and its panels.
 */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Progress as Place } from '../../embed/element/face';
import { lessonWords as words } from '../../format/strings/lesson';
import { judge, reached } from '../../lesson/judge';
import {
  bookmarkAt,
  isComplete,
  openAsk,
  type Progress,
  pageAt,
  scoreOf,
  settlingOf,
  waits,
  withAnswer,
  withoutAnswer,
  withPage,
} from '../../lesson/progress';
import { situationOf } from '../../lesson/quantity';
import { type Answer, type Ask, befores, type Lesson, type Page, type SlipFinder } from '../../lesson/types';
import { openBookmark } from '../arrival/opening';
import type { PageState } from '../context';
import { told } from '../notice/told';
import { asked, beside, presentation, widthBeside } from '../presentation/presentation';
import { waiting } from '../presentation/waiting';
import { fragmentOpener } from './fragment';
import { type Given, type Kept, keep, readKept, readOpen } from './kept';
import { LessonCard } from './LessonCard';
import { notationFor } from './notationFor';
import { readSource, type Source } from './source';
import { createStage } from './stage';
import { tell } from './tell';

export interface OpenLesson extends Kept {
  readonly lesson: Lesson;
  readonly page: Page;
  /** What messages call it. */
  readonly name: string;
  /** Who turned to this page. */
  readonly by: By;
}

/** Who turns a page: the reader, whose eyes and focus follow; the address or a reload; the page around. */
export type By = 'reader' | 'visit' | 'host';

export interface Lessons {
  readonly open: ReadonlySignal<OpenLesson | undefined>;
  /** The question that is asked now: at most one. */
  readonly question: ReadonlySignal<Ask | undefined>;
  /** What the tab kept, unless something else is asked for. */
  begin(markdown: string | undefined): Promise<void>;
  /**
   * Returns what is wrong with it, or where the lesson stands: at `page`, else where it was left in this tab. The page around
   * begins anew.
   */
  load(source: Source, page: number | undefined, by: By): Promise<Place | string>;
  turn(page: number, by: By): Promise<void>;
  place(): Place | undefined;
  answer(ask: Ask, answer: Answer): Promise<void>;
  leaveOut(ask: Ask): void;
  /** A link in the text that holds a network. */
  follow(fragment: string): Promise<void>;
  close(): Promise<void>;
}

let only: Lessons | undefined;
export const lessonsOn = (page: PageState): Lessons => {
  only ??= createLessons(page);
  return only;
};

function createLessons(page: PageState): Lessons {
  const { unguarded } = page;
  const open = signal<OpenLesson | undefined>(undefined);
  /** The page whose network is on screen: nothing is asked of the one before. */
  const shown = signal<Page | undefined>(undefined);
  const question = computed(() => {
    const now = open.value;
    return now && shown.value === now.page ? openAsk(now.progress, now.page) : undefined;
  });
  const stage = createStage(page);
  const embedded = () => presentation.peek()?.embed === true;
  let opening = new AbortController();
  /** Of several that are asked for quickly the last one counts. */
  let latest = 0;

  const change = (now: OpenLesson, next: Partial<OpenLesson>): OpenLesson => {
    const changed = { ...now, ...next };
    open.value = changed;
    if (!embedded()) {
      const { source, progress, given, before } = changed;
      keep({ source, progress, given, ...(before && { before }) });
    }
    if (next.progress && isComplete(now.lesson, next.progress) && !isComplete(now.lesson, now.progress)) {
      tell('complete', { lesson: now.name, ...scoreOf(now.lesson, next.progress) });
    }
    return changed;
  };

  const place = (): Place | undefined => {
    const now = open.peek();
    return now && { lesson: now.name, page: now.page.number, pages: now.lesson.pages.length };
  };

  /** Puts a network of the lesson on screen. The first one takes the place of the reader's own work, which stays kept. */
  const show = async (bookmark: Page['state']): Promise<boolean> => {
    const now = open.peek();
    if (!bookmark || !now) return true;
    opening.abort();
    opening = new AbortController();
    const { signal: cancelled } = opening;
    const arrival = await page.arrival();
    const next = { ...bookmark, notation: notationFor(bookmark.notation, unguarded.notation.peek()) };
    if (!now.before) {
      const before = arrival.kept().bookmark;
      if (!(await arrival.openLink(next))) return false;
      if (open.peek()?.source === now.source) change(open.peek() ?? now, { before });
      return true;
    }
    return openBookmark(unguarded, next, [], cancelled, () => {});
  };

  /** @param how a page that is turned to goes on with what is on screen where it has no network; after a reload each does */
  const enter = async (to: number, by: By, how: 'turn' | 'jump' | 'stay'): Promise<void> => {
    const now = open.peek();
    if (!now) return;
    const from = now.page.number;
    const progress = withPage(now.progress, now.lesson, to);
    const next = pageAt(now.lesson, progress.page);
    const inTurn = how === 'turn' && next.number === from + 1;
    batch(() => {
      change(now, { progress, page: next, by });
      stage.set(next, by);
    });
    if (how !== 'stay') await show(inTurn ? next.state : bookmarkAt(now.lesson, next.number));
    if (open.peek()?.page !== next) return;
    shown.value = next;
    if (next.pick && how !== 'stay') unguarded.choose(next.pick);
    stage.light(next);
    if (next.asks.some(({ before }) => before === 'nudge')) page.walk.restart();
    const there = place();
    if (there) tell('progress', there);
  };

  const load: Lessons['load'] = async (source, at, by) => {
    const mine = ++latest;
    const [kept, earlier] = embedded() ? [] : [readKept(source), readOpen()];
    const read = await readSource(source, page);
    if (!read.ok) return read.message;
    const lesson = read.value;
    await page.arrival();
    if (mine !== latest) return words.superseded;
    page.guide.leave();
    const over = by === 'host' || (kept?.closed && isComplete(lesson, kept.progress));
    const resumed = over ? undefined : kept;
    const to = at ?? resumed?.progress.page ?? 1;
    const before = open.peek()?.before ?? earlier?.before;
    const progress: Progress = resumed?.progress ?? { page: to, seen: [], asks: {} };
    open.value = {
      source,
      lesson,
      name: 'id' in source ? source.id : lesson.title || words.untitled,
      progress,
      page: pageAt(lesson, progress.page),
      by,
      given: resumed?.given ?? {},
      ...(before && { before }),
    };
    beside.value = <LessonCard lessons={lessons} />;
    // The author's affair, whoever opens the file.
    const remarks = 'markdown' in source && by === 'reader' ? read.notices : [];
    if (remarks.length > 0) told.value = { message: words.remarks(remarks.slice(0, mostRemarks)) };
    await enter(to, by, by === 'visit' && at === undefined && resumed ? 'stay' : 'jump');
    if (mine !== latest) return words.superseded;
    return place() ?? words.noneOpen;
  };

  const answer: Lessons['answer'] = async (ask, given) => {
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

  const close: Lessons['close'] = async () => {
    const now = open.peek();
    if (!now) return;
    opening.abort();
    batch(() => {
      open.value = undefined;
      beside.value = undefined;
      widthBeside.value = 0;
      stage.clear();
    });
    if (!embedded()) keep({ source: now.source, progress: now.progress, given: now.given, closed: true });
    (await page.arrival()).freeAddress();
    if (now.before) await openBookmark(unguarded, now.before, [], new AbortController().signal, () => {});
  };

  const tellProblem = (problem: Place | string) => {
    if (typeof problem === 'string') told.value = { message: problem };
  };

  const lessons: Lessons = {
    open,
    question,
    place,
    load,
    turn: (to, by) => enter(to, by, 'turn'),
    answer,
    leaveOut: (ask) => {
      const now = open.peek();
      if (now) change(now, { progress: withoutAnswer(now.progress, ask) });
    },
    follow: fragmentOpener(page, show),
    close,
    begin: async (markdown) => {
      const { lesson: id, page: at } = asked.peek() ?? {};
      if (markdown !== undefined) tellProblem(await load({ markdown }, undefined, 'visit'));
      else if (id !== undefined) tellProblem(await load({ id }, isReload() ? undefined : at, 'visit'));
      else {
        const kept = embedded() ? undefined : readOpen();
        if (kept) tellProblem(await load(kept.source, undefined, 'visit'));
      }
    },
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

  return lessons;
}

/** A file can be remarked upon in more ways than anybody reads. */
const mostRemarks = 5;

const isReload = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');
