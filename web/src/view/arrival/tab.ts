/**
 * Which work is this tab's, so that no two tabs write to the same one. A tab holds a lock with the name of its work for as
 * long as it lives; the browser takes the lock back when the tab is closed or crashes. The name is noted in the tab's own
 * storage, which a reload finds again. A tab that is a copy of another (it copies that storage as well) gets no lock and so
 * takes a work of its own. A new tab takes over the newest work whose lock is free.
 *
 * Where a page has no locks (without https), it cannot tell whether a work's tab is alive: then it only copies works, and
 * notes its own work's name no earlier than when it leaves, so that a copy of a living tab does not find it.
 */
import { ofTab } from './shelf';

const noted = 'backprop-playground.work';

/** Undefined where the page has none. */
const locks: LockManager | undefined = navigator.locks;

let release = () => {};

/** Whether the tab now holds this work; the one that it held before is free then. */
export async function hold(id: string): Promise<boolean> {
  const won = locks === undefined || (await locked(id, locks));
  if (won) note(id);
  return won;
}

function locked(id: string, manager: LockManager): Promise<boolean> {
  return new Promise((answer) => {
    manager
      .request(`${noted}.${id}`, { ifAvailable: true }, (lock) => {
        answer(lock !== null);
        if (!lock) return;
        release();
        return new Promise<void>((end) => {
          release = end;
        });
      })
      // A frame without an origin has no locks, and no storage that it could share.
      .catch(() => answer(true));
  });
}

let current: string | undefined;

function note(id: string): void {
  if (current === undefined && !locks) addEventListener('pagehide', () => current && ofTab.write(noted, current));
  current = id;
  if (locks) ofTab.write(noted, id);
}

/** The work that this tab had before it was reloaded. */
export function notedWork(): string | undefined {
  const id = ofTab.read(noted);
  if (!locks) ofTab.remove(noted);
  return id;
}

/** A reload may ask before the page it replaces is quite gone. */
export async function holdAgain(id: string): Promise<boolean> {
  for (let tries = 0; tries < 4; tries++) {
    if (await hold(id)) return true;
    await new Promise((later) => setTimeout(later, 25));
  }
  return false;
}

/** Whether a tab may take over the work of another one that is closed. */
export const canTakeOver = locks !== undefined;

/** Which of these works have a tab that is alive; all of them where nobody can tell. */
export async function living(ids: readonly string[]): Promise<ReadonlySet<string>> {
  try {
    const held = (await locks?.query())?.held;
    if (held) return new Set(ids.filter((id) => held.some(({ name }) => name === `${noted}.${id}`)));
  } catch {
    // As where there are no locks.
  }
  return new Set(ids);
}

export const newWork = (): string => Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
