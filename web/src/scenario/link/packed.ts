/** Packed links: `s=1.…`, a bookmark, and `lesson=1.…`, a lesson's Markdown. */
import { parseBookmark, parseDocument } from '../parse';
import { refuse } from '../reading';
import { type Part, partsOf } from './keys';
import type { Opened, Readable, Refused } from './opened';
import { mostInflated, unpack } from './pack';
import { partialDocument } from './partial';
import { changed, damaged, isNewer, newer } from './problem';

export interface Packed {
  readonly key: 's' | 'lesson';
  readonly value: string;
  /** Other keys of the link. */
  readonly beside: readonly string[];
}

/** What of a link is packed; undefined when nothing is. */
export function packedIn(fragment: string): Packed | undefined {
  if (!/(?:^|&)(?:s|lesson)=/.test(fragment)) return undefined;
  const parts = partsOf(fragment);
  const own = parts.find(isPacked);
  if (!own) return undefined;
  if (parts.some((part) => part !== own && part.key === own.key)) refuse(own.key, 'is given twice');
  return { ...own, beside: parts.filter((part) => part !== own).map((part) => part.key) };
}

const isPacked = (part: Part): part is { key: Packed['key']; value: string } =>
  (part.key === 's' || part.key === 'lesson') && part.value !== undefined;

/** A link with hundreds of other keys gets no hundreds of notices. */
const mostNotices = 8;

/** Opens what has the right checksum; undefined when it has not. */
export function openPacked({ key, value, beside }: Packed): Opened | undefined {
  const unpacked = unpack(value);
  if (unpacked.kind === 'damaged') return undefined;
  if (unpacked.kind === 'newer') return refuse(key, newer);
  if (unpacked.kind === 'tooLarge') return refuse(key, `holds more than ${mostInflated / 1024} KiB`);
  const notices = beside.slice(0, mostNotices).map((name) => `${name.slice(0, 40)}: beside ${key}, left out`);
  if (key === 'lesson') return { kind: 'lesson', markdown: unpacked.text, notices };
  return { kind: 'bookmark', ...bookmarkIn(unpacked.text, notices) };
}

function bookmarkIn(json: string, notices: readonly string[]): Readable {
  const parsed = parseDocument(json);
  if (parsed.ok) return { bookmark: parsed.value, notices: [...notices, ...parsed.notices] };
  if (parsed.path.endsWith('version') && isNewer(parsed.message)) refuse('s', newer);
  const at = parsed.path === '' ? '' : `${parsed.path}: `;
  return refuse('s', `holds a document that is not right: ${at}${parsed.message}`);
}

/** A packed link with the wrong checksum, and what of it can be read nevertheless. */
export function openDamaged({ key, value }: Packed): Refused {
  const unpacked = key === 's' ? unpack(value) : undefined;
  const readable = unpacked?.kind === 'damaged' ? readableIn(unpacked.text) : undefined;
  return damaged(key, readable);
}

function readableIn(json: string): Readable | undefined {
  const partial = partialDocument(json);
  const parsed = partial && parseBookmark(partial.document);
  if (!parsed?.ok) return undefined;
  const missing = partial?.missing.map((key) => `${key}: did not arrive, taken from the start document`) ?? [];
  const cut = partial?.isCut ? ['The end of the link did not arrive.'] : [];
  return { bookmark: parsed.value, notices: [changed, ...missing, ...cut, ...parsed.notices] };
}
