/** What an author pastes into another page. */
import type { Theme } from '../format/themes';
import { type LockId, lockIds, type PanelId } from '../scenario/ids';

export interface Embedding {
  /** Undefined = each reader's own choice. */
  readonly theme?: Theme | undefined;
  readonly hide: readonly PanelId[];
  readonly show: readonly PanelId[];
  readonly lock: readonly LockId[];
  readonly autoplay: boolean;
}

type Pair = readonly [key: string, value: string];

/** The keys of the query, and the attributes of the element. */
function pairsOf({ theme, hide, show, lock, autoplay }: Embedding): Pair[] {
  return [
    ...(theme ? [['theme', theme] as const] : []),
    ...(hide.length > 0 ? [['hide', hide.join(',')] as const] : []),
    ...(show.length > 0 ? [['show', show.join(',')] as const] : []),
    ...(lock.length > 0 ? [['lock', lock.length === lockIds.length ? '1' : lock.join(',')] as const] : []),
    ...(autoplay ? [['autoplay', '1'] as const] : []),
  ];
}

/** What stands between the page and the fragment. */
export const queryOf = (embedding: Embedding): string =>
  `?${[['embed', '1'] as Pair, ...pairsOf(embedding)].map(([key, value]) => `${key}=${value}`).join('&')}`;

/** What of a network and its page goes into the snippet. */
export interface Place {
  /** Address of the page, without query and fragment. */
  readonly page: string;
  /** `#…` */
  readonly fragment: string;
  readonly title: string;
  /** What the link under it says. */
  readonly link: string;
}

/** Pixels for the line that greets a new reader, and for those that ask: they come and go. */
const spare = 64;

/** A frame of fixed height, and under it a link for wherever the frame is taken out. */
export const frameSnippet = (embedding: Embedding, { page, fragment, title, link }: Place, height: number): string =>
  [
    `<iframe src="${escaped(page + queryOf(embedding) + fragment)}" title="${escaped(title)}"`,
    `  width="100%" height="${height + spare}" loading="lazy" allow="clipboard-write" style="border: 0"></iframe>`,
    `<p><a href="${escaped(page + fragment)}">${escaped(link)}</a></p>`,
  ].join('\n');

/** The same by the script that follows the height of the page; the link is for wherever scripts are taken out. */
export const elementSnippet = (embedding: Embedding, { page, fragment, title, link }: Place): string =>
  [
    `<script src="${escaped(new URL('embed/v1/embed.js', page).href)}" async></script>`,
    `<backprop-playground state="${escaped(fragment)}" title="${escaped(title)}"${pairsOf(embedding)
      .map(([key, value]) => ` ${key}="${escaped(value)}"`)
      .join('')}>`,
    `  <a href="${escaped(page + fragment)}">${escaped(link)}</a>`,
    '</backprop-playground>',
  ].join('\n');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&"<>]/g, (mark) => entities[mark] ?? mark);
