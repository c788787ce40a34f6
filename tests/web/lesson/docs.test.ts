// docs/lessons.md is true: every lesson in it reads as it says, and every key, kind and quantity stands in it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lessonIds } from '../../../web/src/lesson/builtIn';
import { lessonLimits } from '../../../web/src/lesson/limits';
import { reviewed } from '../../../web/src/lesson/review';
import { engine, lessonOf, parse } from './stage';

const page = readFileSync(fileURLToPath(new URL('../../../docs/lessons.md', import.meta.url)), 'utf8');

const examples = [...page.matchAll(/^````lesson\n(.*?)^````$/gms)].map(([, text = '']) => {
  const lines = text.split('\n');
  const says = lines.filter((line) => line.startsWith('→ ')).map((line) => line.slice(2));
  return { lesson: lines.filter((line) => !line.startsWith('→ ')).join('\n'), says };
});

test('each example reads as it says', async () => {
  expect(examples.length).toBe(6);
  for (const { lesson, says } of examples) {
    const parsed = await parse(lesson);
    const said = parsed.ok
      ? parsed.notices.map((notice) => `remark: ${notice}`)
      : [`${parsed.path}: ${parsed.message}`];
    expect(said).toEqual(says);
  }
});

test('nothing is to be remarked on the first example, which shows all that it can', async () => {
  const lesson = await lessonOf(examples[0]?.lesson ?? '');
  expect(reviewed(lesson, engine)).toEqual([]);
  expect(lesson).toMatchObject({ title: 'A first lesson', lang: 'en', author: 'A. Teacher', licence: 'CC BY 4.0' });
  expect(lesson.pages[0]).toMatchObject({ panel: 'chain', lock: ['x', 'y'], hide: ['timeline'] });
  expect(lesson.pages[0]?.asks[0]?.text.some(({ kind }) => kind === 'math')).toBe(true);
});

test('every key, kind, built-in lesson and limit is on the page', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  for (const name of [
    'state',
    'pick',
    'panel',
    'highlight',
    'lock',
    'hide',
    'show',
    'ask',
    'choice',
    'number',
    'sign',
    'order',
    'reach',
    'C',
    'yp',
    'alpha',
    'steps',
  ]) {
    expect(
      rows.some((row) => row.slice(0, row.indexOf(' |', 2)).includes(`\`${name}\``)),
      name,
    ).toBe(true);
  }
  for (const id of lessonIds) expect(page).toContain(`\`${id}\``);
  const { characters, pages, together, marks, depth, columns, asks } = lessonLimits;
  for (const limit of [
    `${characters / 1000},000 characters`,
    `${pages} pages`,
    `${together} lines`,
    `${marks} of the marks`,
    `${depth} deep`,
    `${columns} columns`,
    `${asks} questions`,
  ]) {
    expect(page).toContain(limit);
  }
});
