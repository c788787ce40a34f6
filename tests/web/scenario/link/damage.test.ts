// What mail and chat programs do to a link: it opens as what was sent, or is refused with a sentence that says so.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { decodeFragment } from '../../../../web/src/scenario/link/decode';
import { packedFragment, readableFragment } from '../../../../web/src/scenario/link/encode';
import { pack } from '../../../../web/src/scenario/link/pack';
import { firstWeight } from '../../../../web/src/scenario/refs';
import { startNotation } from '../../../../web/src/scenario/start';
import type { Bookmark, WrittenScenario } from '../../../../web/src/scenario/types';
import { chain, noDrawing, open, remembering, wide } from './stage';

interface Sent {
  readonly name: string;
  readonly link: string;
  readonly bookmark: Bookmark<WrittenScenario>;
}

const sent: Sent[] = Object.entries({ chain, wide, remembering }).flatMap(([name, bookmark]) => {
  const readable = readableFragment(bookmark);
  const packed = { name: `${name}, packed`, link: packedFragment(bookmark), bookmark };
  return readable === undefined ? [packed] : [{ name: `${name}, readable`, link: readable, bookmark }, packed];
});

/** Damaged links that open as something else than what was sent, or are refused without saying why. */
async function wrongOf(links: Iterable<string>, { bookmark }: Sent): Promise<string[]> {
  const wrong: string[] = [];
  for (const link of links) {
    const opened = await decodeFragment(link, noDrawing);
    const isWhole = opened.kind === 'bookmark' && isDeepStrictEqual(opened.bookmark, bookmark);
    const isPlain = opened.kind === 'refused' && /^In the link, “.*” .*\.$/.test(opened.message);
    if (!isWhole && !isPlain) wrong.push(`${link} ${JSON.stringify(opened)}`);
  }
  return wrong;
}

function* changedAnywhere(link: string): Generator<string> {
  for (let at = 1; at < link.length; at++) {
    for (const other of ['A', '0', '9', '&', '=', '%', ' ']) {
      if (other !== link[at]) yield link.slice(0, at) + other + link.slice(at + 1);
    }
  }
}

