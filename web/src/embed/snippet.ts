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
  readonly motion: boolean;
  /** The name of one that comes with the page. */
  readonly lesson?: string | undefined;
}

type Pair = readonly [key: string, value: string];

/** The keys of the query, and the attributes of the element. */
function pairsOf({ theme, hide, show, lock, autoplay, motion, lesson }: Embedding): Pair[] {
  return [
    ...(theme ? [['theme', theme] as const] : []),
    ...(hide.length > 0 ? [['hide', hide.join(',')] as const] : []),
    ...(show.length > 0 ? [['show', show.join(',')] as const] : []),
    ...(lock.length > 0 ? [['lock', lock.length === lockIds.length ? '1' : lock.join(',')] as const] : []),
    ...(autoplay ? [['autoplay', '1'] as const] : []),
    ...(motion ? [] : [['motion', '0'] as const]),
    ...(lesson ? [['lesson', lesson] as const] : []),
  ];
}

/** What stands between the page and the fragment. */
export const queryOf = (embedding: Embedding): string =>
  `?${[['embed', '1'] as Pair, ...pairsOf(embedding)].map(([key, value]) => `${key}=${value}`).join('&')}`;

/** What of a network, or a lesson, and its page goes into the snippet. */
interface Place {
  /** Address of the page, without query and fragment. */
  readonly page: string;
  /** `#…`, or nothing. */
  readonly fragment: string;
  /** The only one to exchange messages with; the script names that of its page by itself. */
  readonly origin?: string | undefined;
  readonly title: string;
  /** What the link under it says. */
  readonly link: string;
}

/** Pixels for the line that greets a new reader, and for those that ask: they come and go. */
const spare = 64;

/** Opens the same in a window of its own. */
const linkOf = ({ lesson }: Embedding, { page, fragment, link }: Place): string =>
  `<a href="${escaped(page + (lesson ? `?lesson=${lesson}` : '') + fragment)}">${escaped(link)}</a>`;

/** A frame of fixed height, and under it a link for wherever the frame is taken out. */
export function frameSnippet(embedding: Embedding, place: Place, height: number): string {
  const { page, fragment, title, origin } = place;
  const query = queryOf(embedding) + (origin ? `&origin=${origin}` : '');
  return [
    `<iframe src="${escaped(page + query + fragment)}" title="${escaped(title)}"`,
    `  width="100%" height="${height + spare}" loading="lazy" allow="clipboard-write" style="border: 0"></iframe>`,
    `<p>${linkOf(embedding, place)}</p>`,
  ].join('\n');
}

/** The same by the script that follows the height of the page; the link is for wherever scripts are taken out. */
export function elementSnippet(embedding: Embedding, place: Place): string {
  const { page, fragment, title } = place;
  const attributes: Pair[] = [
    ...(fragment ? [['state', fragment] as const] : []),
    ['title', title],
    ...pairsOf(embedding),
  ];
  return [
    `<script src="${escaped(new URL('embed/v1/embed.js', page).href)}" async></script>`,
    `<backprop-playground${attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>`,
    `  ${linkOf(embedding, place)}`,
    '</backprop-playground>',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&"<>]/g, (mark) => entities[mark] ?? mark);
