/** The lesson that is open: the tab keeps how far it is, and the page around hears of it. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Progress as Place } from '../../embed/element/face';
import { isComplete, openAsk, scoreOf } from '../../lesson/progress';
import type { Ask, Lesson, Page } from '../../lesson/types';
import { presentation } from '../presentation/presentation';
import { type Kept, keep } from './kept';
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

export interface Opened {
  readonly open: Signal<OpenLesson | undefined>;
  /** The page whose network is on screen: nothing is asked of the one before. */
  readonly shown: Signal<Page | undefined>;
  /** The question that is asked now: at most one. */
  readonly question: ReadonlySignal<Ask | undefined>;
  change(now: OpenLesson, next: Partial<OpenLesson>): void;
  place(): Place | undefined;
}

/** Inside another page nothing is kept: each visit begins anew. */
export const isEmbedded = (): boolean => presentation.peek()?.embed === true;

export function createOpened(): Opened {
  const open = signal<OpenLesson | undefined>(undefined);
  const shown = signal<Page | undefined>(undefined);
  const question = computed(() => {
    const now = open.value;
    return now && shown.value === now.page ? openAsk(now.progress, now.page) : undefined;
  });

  const change = (now: OpenLesson, next: Partial<OpenLesson>): void => {
    const changed = { ...now, ...next };
    open.value = changed;
    if (!isEmbedded()) {
      const { source, progress, given, before } = changed;
      keep({ source, progress, given, ...(before && { before }) });
    }
    if (next.progress && isComplete(now.lesson, next.progress) && !isComplete(now.lesson, now.progress)) {
      tell('complete', { lesson: now.name, ...scoreOf(now.lesson, next.progress) });
    }
  };

  const place = (): Place | undefined => {
    const now = open.peek();
    return now && { lesson: now.name, page: now.page.number, pages: now.lesson.pages.length };
  };

  return { open, shown, question, change, place };
}
