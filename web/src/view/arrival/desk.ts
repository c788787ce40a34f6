/** The work of this tab: what it finds when it is opened or reloaded, and where it keeps what is on screen. */
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import { canTakeOver, hold, holdAgain, living, newWork, notedWork } from './tab';
import type { Work, Works } from './works';

/** Works that are kept; of more, the oldest go whose tabs are closed. */
const mostWorks = 20;

export interface Desk {
  /** What was on screen last, here or in the tab that was closed last. */
  readonly found: Work | undefined;
  /** What `found` arrived over. */
  readonly beneath: Work | undefined;
  /** Keys under which unreadable states are put aside. */
  readonly aside: readonly string[];
  /** False where storage does not take it, not even when the oldest works make room. */
  write(bookmark: Bookmark<WrittenScenario>, address: string): Promise<boolean>;
  /** From now on something else is on screen. `own`: what was there is the reader's work, and stays kept as it is. */
  moveOn(own: boolean): void;
}

/** Inside another page nothing is kept: what is on screen there is that page's affair. */
export const noDesk: Desk = {
  found: undefined,
  beneath: undefined,
  aside: [],
  write: async () => true,
  moveOn: () => {},
};

export async function openDesk(works: Works): Promise<Desk> {
  const aside: string[] = [];
  const read = (id: string | undefined): Work | undefined => {
    if (id === undefined) return undefined;
    const { work, aside: more } = works.read(id);
    aside.push(...more);
    return work;
  };
  const noted = notedWork();
  const at = noted === undefined ? await lastClosed(works, read) : { id: noted, work: read(noted) };
  const mine = at !== undefined && (noted === undefined ? canTakeOver : await holdAgain(noted));
  let id = mine ? at.id : newWork();
  let before = at?.work?.before;
  let addresses = at?.work?.addresses ?? [];
  let written = mine && at.work !== undefined;
  if (!mine) await hold(id);
  void forgetOldest(works, works.ids().length - mostWorks);

  return {
    found: at?.work,
    beneath: read(before),
    aside,
    write: async (bookmark, address) => {
      if (address !== addresses[0]) addresses = [address, ...addresses.slice(0, 1)];
      const work = { bookmark, addresses, before };
      do {
        written = works.write(id, work);
      } while (!written && (await forgetOldest(works, 1)));
      return written;
    },
    moveOn: (own) => {
      if (!own || !written) return;
      before = id;
      id = newWork();
      written = false;
      void hold(id);
    },
  };
}

/** The newest work that can be read and whose tab is gone; this tab then holds it, if tabs can hold works. */
async function lastClosed(works: Works, read: (id: string) => Work | undefined) {
  const ids = works.ids();
  const alive = canTakeOver ? await living(ids) : undefined;
  for (const id of ids) {
    if (alive && (alive.has(id) || !(await hold(id)))) continue;
    const work = read(id);
    if (work) return { id, work };
  }
  return undefined;
}

/** Whether so many works, or at least one of them, could go. */
async function forgetOldest(works: Works, count: number): Promise<boolean> {
  if (count <= 0) return false;
  const ids = works.ids();
  const alive = await living(ids);
  const closed = ids.filter((id) => !alive.has(id)).slice(-count);
  for (const id of closed) works.remove(id);
  return closed.length > 0;
}
