/**
 * How the page presents itself, as its query asks: what is hidden, what is locked, which look. The query never holds the
 * network; that is the fragment's. A bad value counts as absent and leaves a notice.
 */
import { presentationWords as words } from '../format/strings/presentation';
import { type Theme, themes } from '../format/themes';
import { type LockId, lockIds, type PanelId, panelIds } from '../scenario/ids';

export interface Presentation {
  /** A compact page inside another one. */
  readonly embed: boolean;
  /** Absent = the reader's own choice. */
  readonly theme?: Theme;
  /** What is not on the page. */
  readonly hidden: readonly PanelId[];
  /** What was asked for by name: a view that opens on demand is open from the start. */
  readonly shown: readonly PanelId[];
  readonly locked: readonly LockId[];
  readonly autoplay: boolean;
  readonly motion: boolean;
  /** The only origin that messages are exchanged with; 'none' = one was asked for that cannot be, so no messages at all. */
  readonly origin?: string;
  readonly lesson?: string;
  /** From 1. */
  readonly page?: number;
  readonly notices: readonly string[];
}

/** What leads away from the page that embeds it, or is that page's own business; `show` brings it back. */
export const hiddenWhenEmbedded: readonly PanelId[] = ['examples', 'lessons', 'share', 'embed', 'document'];

/** What mail programs and social networks append to a link. */
const appended = /^(?:utm_\w*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|si|ref)$/;

const keys = ['embed', 'theme', 'hide', 'show', 'lock', 'autoplay', 'motion', 'origin', 'lesson', 'page'] as const;
type Key = (typeof keys)[number];

export function readPresentation(query: string): Presentation {
  const notices: string[] = [];
  const given = valuesOf(query, notices);

  /** `read` gives undefined for a value that it cannot take. */
  const take = <T>(key: Key, read: (value: string) => T | undefined, expects: string): T | undefined => {
    const value = given.get(key);
    if (value === undefined) return undefined;
    const taken = read(value);
    if (taken === undefined) notices.push(words.bad(key, value, expects));
    return taken;
  };
  const flag = (key: Key): boolean | undefined => take(key, readFlag, words.flag);
  const listed = <T extends string>(key: Key, ids: readonly T[]): readonly T[] =>
    named(given.get(key) ?? '', ids, (name) => notices.push(words.unknownId(key, name, ids)));

  const embed = flag('embed') ?? false;
  const theme = take('theme', (value) => themes.find((known) => known === value), words.oneOf(themes));
  const hide = listed('hide', panelIds);
  const shown = listed('show', panelIds);
  const lock = given.get('lock');
  const whole = lock === undefined ? undefined : readFlag(lock);
  const locked = whole === undefined ? listed('lock', lockIds) : whole ? lockIds : [];
  const origin = take('origin', readOrigin, words.origin) ?? (given.has('origin') ? 'none' : undefined);
  const lesson = take('lesson', (value) => value || undefined, words.lessonName);
  const page = take('page', readPage, words.page);
  return {
    embed,
    ...(theme && { theme }),
    hidden: withoutShown([...(embed ? hiddenWhenEmbedded : []), ...hide], shown),
    shown,
    locked,
    autoplay: flag('autoplay') ?? false,
    motion: flag('motion') ?? true,
    ...(origin !== undefined && { origin }),
    ...(lesson !== undefined && { lesson }),
    ...(page !== undefined && { page }),
    notices,
  };
}

/** What `hide` and `show` of a message or a lesson make of what is hidden: `show` has the last word. */
export const withoutShown = (hidden: readonly PanelId[], shown: readonly PanelId[]): readonly PanelId[] =>
  [...new Set(hidden)].filter((id) => !shown.includes(id));

function valuesOf(query: string, notices: string[]): ReadonlyMap<Key, string> {
  const values = new Map<Key, string>();
  for (const part of query.replace(/^\?/, '').split('&')) {
    const [name = '', ...rest] = part.split('=');
    const key = keys.find((known) => known === name);
    if (name === '' || appended.test(name)) continue;
    const value = decoded(rest.join('='));
    if (!key) notices.push(words.unknownKey(name, keys));
    else if (values.has(key)) notices.push(words.twice(key));
    else if (rest.length === 0 || value === undefined) notices.push(words.unreadable(key));
    else values.set(key, value);
  }
  return values;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The known ones of a list of names; `unknown` is told the others. */
function named<T extends string>(list: string, ids: readonly T[], unknown: (name: string) => void): readonly T[] {
  const found = new Set<T>();
  for (const name of list.split(',').filter(Boolean)) {
    const id = ids.find((known) => known === name);
    if (id) found.add(id);
    else unknown(name);
  }
  return [...found];
}

const readFlag = (value: string): boolean | undefined => (value === '1' ? true : value === '0' ? false : undefined);

/** Scheme, host and port, nothing after them. */
function readOrigin(value: string): string | undefined {
  try {
    return /^https?:/.test(value) && new URL(value).origin === value ? value : undefined;
  } catch {
    return undefined;
  }
}

function readPage(value: string): number | undefined {
  const page = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  return page > 0 ? page : undefined;
}
