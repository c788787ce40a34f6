/** Readable links that carry a checksum: what of a link has the right one. */
import { crcBefore, crcMore, crcStart } from './crc';
import { decoded, isKnown, keyOrder, type Part, partsOf } from './keys';

/** Keys that every generated link has. A data set stands for x and y. */
const always = ['v', 'net', 'w', 'loss', 'rule', 'alpha'];

/** What chat programs take for a part of the address, or put behind it. */
const trailing = /[)\].,;:!?'"*_>}|…”’»\\]$/;
const mostTrailing = 6;

/** `crc` and the text it is of; what stands before it is unknown, such as a tracker's key. */
const form = /^((?:[^&]*&)*?)crc=([\da-f]{8})&(.*)$/s;

export const carriesChecksum = (fragment: string): boolean => /(?:^|&)crc=/.test(fragment);

interface Checked {
  readonly parts: readonly Part[];
  /** Keys beside the link that are not its own. */
  readonly beside: readonly string[];
}

/** The part of a link that has its checksum; undefined when there is none, or it could be read in more than one way. */
export function checked(fragment: string): Checked | undefined {
  const [, before = '', claimed, text = ''] = form.exec(fragment) ?? [];
  if (claimed === undefined) return undefined;
  const own = lengthOfOwn(text, claimed);
  if (own === undefined) return undefined;
  const parts = partsOf(text.slice(0, own));
  const rest = [before.slice(0, -1), text.slice(own).replace(/^[^&]*&?/, '')];
  const beside = rest.flatMap((piece) => (piece === '' ? [] : partsOf(piece).map(({ key }) => key)));
  return isGenerated(parts) && !beside.some(isKnown) ? { parts, beside } : undefined;
}

/** How much of the text the checksum is of: all of it, or what stands before an & or before marks of the sentence around. */
function lengthOfOwn(text: string, claimed: string): number | undefined {
  const goal = crcBefore(claimed);
  let running = crcStart;
  let from = 0;
  for (const piece of text.split('&')) {
    const after = (own: string): number | undefined => {
      const plain = decoded(own);
      return plain === undefined ? undefined : crcMore(running, utf8(from === 0 ? plain : `&${plain}`));
    };
    const next = after(piece);
    const own = next === goal ? piece : withoutMarks(piece).find((shorter) => after(shorter) === goal);
    if (own !== undefined) return from + own.length;
    if (next === undefined) return undefined;
    running = next;
    from += piece.length + 1;
  }
  return undefined;
}

function withoutMarks(piece: string): string[] {
  const shorter: string[] = [];
  for (let rest = piece; shorter.length < mostTrailing && trailing.test(rest); ) {
    rest = rest.slice(0, -1);
    shorter.push(rest);
  }
  return shorter;
}

const encoder = new TextEncoder();
const utf8 = (text: string): Uint8Array => encoder.encode(text);

/**
 * As a generated link is: its keys in order, none missing that all have. The checksum is of decoded text, so an & inside a
 * title could otherwise pass for one between keys, or the other way round.
 */
function isGenerated(parts: readonly Part[]): boolean {
  const places = parts.map(({ key, value }) => (value === undefined ? -1 : keyOrder.indexOf(key)));
  const inOrder = places.every((place, k) => place > (places[k - 1] ?? 0));
  const keys = new Set(parts.map(({ key }) => key));
  return inOrder && always.every((key) => keys.has(key)) && (keys.has('data') || (keys.has('x') && keys.has('y')));
}
