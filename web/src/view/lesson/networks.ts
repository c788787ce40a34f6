/** The networks of a lesson, and the reader's own work, whose place the first of them takes. */
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import { openBookmark } from '../arrival/opening';
import type { PageState } from '../context';
import { notationFor } from './notationFor';
import type { Opened } from './opened';

interface Networks {
  /** Puts a network of the lesson on screen, if there is one; whether it came there. */
  show(bookmark: Bookmark<WrittenScenario> | undefined): Promise<boolean>;
  /** What is still being opened does not come. */
  stop(): void;
  /** Brings back the reader's own work, if a network has taken its place. */
  giveBack(before: Bookmark<WrittenScenario> | undefined): Promise<void>;
}

export function createNetworks(page: PageState, { open, change }: Opened): Networks {
  const { unguarded } = page;
  let opening = new AbortController();
  return {
    show: async (bookmark) => {
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
    },
    stop: () => opening.abort(),
    giveBack: async (before) => {
      if (before) await openBookmark(unguarded, before, [], new AbortController().signal, () => {});
    },
  };
}
