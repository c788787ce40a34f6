/**
 * What comes to the page and what leaves it: files, pasted text, and the work kept in storage. Whatever was on screen when
 * something arrives is one undo away, and stays kept as a work of its own.
 */
import type { FirstEngine } from '../../engine/engine';
import { arrivalWords } from '../../format/strings/arrival';
import { documentWords } from '../../format/strings/document';
import { canonical } from '../../scenario/canonical';
import { parseDocument } from '../../scenario/parse';
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import type { Playground } from '../../state/playground';
import { createKeeping, type Kept } from '../../state/rebase';
import { told } from '../notice/told';
import { presentation } from '../presentation/presentation';
import { type Desk, noDesk, openDesk } from './desk';
import { follow } from './follow';
import { openBookmark } from './opening';
import { shared } from './shelf';
import { takeFiles } from './transfer';
import { createWorks } from './works';

export interface Arrival {
  /** What was on screen becomes one undo entry; what is on screen already stays as it is. */
  open(bookmark: Bookmark<WrittenScenario>, notes?: readonly string[]): Promise<void>;
  /** Opens a document given as text. Returns what is wrong with it, or undefined; a bad one leaves everything as it was. */
  openText(text: string): Promise<string | undefined>;
  /** What is on screen, for a link or a file. */
  kept(): Kept;
  /** From the first rendering on: storage follows the page, which takes what is dropped on it or pasted. */
  follow(): void;
}

/**
 * Puts on screen what the visit begins with, unless that is the start document: to be awaited before the first rendering.
 * What the reader opens goes through `guarded`, which keeps what a page locks; the page's own link and its kept work do not.
 */
export async function arrive(engine: FirstEngine, playground: Playground, guarded: Playground): Promise<Arrival> {
  const kept = createKeeping(engine, playground);
  const desk = presentation.peek()?.embed ? noDesk : await openDesk(createWorks(shared));
  const onScreen = () => canonical(playground.bookmark());
  /** What arrived last: as long as it is on screen as it came, it is not the reader's own work. */
  let arrived: string | undefined = onScreen();
  let keepNow = () => {};

  let opening = new AbortController();
  const open = async (bookmark: Bookmark<WrittenScenario>, notes: readonly string[] = []): Promise<void> => {
    opening.abort();
    opening = new AbortController();
    const leave = () => {
      keepNow();
      desk.moveOn(onScreen() !== arrived);
    };
    if (await openBookmark(guarded, bookmark, notes, opening.signal, leave)) arrived = onScreen();
  };

  await begin(playground, desk);
  if (desk.found) arrived = undefined;

  const arrival: Arrival = {
    open,
    openText: async (text) => {
      const parsed = parseDocument(text);
      if (!parsed.ok) return documentWords.problem(parsed.path, parsed.message);
      await open(parsed.value, parsed.notices);
      const notice = playground.notice.peek();
      return notice?.kind === 'refused' ? documentWords.problem(notice.path, notice.message) : undefined;
    },
    kept,
    follow: () => {
      keepNow = follow(playground, keeper(desk, kept, onScreen()));
      takeFiles(arrival);
      // The page itself is kept as well; not where it is edited, in the single file or inside another page.
      if (import.meta.env.MODE === 'production' && parent === window) void import('../offline/keepOffline');
    },
  };
  return arrival;
}

/** The work found at the desk, over what it once arrived over. */
async function begin(playground: Playground, { found, beneath, aside }: Desk): Promise<void> {
  const open = ({ bookmark }: { readonly bookmark: Bookmark<WrittenScenario> }) =>
    openBookmark(playground, bookmark, [], new AbortController().signal, () => {});
  if (beneath) {
    await open(beneath);
    playground.beginHere();
  }
  if (found) await open(found);
  // Where nothing was found the page is already in use when this comes: what its reader has done since stays undoable.
  if (found && !beneath) playground.beginHere();
  if (aside.length > 0) told.value = { message: arrivalWords.aside(aside, found !== undefined) };
}

/** Writes what is on screen to the desk, if that has changed; says so once where there is no room for it. */
function keeper(desk: Desk, kept: () => Kept, inStorage: string): () => void {
  let written = inStorage;
  let full = false;
  return async () => {
    const { bookmark } = kept();
    const text = canonical(bookmark);
    if (text === written) return;
    written = text;
    const fits = await desk.write(bookmark, '');
    if (!fits && !full && shared.available()) told.value = { message: arrivalWords.notKept };
    full = !fits;
  };
}
