// Whatever the text: a lesson or a sentence with a line, soon, and in what comes out nothing that could run.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInLesson, lessonIds } from '../../../web/src/lesson/builtIn';
import { judge } from '../../../web/src/lesson/judge';
import { begun, openAsk } from '../../../web/src/lesson/progress';
import { situationOf } from '../../../web/src/lesson/quantity';
import type { Answer, Lesson } from '../../../web/src/lesson/types';
import { decodeFragment, longestFragment } from '../../../web/src/scenario/link/decode';
import { lessonFragment } from '../../../web/src/scenario/link/encode';
import { engine, onPage, parse } from './stage';

const lessons = await Promise.all(lessonIds.map(builtInLesson));

const kinds = new Set([
  ...['paragraph', 'heading', 'list', 'quote', 'code', 'math', 'table', 'ask'],
  ...['text', 'emphasis', 'strong', 'link', 'quantity', 'break'],
  ...['choice', 'number', 'sign', 'order', 'reach', 'value', 'derivative', 'alpha', 'steps'],
  ...['C', 'a', 'z', 'w', 'b', 'x'],
]);

/** Walks through all that a lesson holds. */
function check(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('kind' in value) expect(kinds).toContain(value.kind);
  if ('href' in value) expect(value.href).toMatch(/^(https?:\/\/|#)/i);
  for (const inner of Object.values(value)) check(inner);
}

const answers: Answer[] = [
  { kind: 'choice', option: 1 },
  { kind: 'number', text: '0.5' },
  { kind: 'sign', sign: 1 },
  { kind: 'order', order: [1, 0] },
  { kind: 'reach' },
];

function play(lesson: Lesson): void {
  for (const page of lesson.pages) {
    const situation = situationOf(onPage(lesson, page.number));
    const ask = openAsk(begun(lesson, page.number), page);
    for (const answer of answers) if (ask) judge(ask, answer, situation, engine);
  }
}

async function survives(markdown: string): Promise<void> {
  const parsed = await parse(markdown);
  if (!parsed.ok) {
    expect(parsed.path).toMatch(/^line [1-9]\d*$/);
    expect(parsed.message).not.toBe('');
    expect(parsed.message.length).toBeLessThan(1_000);
    return;
  }
  check(parsed.value);
  play(parsed.value);
}

const pieces = [
  ...[
    '---\n',
    '\n',
    '\n\n',
    '# ',
    '- ',
    '1. ',
    '> ',
    '    ',
    '```',
    '```playground\n',
    '$$\n',
    '$',
    '*',
    '_',
    '`',
    '[',
    '](',
    ')',
  ],
  ...[
    '{{C}}',
    '{{',
    '}}',
    '{{w.2.1.1}}',
    '<b>',
    '<!--',
    '-->',
    '&#0;',
    '\\',
    '\0',
    '\ud800',
    '\r',
    '\t',
    '![',
    ']: ',
    'javascript:x',
    '| a | b |\n|--|--|\n',
    '|',
  ],
  ...[
    '{ "ask": { "kind": "choice", "text": "?", "options": ["a", "b"], "answer": 1 } }',
    '{ "state": "#w=1;2;3" }',
    '{',
    '}',
    '"',
    ',',
  ],
];

test('any text becomes a lesson or is refused with its line', async () => {
  const mixed = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6, unit: 'binary' })), {
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(mixed, (list) => survives(list.join(''))),
    { numRuns: 150 },
  );
});

const mutated = fc
  .tuple(
    fc.constantFrom(...lessons),
    fc.array(fc.record({ at: fc.nat(10_000), cut: fc.nat(30), put: fc.constantFrom('', ...pieces) }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([lesson, changes]) =>
    changes.reduce((text, { at, cut, put }) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + cut);
    }, lesson),
  );

test('a lesson that was changed anywhere is one or is refused with its line', async () => {
  await fc.assert(fc.asyncProperty(mutated, survives), { numRuns: 50 });
});

test('a lesson cut at any place too', async () => {
  const [lesson = ''] = lessons;
  for (let end = 0; end < lesson.length; end += 97) await survives(lesson.slice(0, end));
});

test('what takes a reader of Markdown longest is read or refused within seconds', async () => {
  const long = 10_000;
  for (const piece of [
    '*a_ ',
    '[',
    '![',
    '[a](',
    '> a\n',
    '- a\n',
    'a\n\n',
    '`a',
    '<a ',
    '{{C}}',
    '[a]: b\n',
    '\\',
    '$a ',
    '*a\n\n',
    '[a]\n\n',
    '*'.repeat(390) + '\n\n',
    '[a]('.repeat(190) + '\n\n',
  ]) {
    const from = performance.now();
    await parse(piece.repeat(long / piece.length));
    expect(performance.now() - from, JSON.stringify(piece.slice(0, 9))).toBeLessThan(5_000);
  }
});

test('a packed lesson opens as the text that it was, and fits into a link', async () => {
  const open = (fragment: string) => decodeFragment(fragment, engine.initialise);
  for (const markdown of lessons) {
    const fragment = lessonFragment(markdown);
    expect(fragment.length).toBeLessThan(Math.min(4_000, longestFragment));
    expect(await open(fragment)).toEqual({ kind: 'lesson', markdown, notices: [] });
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (markdown) => {
      expect(await open(lessonFragment(markdown))).toEqual({ kind: 'lesson', markdown, notices: [] });
    }),
  );
});
