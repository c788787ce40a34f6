/**
 * The works that are kept in storage. A work is what one tab has on screen, from one arrival of a document to the next. It
 * has two places, written in turn, so that the state before the last one is there when the last one turns out unreadable.
 *
 *     backprop-playground.work.<id>.0|1      { "saved": ms, "addresses": ["#…"], "before": id, "bookmark": Bookmark }
 *     backprop-playground.unreadable.<…>     what was found in such a place and could not be read, as it was
 */
import { canonical } from '../../scenario/canonical';
import { parseBookmark } from '../../scenario/parse';
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import type { Shelf } from './shelf';

export interface Work {
  readonly bookmark: Bookmark<WrittenScenario>;
  /**
   * The fragment in the address at that time, and the one before it: a reload that begins while the address is being
   * replaced still finds that one.
   */
  readonly addresses: readonly string[];
  /** The work that was on screen before this one arrived. */
  readonly before?: string | undefined;
}

interface Found {
  readonly work?: Work;
  /** Keys under which unreadable states are put aside. */
  readonly aside: readonly string[];
}

export interface Works {
  /** All of them, the one saved last first. */
  ids(): readonly string[];
  /** The last state that can be read; one that cannot is put aside. */
  read(id: string): Found;
  /** False where storage does not take it. */
  write(id: string, work: Work): boolean;
  remove(id: string): void;
}

const prefix = 'backprop-playground.work.';
const asidePrefix = 'backprop-playground.unreadable.';
const places = ['0', '1'] as const;

export function createWorks(shelf: Shelf, now: () => number = Date.now): Works {
  const key = (id: string, place: string) => `${prefix}${id}.${place}`;
  /** When the state in a place was saved; −1 where there is none. One that does not say is looked at first. */
  const savedAt = (id: string, place: string): number => {
    const text = shelf.read(key(id, place));
    return text === undefined ? -1 : Number(/^\{"saved":(\d{1,16}),/.exec(text)?.[1] ?? Number.POSITIVE_INFINITY);
  };
  const newestFirst = (id: string) => [...places].sort((a, b) => savedAt(id, b) - savedAt(id, a));

  const putAside = (id: string, place: string): string => {
    const text = shelf.read(key(id, place)) ?? '';
    const aside = `${asidePrefix}${id}.${place}.${now()}`;
    // First out of the old place: a storage that is full has no room for two copies.
    shelf.remove(key(id, place));
    shelf.write(aside, text);
    return aside;
  };

  return {
    ids: () => {
      const found = shelf.keys().filter((name) => name.startsWith(prefix));
      const ids = [...new Set(found.map((name) => name.slice(prefix.length).replace(/\.[01]$/, '')))];
      const newest = new Map(ids.map((id) => [id, Math.max(...places.map((place) => savedAt(id, place)))]));
      return ids.sort((a, b) => (newest.get(b) ?? 0) - (newest.get(a) ?? 0));
    },
    read: (id) => {
      const aside: string[] = [];
      for (const place of newestFirst(id)) {
        const text = shelf.read(key(id, place));
        if (text === undefined) continue;
        const work = workIn(text);
        if (work) return { work, aside };
        aside.push(putAside(id, place));
      }
      return { aside };
    },
    write: (id, { bookmark, addresses, before }) => {
      const [last = '0', oldest = '1'] = newestFirst(id);
      const head = JSON.stringify({ saved: now(), addresses, before }).slice(0, -1);
      const text = `${head},"bookmark":${canonical(bookmark)}}`;
      if (shelf.write(key(id, oldest), text)) return true;
      // No room for two states: the new one alone, if that fits.
      const kept = shelf.read(key(id, last));
      shelf.remove(key(id, last));
      if (shelf.write(key(id, oldest), text)) return true;
      if (kept !== undefined) shelf.write(key(id, last), kept);
      return false;
    },
    remove: (id) => {
      for (const place of places) shelf.remove(key(id, place));
    },
  };
}

function workIn(text: string): Work | undefined {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof record !== 'object' || record === null || !('bookmark' in record)) return undefined;
  const parsed = parseBookmark(record.bookmark);
  if (!parsed.ok) return undefined;
  const { addresses, before } = record as { addresses?: unknown; before?: unknown };
  return {
    bookmark: parsed.value,
    addresses: Array.isArray(addresses) ? addresses.filter((each) => typeof each === 'string') : [],
    before: typeof before === 'string' ? before : undefined,
  };
}
