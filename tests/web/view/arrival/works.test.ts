import { describe, expect, test } from 'vitest';
import { bookmarkOf, startBookmark } from '../../../../web/src/scenario/start';
import { type Shelf, shelfIn } from '../../../../web/src/view/arrival/shelf';
import { createWorks } from '../../../../web/src/view/arrival/works';
import { wide } from '../../state/stage';

/** A storage with room for so many characters. */
function storage(room = Number.POSITIVE_INFINITY) {
  const held = new Map<string, string>();
  const used = () => [...held].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  const like = {
    get length() {
      return held.size;
    },
    key: (n: number) => [...held.keys()][n] ?? null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => {
      const before = held.get(key);
      held.set(key, text);
      if (used() <= room) return;
      if (before === undefined) held.delete(key);
      else held.set(key, before);
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: (key: string) => void held.delete(key),
    clear: () => held.clear(),
  } satisfies Storage;
  return { shelf: shelfIn(() => like), held };
}

function worksIn(shelf: Shelf) {
  let time = 1_000;
  return createWorks(shelf, () => ++time);
}

const other = { ...bookmarkOf(wide), steps: 7 };

describe('works', () => {
  test('are read back as they were written, with the addresses and the work they came over', () => {
    const works = worksIn(storage().shelf);
    const minusZero = { ...other, start: { ...wide, examples: [{ inputs: [-0, 5e-324], targets: [1] }] } };
    works.write('a', { bookmark: minusZero, addresses: ['#w=1', ''], before: 'z' });
    const { work } = works.read('a');
    expect(work).toEqual({ bookmark: minusZero, addresses: ['#w=1', ''], before: 'z' });
    expect(Object.is(work?.bookmark.start.examples?.[0]?.inputs[0], -0)).toBe(true);
  });

  test('keep their last two states, and the one saved last comes first', () => {
    const { shelf, held } = storage();
    const works = worksIn(shelf);
    for (const steps of [1, 2, 3]) works.write('a', { bookmark: { ...other, steps }, addresses: [] });
    works.write('b', { bookmark: startBookmark, addresses: [] });
    expect(works.ids()).toEqual(['b', 'a']);
    expect(works.read('a').work?.bookmark.steps).toBe(3);
    const texts = [...held].filter(([key]) => key.includes('.a.')).map(([, text]) => text);
    expect(texts.map((text) => JSON.parse(text).bookmark.steps).sort()).toEqual([2, 3]);
  });

  for (const [what, spoil] of [
    ['cut off', (text: string) => text.slice(0, -9)],
    ['no JSON', () => 'x'],
    ['of a shape that no network has', (text: string) => text.replace('"weights":[[', '"weights":[[[')],
    ['from a newer version', (text: string) => text.replace('"version":1', '"version":2')],
    ['empty', () => ''],
    ['null', () => 'null'],
  ] as const) {
    test(`a state that is ${what} is put aside as it was, and the one before it is read`, () => {
      const { shelf, held } = storage();
      const works = worksIn(shelf);
      for (const steps of [1, 2]) works.write('a', { bookmark: { ...other, steps }, addresses: [] });
      const [last = ''] = [...held].find(([, text]) => text.includes('"steps":2')) ?? [];
      const spoilt = spoil(held.get(last) ?? '');
      held.set(last, spoilt);
      const { work, aside } = works.read('a');
      expect(work?.bookmark.steps).toBe(1);
      expect(aside).toHaveLength(1);
      expect(held.get(aside[0] ?? '')).toBe(spoilt);
      expect(held.has(last)).toBe(false);
      expect(works.read('a')).toEqual({ work, aside: [] });
    });
  }

  test('where there is room for one state only, the newest is kept; where for none, the one before it', () => {
    const size = JSON.stringify(other).length + 250;
    const { shelf } = storage(size);
    const works = worksIn(shelf);
    for (const steps of [1, 2, 3])
      expect(works.write('a', { bookmark: { ...other, steps }, addresses: [] })).toBe(true);
    expect(works.read('a').work?.bookmark.steps).toBe(3);
    const tooLong = { ...other, start: { ...wide, title: 'x'.repeat(size) } };
    expect(works.write('a', { bookmark: tooLong, addresses: [] })).toBe(false);
    expect(works.read('a').work?.bookmark.steps).toBe(3);
  });

  test('a storage that is refused keeps nothing, and says so', () => {
    const works = worksIn(
      shelfIn(() => {
        throw new DOMException('no', 'SecurityError');
      }),
    );
    expect(works.write('a', { bookmark: other, addresses: [] })).toBe(false);
    expect(works.ids()).toEqual([]);
    expect(works.read('a')).toEqual({ aside: [] });
  });
});
