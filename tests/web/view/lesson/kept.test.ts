import { expect, test } from 'vitest';
import { startBookmark, startNotation } from '../../../../web/src/scenario/start';
import { isLesson } from '../../../../web/src/view/arrival/links';
import type { Shelf } from '../../../../web/src/view/arrival/shelf';
import { type Kept, keep, readKept, readOpen } from '../../../../web/src/view/lesson/kept';
import { keptKey } from '../../../../web/src/view/lesson/keptKey';
import { notationFor } from '../../../../web/src/view/lesson/notationFor';
import { sameSource, sourceOf } from '../../../../web/src/view/lesson/source';

function shelf(): Shelf {
  const texts = new Map<string, string>();
  return {
    available: () => true,
    keys: () => [...texts.keys()],
    read: (key) => texts.get(key),
    write: (key, text) => texts.set(key, text).has(key),
    remove: (key) => texts.delete(key),
  };
}

const kept: Kept = {
  source: { markdown: '# One' },
  progress: { page: 2, seen: [1, 2], asks: { '1': { tries: 2, correct: true, left: false } } },
  given: { '1': { answer: { kind: 'number', text: '−0.2' }, verdict: { correct: false, slips: ['forgotInput'] } } },
  before: startBookmark,
};

test('each lesson is kept with page, answers and the work it came over; one that is closed opens no more by itself', () => {
  const tab = shelf();
  expect(readOpen(tab)).toBeUndefined();
  keep(kept, tab);
  expect(readOpen(tab)).toEqual(kept);
  const other: Kept = { ...kept, source: { id: 'nudge' } };
  keep(other, tab);
  expect(readOpen(tab)).toEqual(other);
  expect(readKept(kept.source, tab)).toEqual(kept);
  keep({ ...other, closed: true }, tab);
  expect(readOpen(tab)).toBeUndefined();
  expect(readKept(other.source, tab)).toEqual({ ...other, closed: true });
});

test('what is kept and cannot be read is no lesson; an answer that cannot is left out', () => {
  const tab = shelf();
  keep(kept, tab);
  const place = tab.read(keptKey) ?? '';
  for (const text of [
    'x',
    '7',
    'null',
    '{}',
    '{"source":{"id":7}}',
    JSON.stringify({ ...kept, progress: { page: 'x' } }),
    JSON.stringify({ ...kept, progress: { page: 1, seen: 3, asks: {} } }),
  ]) {
    tab.write(place, text);
    expect(readOpen(tab), text).toBeUndefined();
  }
  tab.write(place, JSON.stringify({ ...kept, source: { markdown: '# Two' } }));
  expect(readKept(kept.source, tab)).toBeUndefined();
  const odd = { ...kept, given: { ...kept.given, '2': null, '3': { answer: 7 } }, before: { version: 9 } };
  tab.write(place, JSON.stringify(odd));
  expect(readOpen(tab)).toEqual({ source: kept.source, progress: kept.progress, given: kept.given });
});

test('two sources are the same by name or by text', () => {
  expect(sameSource({ id: 'nudge' }, { id: 'nudge' })).toBe(true);
  expect(sameSource({ markdown: 'a' }, { markdown: 'a' })).toBe(true);
  expect(sameSource({ markdown: 'a' }, { markdown: 'b' })).toBe(false);
  expect(sameSource({ id: 'a' }, { markdown: 'a' })).toBe(false);
});

test('a single word names a lesson, anything more is one', () => {
  expect(sourceOf('nudge')).toEqual({ id: 'nudge' });
  for (const text of ['# One', 'two words', 'a\n', '']) expect(sourceOf(text)).toEqual({ markdown: text });
});

test('a lesson keeps the notation of its reader, but for what it writes in a way of its own', () => {
  const reader = { ...startNotation, decimal: ',', digits: 6 } as const;
  expect(notationFor(startNotation, reader)).toEqual(reader);
  expect(notationFor({ ...startNotation, rate: 'η' }, reader)).toEqual({ ...reader, rate: 'η' });
});

test('a text is a lesson by its front matter or a block, never a document or a link', () => {
  const block = '# One\n\n```playground\n{ "state": "#w=0.4;0.7;1.5" }\n```\n';
  for (const text of ['---\ntitle: x\n---\n', '\uFEFF---\r\ntitle: x\r\n---\r\n', block])
    expect(isLesson(text)).toBe(true);
  for (const text of ['{"version":1}', '#w=1', 'https://a.example/#w=1', '-----', 'text'])
    expect(isLesson(text)).toBe(false);
});
