/** What of the presentation changes while the page is there. */
import type { Dress } from '../../embed/element/face';
import { withoutShown } from '../../embed/presentation';
import { lockIds, type PanelId } from '../../scenario/ids';
import { closerIds } from '../closer/closer';
import type { PageState } from '../context';
import { tools } from '../network/tools';
import { asked, isHidden } from './presentation';

/** Opens what opens on demand. */
export function show(page: PageState, shown: readonly PanelId[]): void {
  const view = closerIds.find((id) => shown.includes(id));
  if (view) page.closer.value = view;
  if (shown.includes('table')) tools.face.value = 'table';
  if (shown.includes('edit')) tools.editing.value = true;
  if (shown.includes('data') && !isHidden('table')) tools.examples.value = true;
}

/** Closes what is open of what is hidden. */
export function shut(gone: readonly PanelId[]): void {
  if (gone.includes('table')) tools.face.value = 'drawing';
  if (gone.includes('table') || gone.includes('data')) tools.examples.value = false;
  if (gone.includes('edit')) tools.editing.value = false;
}

export async function dress(page: PageState, { theme, hide = [], show: shown = [], lock }: Dress): Promise<void> {
  const now = asked.peek();
  if (!now) return;
  asked.value = {
    ...now,
    hidden: withoutShown([...now.hidden, ...hide], shown),
    locked: lock === undefined ? now.locked : lock === true ? lockIds : lock === false ? [] : lock,
  };
  show(page, shown);
  shut(hide.filter((id) => !shown.includes(id)));
  if (theme === undefined) return;
  const look = await import('../theme/theme');
  // For this visit alone: what the reader chose before stays chosen.
  look.theme.value = theme;
}
