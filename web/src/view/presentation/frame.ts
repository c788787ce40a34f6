/** The page inside another one: what the window around it can ask, is told, and how a reader gets out. */
import { version } from '../../../../package.json';
import { openChannel } from '../../embed/channel';
import { type Host, Refused } from '../../embed/commands';
import { tellHeight } from '../../embed/height';
import type { Presentation } from '../../embed/presentation';
import { lessonWords as words } from '../../format/strings/lesson';
import { openBookmark } from '../arrival/opening';
import type { PageState } from '../context';
import { listen } from '../lesson/tell';
import { dress } from './dress';
import { addressMaker } from './ownAddress';

export function connect(page: PageState, { embed, origin }: Presentation, around: Window): void {
  // One was asked for that cannot be: then nobody is spoken to.
  if (origin === 'none') return;
  openChannel(hostOf(page), around, origin);
  const app = document.querySelector('#app > div');
  if (embed && app) tellHeight(app, around, origin);
}

const hostOf = (page: PageState, { unguarded } = page): Host => ({
  playground: unguarded,
  version,
  state: async () => {
    const [{ kept }, addressNow] = await Promise.all([page.arrival(), addressMaker(page)]);
    return { scenario: unguarded.scenario.peek(), bookmark: kept().bookmark, url: addressNow() };
  },
  open: async (bookmark, notices) => {
    unguarded.dismissNotice();
    return openBookmark(unguarded, bookmark, notices, new AbortController().signal, () => {});
  },
  dress: (change) => dress(page, change),
  loadLesson: async (lesson) => {
    const [{ lessonsOn }, { sourceOf }] = await Promise.all([import('../lesson/lessons'), import('../lesson/source')]);
    const opened = await lessonsOn(page).load(sourceOf(lesson), 1, 'host');
    if (typeof opened === 'string') throw new Refused(opened, 'lesson');
    return opened;
  },
  turnTo: async (to) => {
    const { lessonsOn } = await import('../lesson/lessons');
    const { place, turn } = lessonsOn(page);
    const now = place();
    if (!now) throw new Refused(words.noneOpen);
    if (to > now.pages) throw new Refused(words.noPage(to, now.pages), 'page');
    await turn(to, 'host');
    return place() ?? now;
  },
  listen,
  drawing: async (format) => {
    const canvas = document.querySelector<HTMLElement>('section[data-part="diagram"] > div');
    if (!canvas || canvas.offsetWidth === 0) return undefined;
    const { drawingOf, textOf } = await import('../../export/drawing');
    const drawing = drawingOf(canvas);
    if (format === 'svg') return textOf(drawing);
    const { pngOf } = await import('../../export/png');
    return pngOf(textOf(drawing), Number(drawing.getAttribute('width')), Number(drawing.getAttribute('height')));
  },
});
