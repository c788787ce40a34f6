/**
 * Packed text: `1.<payload>.<crc32>`, the payload deflated and in base64url, the checksum of the text. Inflating stops as
 * soon as it goes beyond what a link may hold, so that a small link cannot ask for much memory.
 */
import { deflateSync, Inflate } from 'fflate';
import { fromBase64url, toBase64url } from './base64url';
import { crc32 } from './crc';

/** Bytes that a packed link may hold. */
export const mostInflated = 1_048_576;

/** Bytes inflated at once; deflate makes at most 1,032 times as much of them. */
const atOnce = 512;

export function pack(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return `1.${toBase64url(deflateSync(bytes, { level: 9 }))}.${crc32(bytes)}`;
}

type Unpacked =
  | { readonly kind: 'whole'; readonly text: string }
  /** `text` is what could be inflated. */
  | { readonly kind: 'damaged'; readonly text: string }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'newer' };

/** A number that begins a packed text is its version. What follows the checksum does not belong to it. */
const form = /^(?:(\d+)(?:\.([\w-]*)(?:\.([\da-f]{8})?)?)?)?/;

export const looksPacked = (value: string): boolean => /^\d+\.[\w-]+\.[\da-f]*/.test(value);

export function unpack(value: string): Unpacked {
  const [, version = '', payload = '', checksum] = form.exec(value) ?? [];
  if (Number(version) > 1) return { kind: 'newer' };
  const bytes = inflated(fromBase64url(payload));
  if (bytes === undefined) return { kind: 'tooLarge' };
  const text = utf8(bytes);
  if (version === '1' && text !== undefined && crc32(bytes) === checksum) return { kind: 'whole', text };
  return { kind: 'damaged', text: new TextDecoder().decode(bytes) };
}

/** UTF-8 with its byte order mark, if it has one: the text that was packed. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** As far as it can be inflated; undefined when that is too much. */
function inflated(deflated: Uint8Array): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    length += piece.length;
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < deflated.length && length <= mostInflated; at += atOnce) {
      stream.push(deflated.subarray(at, at + atOnce));
    }
  } catch {
    // Not deflated, from here on.
  }
  return length <= mostInflated ? joined(pieces, length) : undefined;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
