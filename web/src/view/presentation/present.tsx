/** Does what the query asks for. Fetched only where there is a query, or the page is inside another one. */
import './presentation.css';
import { effect } from '@preact/signals';
import { changedLocks } from '../../embed/locks';
import { readPresentation } from '../../embed/presentation';
import { presentationWords as words } from '../../format/strings/presentation';
import type { Scenario } from '../../scenario/types';
import type { Playground } from '../../state/playground';
import type { PageState } from '../context';
import { show } from './dress';
import { presentation, wayOut } from './presentation';
import { WayOut } from './WayOut';

/** Fetched at once: the page around may be waiting to be told that this one is ready. */
const framed = parent === window ? undefined : import('./frame');

/** Reads the query, before anything is drawn. The reader's edits go through what it returns, which keeps what is locked. */
export async function present(playground: Playground): Promise<Playground> {
  const asked = readPresentation(location.search);
  presentation.value = asked;
  if (asked.theme) {
    const look = await import('../theme/theme');
    // For this visit alone: what the reader chose before stays chosen.
    look.theme.value = asked.theme;
  }
  effect(() => {
    const { embed, hidden, locked, motion } = presentation.value ?? {};
    const { dataset } = document.documentElement;
    dataset['hidden'] = hidden?.join(' ') ?? '';
    dataset['locked'] = locked?.join(' ') ?? '';
    if (motion === false) dataset['motion'] = 'none';
    if (embed) dataset['embed'] = '';
  });
  return guarded(playground);
}

/** A query can be wrong in more ways than anybody reads. */
const mostTold = 5;

/** Opens, plays and tells what the query asks for, once there is a page to do it on. */
export function begin(page: PageState, bare: Playground): void {
  const asked = presentation.peek();
  if (!asked) return;
  void framed?.then(({ connect }) => connect(page, bare, asked, parent));
  const { playground } = page;
  const notices = [...asked.notices];
  if (asked.embed) wayOut.value = <WayOut />;
  show(page, asked.shown);
  if (asked.lesson !== undefined) notices.push(words.noLessons);
  if (asked.autoplay && !asked.motion) notices.push(words.still);
  if (asked.autoplay && asked.motion && !matchMedia('(prefers-reduced-motion: reduce)').matches) playground.play();
  if (notices.length > 0) playground.tell({ kind: 'told', sentences: notices.slice(0, mostTold) });
}

function guarded(playground: Playground): Playground {
  const keeps = (next: Scenario): boolean => {
    const locked = presentation.peek()?.locked ?? [];
    const changed = locked.length > 0 ? changedLocks(playground.scenario.peek(), next, locked) : [];
    if (changed.length === 0) return true;
    playground.tell({ kind: 'refused', path: '', message: words.locked(changed.map((id) => words.lockedNames[id])) });
    return false;
  };
  return {
    ...playground,
    edit: (next, gesture) => {
      if (keeps(next)) playground.edit(next, gesture);
    },
    open: (bookmark, notes) => {
      if (keeps(playground.listed(bookmark.start))) playground.open(bookmark, notes);
    },
  };
}