describe.each(sent)('a link ($name)', (it) => {
  const lengths = Array.from({ length: it.link.length - 2 }, (_, k) => k + 2);

  test('that is cut is refused, whatever its length', async () => {
    const cut = lengths.map((length) => it.link.slice(0, length));
    expect(await wrongOf(cut, it)).toEqual([]);
    for (const link of cut) expect((await open(link)).kind).toBe('refused');
  });

  test('that is cut and has a mark or a tracker behind it is refused, whatever its length', async () => {
    for (const behind of [').', '&utm_source=mail', '…', '&']) {
      const cut = lengths.map((length) => it.link.slice(0, length) + behind);
      expect(await wrongOf(cut, it)).toEqual([]);
    }
  });

  test('with one other character, wherever, opens whole or is refused', async () => {
    expect(await wrongOf(changedAnywhere(it.link), it)).toEqual([]);
  });

  test('with one character left out or twice, wherever, opens whole or is refused', async () => {
    const without = lengths.map((at) => it.link.slice(0, at - 1) + it.link.slice(at));
    const twice = lengths.map((at) => it.link.slice(0, at) + it.link.slice(at - 1));
    expect(await wrongOf([...without, ...twice], it)).toEqual([]);
  });

  const wrapped = (link: string, mark: string) => link.replace(/.{72}(?=.)/g, `$&${mark}`);
  const readableTitle = /title=[^&]*/.exec(it.link)?.[0] ?? '';
  const beforeTitle = wrapped(it.link.replace(readableTitle, ''), ' ');

  test.each<[string, string]>([
    ['a closing bracket and a full stop behind it', `${it.link}).`],
    ['a comma behind it', `${it.link},`],
    ['angle brackets around it', `${it.link}>`],
    ['a quotation mark and an exclamation mark behind it', `${it.link}”!`],
    ["a tracker's keys behind it", `${it.link}&utm_source=chat&utm_medium=x`],
    ["a tracker's key without a value", `${it.link}&fbclid`],
    ["a tracker's query behind it", `${it.link}?utm_source=chat`],
    ['a tracker before it', `#utm_source=chat&${it.link.slice(1)}`],
    ['a tracker and a full stop behind it', `${it.link}&utm_source=chat.`],
    ['broken lines', wrapped(it.link, '\n')],
    ['broken lines of another system', wrapped(it.link, '\r\n')],
    ['broken lines that became spaces', wrapped(it.link, ' ')],
    ['a space behind it', `${it.link} `],
    ['an encoded space behind it', `${it.link}%20`],
    ['& written as in HTML', it.link.replaceAll('&', '&amp;')],
    ['& written as in HTML by its number', it.link.replaceAll('&', '&#38;')],
    ['everything percent-encoded', `#${encodeURIComponent(it.link.slice(1))}`],
    ['everything percent-encoded with its #', encodeURIComponent(it.link)],
    ['everything percent-encoded twice', `#${encodeURIComponent(encodeURIComponent(it.link.slice(1)))}`],
    ['its % encoded once more', it.link.replaceAll('%', '%25')],
    ['some marks encoded', it.link.replace(/[,;:.]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)],
    ['its lines joined, percent-encoded and a full stop behind it', `${encodeURIComponent(wrapped(it.link, '\n'))}.`],
    ['spaces as forms write them', it.link.replaceAll('%20', '+')],
    ['no #', it.link.slice(1)],
  ])('with %s opens whole', async (_, link) => {
    const opened = await open(link);
    expect(opened).toMatchObject({ kind: 'bookmark' });
    expect(opened.kind === 'bookmark' && opened.bookmark).toStrictEqual(it.bookmark);
  });

  test('with lines that became encoded spaces opens whole where they are not in the title', async () => {
    const opened = await open(beforeTitle.replace('&v=1&', `&v=1&${readableTitle}`).replaceAll(' ', '%20'));
    expect(opened.kind === 'bookmark' && opened.bookmark).toStrictEqual(it.bookmark);
  });

  test('that was percent-decoded on its way opens whole, or is refused where its title reads as keys', async () => {
    expect(await wrongOf([decodeURIComponent(it.link), decodeURIComponent(it.link).replaceAll(' ', '+')], it)).toEqual(
      [],
    );
  });

  test('with known keys behind it opens as it was sent or is refused', async () => {
    const isPacked = it.link.startsWith('#s=');
    const opened = await open(`${it.link}&alpha=2`);
    if (isPacked) expect(opened).toMatchObject({ bookmark: it.bookmark, notices: ['alpha: beside s, left out'] });
    else expect(opened).toMatchObject({ kind: 'refused', key: 'crc' });
  });
});

test('a title that was a key once decoded does not become one', async () => {
  for (const title of ['A&ex=1', 'A&digits=9', 'A&new=1', 'A&net=1,1:relu', 'A&title=B', '&', '=&=']) {
    const bookmark = { ...chain, start: { ...chain.start, title } };
    const link = readableFragment(bookmark) ?? '';
    expect(await open(link)).toStrictEqual({ kind: 'bookmark', bookmark, notices: [] });
    expect(await open(decodeURIComponent(link))).toMatchObject({ kind: 'refused' });
  }
});

test('a link whose checksum or packing has lost its name is not taken for one written by hand', async () => {
  const cut = (readableFragment(chain) ?? '').slice(0, -12);
  expect(await open(cut.replace('crc=', 'drc='))).toMatchObject({ kind: 'refused', key: 'crc' });
  expect(await open(`${packedFragment(chain).replace('s=', 't=')}&alpha=2`)).toMatchObject({
    kind: 'refused',
    key: 's',
  });
});

test('half a character in an address is what a browser makes of it', async () => {
  const opened = await open('#title=a\ud800b');
  expect(opened.kind === 'bookmark' && opened.bookmark.start.title).toBe('a\ufffdb');
});

