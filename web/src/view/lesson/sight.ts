/** Brings the part of the page that a lesson speaks of on screen. Scrolls this window alone, never the page around it. */
import type { PanelId } from '../../scenario/ids';
import { closerIds } from '../closer/closer';

/** Where those are that are not called by their id. */
const place: Partial<Record<PanelId | 'network', string>> = {
  timeline: '[data-part="timeline"]:not(button)',
  table: '[data-part="network"]',
  edit: '[data-part="network"]',
  data: '[aria-labelledby="data-heading"]',
};

const placeOf = (panel: PanelId | 'network'): Element | null =>
  document.querySelector(
    place[panel] ?? (closerIds.some((id) => id === panel) ? `#closer-${panel}` : `[data-part="${panel}"]`),
  );

/** Milliseconds between two looks whether it has been fetched, and how often. */
const pause = 100;
const mostLooks = 30;

export async function bringInSight(panel: PanelId | 'network', cancelled: AbortSignal): Promise<void> {
  let height = 0;
  for (let looks = 0; looks < mostLooks; looks++) {
    await new Promise((later) => setTimeout(later, pause));
    if (cancelled.aborted) return;
    const there = placeOf(panel);
    const now = there?.getBoundingClientRect().height ?? 0;
    // What has been fetched has come to rest.
    if (there && now > 0 && now === height && !there.querySelector(':scope > [role="status"]')) return scrollTo(there);
    height = now;
  }
}

/** Free space above and below what has been scrolled to. */
const margin = 12;

function scrollTo(target: Element): void {
  const { top, bottom } = target.getBoundingClientRect();
  const card = document.querySelector<HTMLElement>('[data-part="lesson"]');
  const stays = card !== null && getComputedStyle(card).position === 'sticky';
  // A lesson that scrolls with the page would be scrolled away from its reader.
  if (!stays) return;
  const onTop = card.offsetWidth > 0.8 * innerWidth;
  const player = document.querySelector<HTMLElement>('[data-part="player"]');
  /** Pixels of the window that the lesson above, and the player below, lie over. */
  const [above, below] = [onTop ? card.offsetHeight : 0, player?.offsetHeight ?? 0];
  const from = above + margin;
  const room = innerHeight - below - margin;
  const fits = bottom - top <= room - from;
  if (top >= from && (bottom <= room || !fits) && top < room - 80) return;
  const by = fits && top >= from ? Math.min(bottom - room, top - from) : top - from;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches || document.documentElement.dataset['motion'];
  window.scrollBy({ top: by, behavior: still ? 'instant' : 'smooth' });
}

/** Scrolls an element into sight inside the lesson alone, wherever its text scrolls. */
export function showInLesson(element: HTMLElement): void {
  const card = element.closest('[data-part="lesson"]');
  for (let box = element.parentElement; box && box !== card; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight) continue;
    const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
    const below = inner.bottom + margin - outer.bottom;
    const above = inner.top - margin - outer.top;
    if (below > 0 || above < 0) box.scrollTop += above < 0 ? above : Math.min(below, above);
  }
}
