// Links and files that were handed out once open as the same bookmark for ever: tests/golden/links/README.md.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { packedFragment, readableFragment } from '../../../../web/src/scenario/link/encode';
import { parseDocument } from '../../../../web/src/scenario/parse';
import { open } from './stage';

const folder = fileURLToPath(new URL('../../../golden/links/', import.meta.url));
const read = (name: string): string => readFileSync(folder + name, 'utf8');
const namesOf = (ending: string): string[] =>
  readdirSync(folder).flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));

/** The bookmark that a name must open as. */
function bookmarkOf(name: string): unknown {
  const parsed = parseDocument(read(`${name}.opens.json`));
  return parsed.ok && parsed.value;
}

const links = namesOf('.link');
const isLesson = (name: string) => name.startsWith('lesson');

test('there is at least one of every form', () => {
  for (const form of ['-readable', '-packed', 'hand-', 'mail-', 'chat-', 'lesson']) {
    expect(links.some((name) => name.includes(form))).toBe(true);
  }
});

test.each(links.filter((name) => !isLesson(name)))('the link %s opens as it always has', async (name) => {
  const opened = await open(read(`${name}.link`));
  expect(opened.kind === 'bookmark' && opened.bookmark).toStrictEqual(bookmarkOf(name));
});

test.each(links.filter(isLesson))('the lesson %s opens as it always has', async (name) => {
  const markdown = read(`${name}.opens.md`);
  expect(await open(read(`${name}.link`))).toStrictEqual({ kind: 'lesson', markdown, notices: [] });
});

test.each(namesOf('.backprop.json'))('the file %s opens as it always has', (name) => {
  expect(parseDocument(read(`${name}.backprop.json`))).toMatchObject({ ok: true, value: bookmarkOf(name) });
});

test.each(links.filter((name) => /-(readable|packed)$/.test(name)))('the link of %s is still made so', async (name) => {
  const link = read(`${name}.link`).trim();
  const opened = await open(link);
  const encode = name.endsWith('-packed') ? packedFragment : readableFragment;
  expect(opened.kind === 'bookmark' && encode(opened.bookmark)).toBe(link);
});