test('two packed bookmarks in one link are refused', async () => {
  const link = packedFragment(chain);
  const message = 'In the link, “s” is given twice.';
  expect(await open(`${link}&${link.slice(1)}`)).toStrictEqual({ kind: 'refused', key: 's', message });
});

test('a separator that was encoded on its way does not make keys a part of the title', async () => {
  const bookmark = { ...chain, start: { ...chain.start, title: 'A' } };
  const link = readableFragment(bookmark) ?? '';
  const encoded = [...link.matchAll(/&\w+=/g)].map(([key]) =>
    link.replace(key, key.replace('&', '%26').replace('=', '%3D')),
  );
  expect(encoded.length).toBeGreaterThan(10);
  expect(await wrongOf(encoded, { name: 'A', link, bookmark })).toEqual([]);
});

describe('of a link that is cut, what is readable', () => {
  const readable = async (link: string) => {
    const opened = await open(link);
    return opened.kind === 'refused' ? opened.readable : undefined;
  };

  test('is every key but the last, which may be cut too; what has not arrived is said', async () => {
    const link = readableFragment(chain) ?? '';
    const cut = link.slice(0, link.indexOf('&step=12') + '&step=1'.length);
    const rest = await readable(cut);
    expect(rest?.bookmark).toStrictEqual({ ...chain, steps: 0, pick: firstWeight, notation: startNotation });
    expect(rest?.notices).toEqual([
      'The link is incomplete or was changed on its way: what is open may not be what was sent.',
      'step: may be cut off, left out',
    ]);
    const early = await readable(link.slice(0, link.indexOf('&rule=')));
    expect(early?.notices.slice(1)).toEqual([
      'loss: may be cut off, left out',
      'rule: did not arrive, taken from the start document',
      'alpha: did not arrive, taken from the start document',
    ]);
  });

  test('is told with the keys that damage has made useless', async () => {
    const rest = await readable((readableFragment(chain) ?? '').replace('&y=1', '&x=1').replace('&loss=', '&los='));
    expect(rest?.notices.slice(1)).toEqual([
      'digits: may be cut off, left out',
      'x: given twice, left out',
      'los: not a key this page knows, left out',
      'y: did not arrive, taken from the start document',
      'loss: did not arrive, taken from the start document',
    ]);
  });

  test('is nothing without the network and all its weights, which is said', async () => {
    const link = readableFragment(wide) ?? '';
    for (const cut of [link.slice(0, link.indexOf('&b=')), link.slice(0, link.indexOf('&w=')), '#crc=12345678&v=1']) {
      expect(await open(cut)).toStrictEqual({
        kind: 'refused',
        key: 'crc',
        message:
          'In the link, “crc” does not match: the link is incomplete or was changed on its way. Nothing in it can be opened.',
      });
    }
  });

  test.each([
    ['chain', chain],
    ['wide', wide],
  ])('is, of a packed one, what is whole of the bookmark from its network and examples on (%s)', async (_, it) => {
    const link = packedFragment(it);
    const offered = await Promise.all(link.split('').map((_, length) => readable(link.slice(0, length))));
    const some = offered.flatMap((rest) => (rest ? [rest] : []));
    expect(some.length).toBeGreaterThan(20);
    for (const { bookmark, notices } of some) {
      expect(bookmark.start.layers).toStrictEqual(it.start.layers);
      expect(bookmark.start.examples).toStrictEqual(it.start.examples);
      expect([it.pick, firstWeight]).toContainEqual(bookmark.pick);
      expect(notices[0]).toContain('incomplete');
    }
    expect(some[0]?.notices.join()).toContain('descent: did not arrive');
    expect(some.at(-1)?.bookmark).toStrictEqual(it);
  });

  test('is nothing of a lesson', async () => {
    const link = `#lesson=${pack('# A lesson')}`;
    expect(await open(link.slice(0, -1))).toStrictEqual({
      kind: 'refused',
      key: 'lesson',
      message:
        'In the link, “lesson” does not match: the link is incomplete or was changed on its way. Nothing in it can be opened.',
    });
  });
});
