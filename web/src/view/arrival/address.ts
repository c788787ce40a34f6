/**
 * The address follows what is on screen: its fragment is a link to it. It is replaced, so that Back leads to what was there
 * before, not through every edit; and it is left alone while the page is still reading what somebody else put there.
 */
import { longestFragment } from '../../scenario/link/decode';
import { fragmentFor } from '../../scenario/link/encode';
import { startBookmark } from '../../scenario/start';
import type { Bookmark, WrittenScenario } from '../../scenario/types';

/** Characters of canonical JSON: of more than this hardly any link is short enough, and to find out takes too long. */
const mostPacked = 150_000;

/** How many times longer than its making a fragment lasts at least. */
const ease = 20;

export interface Address {
  /** What the address holds is being read: it stays as it is. */
  reading(): void;
  /** It has been read, and with this on screen (as canonical JSON) it stays. `own`: it is what is on screen. */
  standsFor(text: string, own: boolean): void;
  /** Returns in how many milliseconds to try again, where a new fragment would come too soon after one that took long. */
  write(bookmark: Bookmark<WrittenScenario>, text: string): number | undefined;
  /** The fragment, if it leads to what is on screen or was there a moment ago. */
  own(): string;
  /** As long as a lesson that came with the address is open, the address leads to the lesson. */
  hold(held: boolean): void;
  /** What an address without a fragment stands for. */
  blank(): Bookmark<WrittenScenario>;
}

/** `follows`: false where the address belongs to somebody else, inside another page. */
export function createAddress(follows: boolean, now: () => number = () => performance.now()): Address {
  let stands: string | undefined;
  let own = '';
  let blank: Bookmark<WrittenScenario> = startBookmark;
  let earliest = 0;
  let held = false;
  /** What was there when last looked at. The event that tells of another one comes only later: until then it must not go. */
  let seen = location.hash;
  return {
    reading: () => {
      seen = location.hash;
      stands = undefined;
      own = '';
    },
    standsFor: (text, isOwn) => {
      stands = text;
      own = isOwn ? location.hash : '';
    },
    write: (bookmark, text) => {
      if (!follows || held || stands === undefined || stands === text || location.hash !== seen) return undefined;
      const began = now();
      if (began < earliest) return earliest - began;
      const fragment = text.length > mostPacked ? '' : fragmentFor(bookmark);
      const fits = fragment.length <= longestFragment;
      if (!fits || fragment === '') blank = bookmark;
      if (replaced(fits ? fragment : '')) {
        stands = text;
        seen = location.hash;
        own = seen;
      }
      earliest = now() + ease * (now() - began);
      return undefined;
    },
    own: () => own,
    hold: (hold) => {
      held = hold;
    },
    blank: () => blank,
  };
}

/** False where the browser will not have it: in a file of some browsers, or too often for others. */
function replaced(fragment: string): boolean {
  // Even to the same address the browser goes only after laying the page out.
  if (fragment === location.hash) return true;
  try {
    history.replaceState(history.state, '', fragment || location.pathname + location.search);
    return true;
  } catch {
    return false;
  }
}
