/**
 * What comes to the page and what leaves it: the link in the address, files, pasted text, and the work kept in storage. At
 * the start a link goes before kept work, and kept work before the start document. Whatever was on screen when something
 * arrives is one undo away, and stays kept as a work of its own.
 */
import type { Engine, FirstEngine } from '../../engine/engine';
import { arrivalWords } from '../../format/strings/arrival';
import { documentWords } from '../../format/strings/document';
import { canonical } from '../../scenario/canonical';
import type { Opened } from '../../scenario/link/decode';
import { parseDocument } from '../../scenario/parse';
import { startBookmark } from '../../scenario/start';
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import type { Playground } from '../../state/playground';
import { createKeeping, type Kept } from '../../state/rebase';
import type { PageState } from '../context';
import { keptKey } from '../lesson/keptKey';
import { told } from '../notice/told';
import { asked } from '../presentation/presentation';
import { createAddress } from './address';
import { type Desk, noDesk, openDesk } from './desk';
import { follow } from './follow';
import { createKeeper } from './keeper';
import { fragmentIn, isLesson, read, take } from './links';
import { openBookmark, untilTold } from './opening';
import { ofTab, shared } from './shelf';
import { takeFiles } from './transfer';
import { createWorks } from './works';

export interface Arrival {
  /**
   * Opens a document, or a link to one, given as text. Returns what is wrong with it, or undefined; where its replay takes
   * long, before it is done.
   */
  openText(text: string): Promise<string | undefined>;
  /** What was on screen becomes one undo entry; what is on screen already stays as it is. False where it is not opened. */
  open(bookmark: Bookmark<WrittenScenario>, notes?: readonly string[]): Promise<boolean>;
  /** The same past what the page locks: for the page's own links and lessons. */
  openLink(bookmark: Bookmark<WrittenScenario>, notes?: readonly string[]): Promise<boolean>;
  /** Opens a lesson's Markdown. Returns what is wrong with it, or undefined. */
  openLesson(markdown: string): Promise<string | undefined>;
  /** The lesson that came with the address is closed. */
  freeAddress(): void;
  /** What is on screen, for a link or a file. */
  kept(): Kept;
  /** From the first rendering on: storage and address follow the page, and the page follows the address and takes files. */
  follow(page: PageState): void;
}

/**
 * Puts on screen what the visit begins with, unless that is the start document: to be awaited before the first rendering.
 * What the reader opens goes through `guarded`, which keeps what a page locks; the page's own link and its kept work do not.
 */
export async function arrive(
  engine: FirstEngine,
  wholeEngine: () => Promise<Engine>,
  playground: Playground,
  guarded: Playground,
): Promise<Arrival> {
  const kept = createKeeping(engine, playground);
  const embedded = asked.peek()?.embed;
  const desk = embedded ? noDesk : await openDesk(createWorks(shared));
  const address = createAddress(!embedded);
  const onScreen = () => canonical(playground.bookmark());

  await begin(playground, desk);
  // What needs no keeping is the start document; on a first visit the reader may have changed it already.
  const inStorage = canonical(desk.found?.bookmark ?? startBookmark);
  const keeper = createKeeper(kept, desk, address, inStorage);
  /** What arrived last: as long as it is on screen as it came, it is not the reader's own work. */
  let arrived = desk.found ? undefined : inStorage;

  let opening = new AbortController();
  const openOn = async (on: Playground, bookmark: Bookmark<WrittenScenario>, notes: readonly string[]) => {
    opening.abort();
    opening = new AbortController();
    const leave = () => {
      keeper.save();
      desk.moveOn(onScreen() !== arrived);
      told.value = undefined;
    };
    const opened = await openBookmark(on, bookmark, notes, opening.signal, leave);
    if (opened) arrived = onScreen();
    return opened;
  };
  const openLink = (bookmark: Bookmark<WrittenScenario>, notes: readonly string[] = []) =>
    openOn(playground, bookmark, notes);

  /** The page itself, once it is there; a lesson that comes before it waits. */
  let shownOn: PageState | undefined;
  let due: string | undefined;
  const lessons = async (page: PageState) => (await import('../lesson/lessons')).lessonsOn(page);
  const study = (markdown: string): void => {
    address.hold(true);
    if (shownOn) void lessons(shownOn).then(({ begin }) => begin(markdown));
    else due = markdown;
  };

  /** Of several links that follow each other quickly the last one counts. */
  let latest = 0;
  const openAddress = async (): Promise<void> => {
    const mine = ++latest;
    address.reading();
    const opened: Opened =
      location.hash.length < 2
        ? { kind: 'bookmark', bookmark: address.blank(), notices: [] }
        : await read(location.hash, wholeEngine);
    address.hold(false);
    const own = mine === latest && (await take(opened, openLink, study));
    if (mine === latest) address.standsFor(onScreen(), own);
  };

  if (location.hash.length > 1 && !desk.found?.addresses.includes(location.hash)) {
    await openAddress();
    if (!desk.found) playground.beginHere();
  } else address.standsFor(location.hash ? '' : canonical(startBookmark), true); // kept work may be newer than its address

  const arrival: Arrival = {
    open: (bookmark, notes = []) => openOn(guarded, bookmark, notes),
    openLink,
    openLesson: async (markdown) => {
      if (!shownOn) return undefined;
      const opened = await (await lessons(shownOn)).load({ markdown }, undefined, 'reader');
      return typeof opened === 'string' ? opened : undefined;
    },
    freeAddress: () => address.hold(false),
    openText: async (text) => {
      if (isLesson(text)) return arrival.openLesson(text);
      const fragment = fragmentIn(text);
      if (fragment !== undefined) {
        await Promise.race([take(await read(fragment, wholeEngine), arrival.open, study), untilTold()]);
        return undefined;
      }
      const parsed = parseDocument(text);
      if (!parsed.ok) return documentWords.problem(parsed.path, parsed.message);
      const opened = arrival.open(parsed.value, parsed.notices);
      if ((await Promise.race([opened, untilTold()])) !== false) return undefined;
      const notice = playground.notice.peek();
      return notice?.kind === 'refused' ? documentWords.problem(notice.path, notice.message) : undefined;
    },
    kept,
    follow: (page) => {
      shownOn = page;
      follow(playground, keeper);
      keeper.keep();
      addEventListener('hashchange', openAddress);
      takeFiles(arrival);
      const asksForLesson = due !== undefined || asked.peek()?.lesson !== undefined;
      if (asksForLesson || (!embedded && ofTab.read(keptKey))) void lessons(page).then(({ begin }) => begin(due));
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
