/**
 * Ways back from what mail and chat programs do to a link. None of them is trusted: each is only tried, and what opens is
 * what has the right checksum.
 */
import { decoded } from './keys';

/** What the link may have been, what came first. */
export function waysBack(fragment: string): readonly string[] {
  const once = fragment.replace(/[\t\r\n]/g, ''); // as every browser does with an address
  const twice = decoded(once) ?? once;
  const thrice = decoded(twice) ?? twice;
  const ways = [once, twice, thrice]
    .flatMap((way) => [way, withoutEntities(way)])
    .flatMap((way) => [way, withoutSpaces(way), way.replace(/\s/g, '')])
    .flatMap((way) => [way, way.replaceAll('+', '%20')]) // as forms write spaces; a link has no + of its own
    .flatMap((way) => [way, way.replace(/^#/, '')])
    .flatMap((way) => [way, way.replace(/[?#].*$/s, '')]);
  return [...new Set(ways)];
}

/**
 * A link without a checksum as it was written: lines joined, & as it is in HTML, and percent-decoded when even the = are
 * encoded.
 */
export function asWritten(fragment: string): string {
  let text = withoutEntities(fragment.replace(/[\t\r\n]/g, ''));
  for (let times = 0; times < 2 && !text.includes('='); times++) text = withoutEntities(decoded(text) ?? text);
  return text.replace(/^#/, '');
}

const withoutEntities = (text: string): string => text.replace(/&amp;|&#38;|&#x26;/gi, '&');

/** A broken line leaves spaces, which only a title may have. */
const withoutSpaces = (text: string): string =>
  text
    .split('&')
    .map((piece) => (piece.startsWith('title=') ? piece : piece.replace(/\s|%20|%0[9ad]/gi, '')))
    .join('&');
