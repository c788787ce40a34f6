/** Writes what is on screen to storage and to the address, where that has changed. */
import { arrivalWords } from '../../format/strings/arrival';
import { canonical } from '../../scenario/canonical';
import type { Kept } from '../../state/rebase';
import { afterFrame } from '../afterFrame';
import { told } from '../notice/told';
import type { Address } from './address';
import type { Desk } from './desk';
import { shared } from './shelf';

export interface Keeper {
  /** To both. */
  keep(): void;
  /** To storage alone: the address is no longer that of what is on screen. */
  save(): void;
}

/** `inStorage`: what need not be written, as canonical JSON. */
export function createKeeper(kept: () => Kept, desk: Desk, address: Address, inStorage: string): Keeper {
  let written = inStorage;
  let writtenAt = '';
  let full = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  const save = async ({ bookmark }: Kept, text: string): Promise<void> => {
    const hash = address.own();
    if (text === written && (hash === writtenAt || text === inStorage)) return;
    written = text;
    writtenAt = hash;
    const fits = await desk.write(bookmark, hash);
    if (!fits && !full && shared.available()) told.value = { message: arrivalWords.notKept };
    full = !fits;
  };

  const keep = (): void => {
    clearTimeout(again);
    // Before it changes the address the browser lays the page out: right after a frame it has done so.
    afterFrame(() => {
      const now = kept();
      const text = canonical(now.bookmark);
      const wait = address.write(now.bookmark, text);
      clearTimeout(again);
      if (wait !== undefined) again = setTimeout(keep, wait);
      setTimeout(() => save(now, text)); // between the two the page answers
    });
  };

  return {
    keep,
    save: () => {
      const now = kept();
      void save(now, canonical(now.bookmark));
    },
  };
}
