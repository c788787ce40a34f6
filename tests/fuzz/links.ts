/**
 * Mutated links into the decoder: it never throws, never takes long, what it opens makes a link that opens the same, and a
 * link that says it has a checksum opens only as what one of the originals held.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { canonical } from '../../web/src/scenario/canonical';
import { decodeFragment, type Initialise, type Opened } from '../../web/src/scenario/link/decode';
import { packedFragment, readableFragment } from '../../web/src/scenario/link/encode';
import { pack } from '../../web/src/scenario/link/pack';
import { parseDocument } from '../../web/src/scenario/parse';

/** Milliseconds of the processor that no link may take. */
const longest = 200;

/** SplitMix32: the same seed gives the same inputs. */
function randomOf(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomOf>;

/** Weights that depend on nothing but the seed: enough to see whether the same link opens the same. */
const initialise: Initialise = (s, { seed }) => ({
  ...s,
  layers: s.layers.map((layer, k) => ({
    ...layer,
    weights: layer.weights.map((row, j) => row.map((_, i) => Math.sin(seed + 100 * k + 10 * j + i))),
  })),
});

/** What a link may be torn into and put together from. */
const pieces = [
  ...['&', '=', '%', '#', ';', ',', ':', '.', '-', '+', '0', '1', 'e', ' ', '\n', '&amp;', '%26', '%3D', '%25', '%20'],
  ...['&w=', '&b=', '&net=2,2:relu,1:sigmoid', '&x=1,2', '&y=', '&title=', '&init=he:1', '&data=xor:4:0:1', '&crc='],
  ...['crc=00000000&', '&s=1.', '&lesson=1.', '&v=2', '&utm_source=x', '__proto__=1&', '&frozen=w1', '&pick=a1', ').'],
  ...['-0', '5e-324', '1e999', '1e308', 'NaN', '%E2%82%AC', '%ff', '\ud800', '\u0000', '😀', '99999999999999999999'],
];

type Mutation = (link: string, random: Random, others: readonly string[]) => string;

const cut = (text: string, random: Random): [string, string] => {
  const at = random(text.length + 1);
  return [text.slice(0, at), text.slice(at)];
};

const mutations: readonly Mutation[] = [
  (link, random) => cut(link, random)[0],
  (link, random) => cut(link, random)[1],
  (link, random) => cut(link, random).join(String.fromCharCode(random(128))),
  (link, random) => cut(link, random).join(pieces[random(pieces.length)]),
  (link, random) => {
    const [before, after] = cut(link, random);
    return before + after.slice(1 + random(4));
  },
  (link, random) => {
    const [before, after] = cut(link, random);
    return before + String.fromCharCode(32 + random(96)) + after.slice(1);
  },
  (link, random, others) => cut(link, random)[0] + cut(others[random(others.length)] ?? '', random)[1],
  (link, random) => {
    const keys = link.split('&');
    keys.splice(random(keys.length), 1, ...keys.splice(random(keys.length), 1 + random(2)));
    return keys.join('&');
  },
  (link) => encodeURIComponent(link.replace(/\p{Surrogate}/gu, '')),
  (link) => link.replaceAll('&', '&amp;'),
  (link) => {
    try {
      return decodeURIComponent(link);
    } catch {
      return link;
    }
  },
];

/** Canonical JSON with a piece changed, and the checksum of what it has become: what damage cannot make, but a person can. */
function forged(json: string, random: Random): string {
  const [before, after] = cut(json, random);
  const piece =
    ['[', ']', '{', '}', '"', ',', ':', '1', '-0', '1e999', 'null', '"__proto__":1,', '\\'][random(13)] ?? '';
  return `#${random(8) === 0 ? 'lesson' : 's'}=${pack(before + piece + after.slice(random(3)))}`;
}

interface Corpus {
  readonly links: readonly string[];
  readonly documents: readonly string[];
  /** Canonical JSON of what the links that carry a checksum hold. */
  readonly held: ReadonlySet<string>;
}

async function corpusOf(folder: string): Promise<Corpus> {
  const names = readdirSync(folder).sort();
  const links = names
    .filter((name) => name.endsWith('.link'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8').trim());
  const bookmarks = names
    .filter((name) => name.endsWith('.opens.json'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  return {
    links,
    documents: bookmarks.map((text) => text.trim()),
    held: new Set(bookmarks.map((text) => text.trim())),
  };
}

/** What is wrong with what a link opened as, or undefined. */
async function problemOf(
  link: string,
  opened: Opened,
  held: ReadonlySet<string>,
  isForged: boolean,
): Promise<string | undefined> {
  if (opened.kind === 'refused') {
    if (!/^(In the link, “.*” |The link is too long).*\.$/su.test(opened.message)) return `says ${opened.message}`;
    return opened.readable && (await unlike(opened.readable.bookmark));
  }
  if (opened.kind !== 'bookmark') return undefined;
  const claims = /(?:^#?|&)(?:crc|s)=/.test(link);
  if (claims && !isForged && !held.has(canonical(opened.bookmark))) return 'opens as what no link of the corpus holds';
  return unlike(opened.bookmark);
}

/** What is wrong with the links to a bookmark, or undefined. */
async function unlike(bookmark: Extract<Opened, { kind: 'bookmark' }>['bookmark']): Promise<string | undefined> {
  const parsed = parseDocument(canonical(bookmark));
  if (!parsed.ok || !isDeepStrictEqual(parsed.value, bookmark)) return 'opens as a bookmark that parse would not give';
  for (const fragment of [readableFragment(bookmark), packedFragment(bookmark)]) {
    if (fragment === undefined) continue;
    const again = await decodeFragment(fragment, initialise);
    if (again.kind !== 'bookmark' || !isDeepStrictEqual(again.bookmark, bookmark))
      return `is not what ${fragment} opens as`;
  }
  return undefined;
}

interface Report {
  readonly opened: number;
  readonly slowest: number;
  readonly findings: readonly string[];
}

/** @param folder of the golden links */
export async function fuzzLinks(folder: string, inputs: number, seed: number): Promise<Report> {
  const { links, documents, held } = await corpusOf(folder);
  const random = randomOf(seed);
  const findings: string[] = [];
  let opened = 0;
  let slowest = 0;
  for (let n = 0; n < inputs && findings.length < 10; n++) {
    const isForged = random(5) === 0;
    let link = isForged
      ? forged(documents[random(documents.length)] ?? '', random)
      : (links[random(links.length)] ?? '');
    for (let times = random(isForged ? 2 : 4) + (isForged ? 0 : 1); times > 0; times--) {
      link = mutations[random(mutations.length)]?.(link, random, links) ?? link;
    }
    const from = process.cpuUsage();
    try {
      const result = await decodeFragment(link, initialise);
      const { user, system } = process.cpuUsage(from);
      slowest = Math.max(slowest, (user + system) / 1000);
      if ((user + system) / 1000 > longest)
        findings.push(`takes ${(user + system) / 1000} ms: ${JSON.stringify(link)}`);
      if (result.kind === 'bookmark') opened++;
      const problem = await problemOf(link, result, held, isForged);
      if (problem !== undefined) findings.push(`${problem}: ${JSON.stringify(link)}`);
    } catch (error) {
      findings.push(`throws ${error instanceof Error ? error.stack : error}: ${JSON.stringify(link)}`);
    }
  }
  return { opened, slowest, findings };
}
