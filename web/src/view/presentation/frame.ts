/** The page inside another one: what the window around it can ask, is told, and how a reader gets out. */
import { version } from '../../../../package.json';
import { openChannel } from '../../embed/channel';
import type { Host } from '../../embed/commands';
import { tellHeight } from '../../embed/height';
import type { Presentation } from '../../embed/presentation';
import type { Playground } from '../../state/playground';
import { openBookmark } from '../arrival/opening';
import type { PageState } from '../context';
import { dress } from './dress';
import { addressMaker } from './ownAddress';

/** @param bare without the locks, which keep only the reader from changing things */
export function connect(page: PageState, bare: Playground, { embed, origin }: Presentation, around: Window): void {
  // One was asked for that cannot be: then nobody is spoken to.
  if (origin === 'none') return;
  openChannel(hostOf(page, bare), around, origin);
  const app = document.querySelector('#app > div');
  if (embed && app) tellHeight(app, around, origin);
}

const hostOf = (page: PageState, bare: Playground): Host => ({
  playground: bare,
  version,
  state: async () => {
    const [{ kept }, addressNow] = await Promise.all([page.arrival(), addressMaker(page)]);
    return { scenario: bare.scenario.peek(), bookmark: kept().bookmark, url: addressNow() };
  },
  open: async (bookmark, notices) => {
    bare.dismissNotice();
    await openBookmark(bare, bookmark, notices, new AbortController().signal, () => {});
  },
  dress: (change) => dress(page, change),
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
