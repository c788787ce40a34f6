/**
 * The lesson on the page: opens and closes it, turns its pages, takes answers, and keeps what the reader has done. There is
 * one at a time, beside the network and its panels.
 */
import { batch, type ReadonlySignal } from '@preact/signals';
import type { Progress as Place } from '../../embed/element/face';
import { lessonWords as words } from '../../format/strings/lesson';
import { bookmarkAt, isComplete, type Progress, pageAt, withPage } from '../../lesson/progress';
import type { Ask } from '../../lesson/types';
import type { PageState } from '../context';
import { told } from '../notice/told';
import { asked, beside, widthBeside } from '../presentation/presentation';
import { type Answering, createAnswering } from './answering';
import { fragmentOpener } from './fragment';
import { keep, readKept, readOpen } from './kept';
import { LessonCard } from './LessonCard';
import { createNetworks } from './networks';
import { type By, createOpened, isEmbedded, type OpenLesson } from './opened';
import { readSource, type Source } from './source';
import { createStage } from './stage';
import { tell } from './tell';

export interface Lessons extends Answering {
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
  /** A link in the text that holds a network. */
  follow(fragment: string): Promise<void>;
  close(): Promise<void>;
}

const lessonsOf = new WeakMap<PageState, Lessons>();

/** The lessons of a page: the same ones whoever asks. */
export function lessonsOn(page: PageState): Lessons {
  const lessons = lessonsOf.get(page) ?? createLessons(page);
  lessonsOf.set(page, lessons);
  return lessons;
}

function createLessons(page: PageState): Lessons {
  const opened = createOpened();
  const { open, question, shown, change, place } = opened;
  const networks = createNetworks(page, opened);
  const stage = createStage(page);
  /** Of several that are asked for quickly the last one counts. */
  let latest = 0;

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
    if (how !== 'stay') await networks.show(inTurn ? next.state : bookmarkAt(now.lesson, next.number));
    if (open.peek()?.page !== next) return;
    shown.value = next;
    if (next.pick && how !== 'stay') page.unguarded.choose(next.pick);
    stage.light(next);
    if (next.asks.some(({ before }) => before === 'nudge')) page.walk.restart();
    const there = place();
    if (there) tell('progress', there);
  };

  const load: Lessons['load'] = async (source, at, by) => {
    const mine = ++latest;
    const [kept, earlier] = isEmbedded() ? [] : [readKept(source), readOpen()];
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

  const close: Lessons['close'] = async () => {
    const now = open.peek();
    if (!now) return;
    networks.stop();
    batch(() => {
      open.value = undefined;
      beside.value = undefined;
      widthBeside.value = 0;
      stage.clear();
    });
    if (!isEmbedded()) keep({ source: now.source, progress: now.progress, given: now.given, closed: true });
    (await page.arrival()).freeAddress();
    await networks.giveBack(now.before);
  };

  const tellProblem = (problem: Place | string) => {
    if (typeof problem === 'string') told.value = { message: problem };
  };

  const lessons: Lessons = {
    ...createAnswering(page, opened),
    open,
    question,
    place,
    load,
    turn: (to, by) => enter(to, by, 'turn'),
    follow: fragmentOpener(page, networks.show),
    close,
    begin: async (markdown) => {
      const { lesson: id, page: at } = asked.peek() ?? {};
      if (markdown !== undefined) tellProblem(await load({ markdown }, undefined, 'visit'));
      else if (id !== undefined) tellProblem(await load({ id }, isReload() ? undefined : at, 'visit'));
      else {
        const kept = isEmbedded() ? undefined : readOpen();
        if (kept) tellProblem(await load(kept.source, undefined, 'visit'));
      }
    },
  };
  return lessons;
}

/** A file can be remarked upon in more ways than anybody reads. */
const mostRemarks = 5;

const isReload = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');
