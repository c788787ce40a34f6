/** Lessons as the tab keeps them over a reload: where their text comes from, how far the reader is, what was given. */
import type { Progress } from '../../lesson/progress';
import type { Answer, Verdict } from '../../lesson/types';
import { crc32 } from '../../scenario/link/crc';
import { parseBookmark } from '../../scenario/parse';
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import { ofTab, type Shelf } from '../arrival/shelf';
import { keptKey } from './keptKey';
import { type Source, sameSource } from './source';

/** The last answer to a question, and what was said to it. */
export interface Given {
  readonly answer: Answer;
  readonly verdict: Verdict;
}

export interface Kept {
  readonly source: Source;
  readonly progress: Progress;
  readonly given: Readonly<Record<string, Given>>;
  /** The reader's own work, to come back to; absent = the lesson has not taken its place. */
  readonly before?: Bookmark<WrittenScenario>;
  /** Present when the reader has closed it: it opens again where it was, but not by itself. */
  readonly closed?: true;
}

/** Each lesson has a place of its own; `keptKey` holds the place of the open one. */
const placeOf = (source: Source): string =>
  `${keptKey}.${'id' in source ? source.id : crc32(new TextEncoder().encode(source.markdown))}`;

export function keep(kept: Kept, shelf: Shelf = ofTab): void {
  const place = placeOf(kept.source);
  shelf.write(place, JSON.stringify(kept));
  if (kept.closed) shelf.remove(keptKey);
  else shelf.write(keptKey, place);
}

/** The open lesson. */
export function readOpen(shelf: Shelf = ofTab): Kept | undefined {
  const place = shelf.read(keptKey);
  return place === undefined ? undefined : keptIn(shelf.read(place));
}

/** What is kept of a lesson, open or not. */
export function readKept(source: Source, shelf: Shelf = ofTab): Kept | undefined {
  const kept = keptIn(shelf.read(placeOf(source)));
  return kept && sameSource(kept.source, source) ? kept : undefined;
}

/** Undefined where there is none that can be read. */
function keptIn(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  try {
    const { source, progress, given, before, closed } = JSON.parse(text) as Partial<Kept>;
    const isSource = typeof (source && ('id' in source ? source.id : source.markdown)) === 'string';
    if (!isSource || !source || !isProgress(progress)) return undefined;
    const parsed = before === undefined ? undefined : parseBookmark(before);
    return {
      source,
      progress,
      given: readable(given),
      ...(parsed?.ok && { before: parsed.value }),
      ...(closed && { closed }),
    };
  } catch {
    return undefined;
  }
}

/** The answers that are still what an answer is. */
const readable = (given: Kept['given'] | undefined): Kept['given'] =>
  Object.fromEntries(
    Object.entries(given ?? {}).filter(
      ([, one]) => typeof one?.answer?.kind === 'string' && Array.isArray(one.verdict?.slips),
    ),
  );

const isProgress = (p: Progress | undefined): p is Progress =>
  typeof p === 'object' &&
  p !== null &&
  Number.isInteger(p.page) &&
  Array.isArray(p.seen) &&
  typeof p.asks === 'object' &&
  p.asks !== null;
