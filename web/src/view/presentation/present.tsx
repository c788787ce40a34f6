/** Does what the query asks for. Fetched only where there is a query, or the page is inside another one. */
import { readPresentation } from '../../embed/presentation';
import { presentationWords as words } from '../../format/strings/presentation';
import type { Playground } from '../../state/playground';
import type { PageState } from '../context';
import { show } from './dress';
import { followPresentation } from './follow';
import { asked, wayOut } from './presentation';
import { WayOut } from './WayOut';

/** Fetched at once: the page around may be waiting to be told that this one is ready. */
const framed = parent === window ? undefined : import('./frame');

/** Reads the query, before anything is drawn. */
export async function present(playground: Playground, unguarded: Playground): Promise<void> {
  const now = readPresentation(location.search);
  asked.value = now;
  if (now.theme) {
    const look = await import('../theme/theme');
    // For this visit alone: what the reader chose before stays chosen.
    look.theme.value = now.theme;
  }
  followPresentation(playground, unguarded);
}

/** A query can be wrong in more ways than anybody reads. */
const mostTold = 5;

/** Opens, plays and tells what the query asks for, once there is a page to do it on. */
export function begin(page: PageState): void {
  const now = asked.peek();
  if (!now) return;
  void framed?.then(({ connect }) => connect(page, now, parent));
  const { playground } = page;
  const notices = [...now.notices];
  if (now.embed) wayOut.value = <WayOut />;
  show(page, now.shown);
  if (now.autoplay && !now.motion) notices.push(words.still);
  if (now.autoplay && now.motion && !matchMedia('(prefers-reduced-motion: reduce)').matches) playground.play();
  if (notices.length > 0) playground.tell({ kind: 'told', sentences: notices.slice(0, mostTold) });
}
