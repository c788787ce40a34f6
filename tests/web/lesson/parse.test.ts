import { describe, expect, test } from 'vitest';
import { lessonLimits } from '../../../web/src/lesson/limits';
import { presets } from '../../../web/src/scenario/presets';
import { lessonOf, parse, read } from './stage';

const fence = (json: string) => `\`\`\`playground\n${json}\n\`\`\`\n`;
const blocksOf = async (markdown: string) => (await lessonOf(markdown)).pages[0]?.blocks;
const said = async (markdown: string) => {
  const parsed = await parse(markdown);
  return parsed.ok ? parsed.notices : `${parsed.path}: ${parsed.message}`;
};

describe('text', () => {
  test('becomes a tree of our own', async () => {
    expect(
      await blocksOf('# A *small* **tree**\n\nOne\ntwo `w` $w_1$  \nthree\n\n> quoted\n\n$$\nC\n$$\n\n    code'),
    ).toEqual([
      {
        kind: 'heading',
        level: 1,
        children: [
          { kind: 'text', text: 'A ' },
          { kind: 'emphasis', children: [{ kind: 'text', text: 'small' }] },
          { kind: 'text', text: ' ' },
          { kind: 'strong', children: [{ kind: 'text', text: 'tree' }] },
        ],
      },
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'One two ' },
          { kind: 'code', text: 'w' },
          { kind: 'text', text: ' ' },
          { kind: 'math', tex: 'w_1' },
          { kind: 'break' },
          { kind: 'text', text: 'three' },
        ],
      },
      { kind: 'quote', children: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'quoted' }] }] },
      { kind: 'math', tex: 'C' },
      { kind: 'code', text: 'code' },
    ]);
  });

  test('has lists, with bullets or numbers, inside each other', async () => {
    const item = (text: string) => ({ kind: 'paragraph', children: [{ kind: 'text', text }] });
    expect(await blocksOf('- a\n\n  3. b\n- c')).toEqual([
      { kind: 'list', items: [[item('a'), { kind: 'list', start: 3, items: [[item('b')]] }], [item('c')]] },
    ]);
  });

  test('has tables, each row as long as the head', async () => {
    const cell = (text: string) => [{ kind: 'text', text }];
    expect(await blocksOf('| w | {{C}} |\n|:--|--:|\n| 1 | *2* | 3 |\n| <b> |')).toEqual([
      {
        kind: 'table',
        align: ['left', 'right'],
        head: [cell('w'), [{ kind: 'quantity', quantity: { kind: 'value', of: { kind: 'C' } } }]],
        rows: [
          [cell('1'), [{ kind: 'emphasis', children: cell('2') }]],
          [cell('<b>'), []],
        ],
      },
    ]);
  });

  test('has live quantities, but not in code and formulas', async () => {
    expect(await blocksOf('C is {{C}}, `{{C}}`, $a{{2}}$ { {C} }')).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'C is ' },
          { kind: 'quantity', quantity: { kind: 'value', of: { kind: 'C' } } },
          { kind: 'text', text: ', ' },
          { kind: 'code', text: '{{C}}' },
          { kind: 'text', text: ', ' },
          { kind: 'math', tex: 'a{{2}}' },
          { kind: 'text', text: ' { {C} }' },
        ],
      },
    ]);
  });

  test('has links to http, https and #, written out or by a name', async () => {
    const link = (href: string) => ({ kind: 'link', href, children: [{ kind: 'text', text: 'a' }] });
    const [paragraph] =
      (await blocksOf('[a](https://x.example/) [a](http://x) [a](#w=1;2;3) [a][b]\n\n[b]: https://y.example')) ?? [];
    expect(paragraph?.kind === 'paragraph' && paragraph.children.filter(({ kind }) => kind === 'link')).toEqual(
      ['https://x.example/', 'http://x', '#w=1;2;3', 'https://y.example'].map(link),
    );
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//other.example',
    'page.html',
    'mailto:a@b.example',
    'https:',
    'http:///x',
    '',
  ])('makes no link of %s', async (href) => {
    expect(JSON.stringify(await blocksOf(`[a](<${href}>)`))).not.toContain('href');
    expect(await said(`[a](<${href}>)`)).toMatchObject([expect.stringContaining('line 1: a link expects an address')]);
  });

  test('holds HTML and pictures as text, and says so; comments are left out', async () => {
    const markdown =
      'a <b onclick="x()">c</b>\n\n<script>alert(1)</script>\n\n![a cat](https://x.example/cat.png)\n\n<!-- for me -->';
    expect(await said(markdown)).toEqual([
      'line 1: HTML is not used in lessons: it is shown as text',
      'line 1: HTML is not used in lessons: it is shown as text',
      'line 3: HTML is not used in lessons: it is shown as text',
      'line 5: pictures are not shown: their description stands in their place',
    ]);
    const kinds = JSON.stringify(await blocksOf(markdown)).match(/"kind":"\w+"/g);
    expect(new Set(kinds)).toEqual(new Set(['"kind":"paragraph"', '"kind":"text"']));
    expect(JSON.stringify(await blocksOf(markdown))).not.toContain('for me');
  });
});

describe('pages', () => {
  test('begin after a line --- with an empty line before it', async () => {
    const { pages, title } = await lessonOf('# One\n\na\n\n---\n\n# Two\n\n---\n\n---\n\nb\n\n---\n');
    expect(pages.map(({ number, title: heading }) => [number, heading])).toEqual([
      [1, 'One'],
      [2, 'Two'],
      [3, undefined],
    ]);
    expect(title).toBe('One');
  });

  test('a line --- right under a text makes a heading of it: the author is told', async () => {
    expect(await said('One\n---\n\nTwo')).toEqual([
      'line 2: the line --- makes a heading of the text above it: a new page needs an empty line before ---',
    ]);
  });

  test('go on with the network of the page before, unless they have their own', async () => {
    const lesson = await lessonOf(
      `{{w3}}\n\n---\n\n{{w.1.1.2}} ${'\n\n'}${fence('{ "state": "#net=2,1:tanh&w=1,2&x=1,2&y=1" }')}\n\n---\n\n{{x2}}`,
    );
    expect(lesson.pages.map(({ state }) => state?.start.layers.length)).toEqual([undefined, 1, undefined]);
    expect(await said(`{{x2}}\n\n---\n\n${fence('{ "state": "#net=2,1:tanh&w=1,2&x=1,2&y=1" }')}`)).toBe(
      'line 1: {{x2}} names x2, which this network does not have',
    );
  });
});

describe('front matter', () => {
  test('says title, language, author and licence', async () => {
    expect(await lessonOf('---\ntitle: "A: b"\nlang: pt-BR\nauthor: Ada\n\nlicence: MIT\n---\n\n# One')).toMatchObject({
      title: 'A: b',
      lang: 'pt-BR',
      author: 'Ada',
      licence: 'MIT',
      pages: [{ title: 'One' }],
    });
  });
  test('may be missing; a mark of the byte order and Windows line ends do no harm', async () => {
    expect((await lessonOf('\uFEFF---\r\ntitle: T\r\n---\r\n\r\nOne\r\n\r\n---\r\n\r\nTwo')).pages.length).toBe(2);
    expect((await lessonOf('One')).title).toBe('');
  });
  test.each([
    ['---\ntitle: T\n\nOne', 'line 1: the front matter begins here, and no second line --- ends it'],
    ['---\ntitle T\n---\n\nOne', 'line 2: expects key: value, as all between the two lines ---'],
    ['---\ntitle: T\ntitle: U\n---\n\nOne', 'line 3: title is given twice'],
    ['---\nlang: English!\n---\n\nOne', 'line 2: lang expects the tag of a language, such as en or pt-BR'],
    [`---\ntitle: ${'x'.repeat(201)}\n---\n\nOne`, 'line 2: title expects at most 200 characters'],
  ])('%# is refused with its line', async (markdown, expected) => {
    expect(((await said(markdown)) as string).split(';')[0]).toBe(expected);
  });
  test('an unknown key is left out with a remark', async () => {
    expect(await said('---\nlayout: wide\n---\n\nOne')).toEqual([
      'line 2: layout: not a key of a lesson (title, lang, author, licence), left out',
    ]);
  });
});

describe('a playground block', () => {
  test('opens a state and says what is explained, brought on screen, lit, locked, hidden and shown', async () => {
    const json =
      '{ "state": "#w=1;2;3", "pick": "w2", "panel": "slips", "highlight": ["w1"], "lock": ["x"], "hide": ["nudge"], "show": ["table"] }';
    const { pages } = await lessonOf(`One\n\n${fence(json)}`);
    expect(pages[0]).toMatchObject({
      state: { start: { layers: [{ weights: [[1]] }, { weights: [[2]] }, { weights: [[3]] }] }, steps: 0 },
      pick: { layer: 1, unit: 0, input: 0 },
      panel: 'slips',
      highlight: [{ kind: 'value', of: { kind: 'w', layer: 0 } }],
      lock: ['x'],
      hide: ['nudge'],
      show: ['table'],
      asks: [],
      blocks: [{ kind: 'paragraph' }],
    });
  });

  test('takes a whole address as its state, and one that the engine draws weights for', async () => {
    const state = async (link: string) =>
      (await lessonOf(fence(JSON.stringify({ state: link })))).pages[0]?.state?.start;
    expect(await state('https://playground.example/?embed=1#w=1;2;3')).toMatchObject({
      layers: [{ weights: [[1]] }, {}, {}],
    });
    expect(await state('#')).toEqual(presets.note);
    expect((await state('#net=1,2:tanh,1:identity&init=he:3&x=1&y=1'))?.layers[0]?.weights.flat()).not.toContain(0);
  });

  test('puts a question where it stands', async () => {
    const { pages } = await lessonOf(
      `One\n\n${fence('{ "ask": { "kind": "sign", "of": "C", "text": "*Which* sign has {{C}}?" } }')}\n\nTwo`,
    );
    expect(pages[0]?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'ask', 'paragraph']);
    expect(pages[0]?.asks).toMatchObject([
      {
        id: '1',
        kind: 'sign',
        plain: '*Which* sign has {{C}}?',
        text: [{ kind: 'emphasis' }, {}, { kind: 'quantity' }, {}],
      },
    ]);
  });

  test('options are one line each, whatever they begin with', async () => {
    const options = ['- 0.2', '# 1', '> 2', '1. x', '    four', '***'];
    const { pages } = await lessonOf(
      fence(JSON.stringify({ ask: { kind: 'choice', text: 'Which?', options, answer: 1 } })),
    );
    const [ask] = pages[0]?.asks ?? [];
    expect(
      ask?.kind === 'choice' && ask.options.map((o) => o.map((i) => ('text' in i ? i.text : '')).join('')),
    ).toEqual(options.map((option) => option.trim()));
  });

  test('in other fences is code', async () => {
    expect(await blocksOf('```json\n{ "ask": 1 }\n```')).toEqual([{ kind: 'code', text: '{ "ask": 1 }' }]);
  });

  const ask = (rest: string) => fence(`{ "ask": { "text": "Well?",\n${rest} } }`);
  test.each([
    // JSON, with its place in the lesson.
    [fence('{ "pick": "w1",\n  "lock": [x] }'), 'line 5: column 12: expects a value or ], got x'],
    [fence('{ "pick": "w1"'), 'line 4: column 15: expects a comma or the closing bracket, but the text ends'],
    [fence(''), 'line 4: column 1: expects a value, but the text ends'],
    [fence('['.repeat(50)), 'line 3: expects at most 32 brackets inside each other'],
    [fence('[]'), 'line 3: expects an object, got a list'],
    [fence('{ "pick": 1 }'), 'line 4: pick expects text, got a number'],
    [fence('{\n"pick": "w9" }'), 'line 5: pick names w9, which this network does not have'],
    [fence('{ "panel": "charts" }'), 'line 4: panel expects one of diagram, backward, nudge, '],
    [fence('{ "hide": "nudge" }'), 'line 4: hide expects a list, got text'],
    [fence('{ "lock": ["w", "z"] }'), 'line 4: lock.1 expects one of w, b, x, y, alpha, net, loss, rule, got "z"'],
    [fence('{ "highlight": ["dC/dw1", "loss"] }'), 'line 4: highlight.1 expects a quantity such as C, yp, z1'],
    [fence('{ "state":\n"#w=1;2" }'), 'line 4: state: In the link, “w” expects 3 layers, separated by ;, got 2.'],
    [fence('{ "state": "#lesson=1.AwA.00000000" }'), 'line 4: state expects a link to a network, got one to a lesson'],
    [`${fence('{ "pick": "w1" }')}\n${fence('{ "pick": "w2" }')}`, 'line 8: pick is given twice on this page'],
    [
      `- a\n\n  ${fence('{}').replaceAll('\n', '\n  ')}`,
      'line 5: a playground block stands by itself, not in a list or a quote',
    ],
    // Questions.
    [fence('{ "ask": 1 }'), 'line 4: ask expects an object, got a number'],
    [fence('{ "ask": {} }'), 'line 4: ask.kind is missing'],
    [ask('"kind": "essay"'), 'line 5: ask.kind expects one of choice, number, sign, order, reach, got "essay"'],
    [fence('{ "ask": { "kind": "sign", "of": "C" } }'), 'line 4: ask.text is missing'],
    [fence('{ "ask": { "kind": "sign", "of": "C", "text": " " } }'), 'line 4: ask.text expects text, got none'],
    [ask('"kind": "sign"'), 'line 4: ask.of is missing'],
    [ask('"kind": "sign",\n"of": "foo"'), 'line 6: ask.of expects a quantity such as'],
    [ask('"kind": "sign", "of": "C",\n"before": "play"'), 'line 6: ask.before expects one of step, nudge, got "play"'],
    [ask('"kind": "choice", "options": ["a", "b"]'), 'line 4: ask.answer is missing'],
    [
      ask('"kind": "choice", "options": ["a", "b"],\n"answer": 0'),
      'line 6: ask.answer expects a whole number from 1 to 2, got 0',
    ],
    [
      ask('"kind": "choice", "options": ["a", "b"],\n"answer": 3'),
      'line 6: ask.answer expects a whole number from 1 to 2, got 3',
    ],
    [ask('"kind": "choice", "options": ["a"], "answer": 1'), 'line 5: ask.options expects 2 to 6 options, got 1'],
    [ask('"kind": "choice", "options": ["a", ""], "answer": 1'), 'line 5: ask.options.1 expects text, got none'],
    [ask('"kind": "choice", "options": ["a", "{{foo}}"], "answer": 1'), 'line 4: {{foo}} expects a quantity such as'],
    [
      ask('"kind": "number", "of": "C", "tolerance": 5'),
      'line 5: ask.tolerance expects a part of the true value, from 0 to 0.5 (0.01 is 1 %), got 5',
    ],
    [ask('"kind": "number", "of": "C", "tolerance": -1'), 'line 5: ask.tolerance expects a part of the true value'],
    [ask('"kind": "order", "of": ["C"]'), 'line 5: ask.of expects 2 to 6 quantities, got 1'],
    [ask('"kind": "reach", "of": "C"'), 'line 4: ask expects below or above, got neither'],
    [ask('"kind": "reach", "of": "C", "below": 1, "above": 1'), 'line 5: ask.above expects less than below, 1, got 1'],
    [ask('"kind": "reach", "of": "C", "below": "0.1"'), 'line 5: ask.below expects a number, got text'],
  ])('%# is refused with its line', async (block, expected) => {
    const answer = (await said(`One\n\n${block}`)) as string;
    expect(answer.slice(0, expected.length)).toBe(expected);
  });

  test('unknown keys are left out with a remark, wherever they stand', async () => {
    const json =
      '{ "colour": "red",\n"ask": { "kind": "sign", "of": "C", "text": "Well?",\n"tolerance": 1, "hint": "no" } }';
    expect(await said(`One\n\n${fence(json)}`)).toEqual([
      'line 4: colour: not a key this page knows, left out',
      'line 6: ask.tolerance: not a key this page knows, left out',
      'line 6: ask.hint: not a key this page knows, left out',
    ]);
  });

  test('what a link leaves out is remarked', async () => {
    expect(await said(fence('{ "state": "#w=1;2;3&utm_source=x" }'))).toEqual([
      'line 2: state: utm_source: not a key this page knows, left out',
    ]);
  });
});

test('an author is told every problem, in the order of lines; a reader the first, and how many more', async () => {
  const markdown = `{{foo}}\n\n${fence('{ "pick": "w7", "ask": { "kind": "sign", "text": "{{bar}}", "of": "C" } }')}\n\n{{baz}}`;
  const { problems, lesson } = await read(markdown);
  expect(problems.map(({ line }) => line)).toEqual([1, 4, 4, 8]);
  expect(lesson).toBe(undefined);
  expect(await said(markdown)).toMatch(/^line 1: .*; and 3 more problems$/);
});

describe('what is too large is refused at once', () => {
  const many = (count: number, text: string) => text.repeat(count);
  test.each([
    [
      'characters',
      many(lessonLimits.characters + 1, 'a'),
      'line 1: expects at most 50000 characters in a lesson, got 50001',
    ],
    ['pages', many(51, 'a\n\n---\n\n'), 'line 1: expects at most 50 pages, got 51'],
    ['quotes', `a\n\n${many(20_000, '>')} a`, 'line 3: expects at most 12 lists and quotes inside each other'],
    ['lists', many(20_000, '- '), 'line 1: expects at most 12 lists and quotes inside each other'],
    [
      'lists, a line each',
      Array.from({ length: 40 }, (_, k) => `${' '.repeat(2 * k)}- a`).join('\n'),
      'expects at most 12 lists and quotes inside each other',
    ],
    ['emphases', `${many(20, '**')}a${many(20, '**')}`, 'line 1: expects at most 12 emphases inside each other'],
    ['marks', many(10_000, '*a_ '), 'line 1: expects at most 400 of the marks * _ [ ] in one paragraph'],
    ['brackets', many(40_000, '['), 'line 1: expects at most 400 of the marks * _ [ ] in one paragraph'],
    ['lines', many(5_000, 'a\n'), 'line 301: expects an empty line after at most 300 others'],
    ['formula', `$${many(2_001, 'x')}$`, 'line 1: expects at most 2000 characters in a formula, got 2001'],
    [
      'display formula',
      `a\n\n$$\n${many(2_001, 'x')}\n$$`,
      'line 3: expects at most 2000 characters in a formula, got 2001',
    ],
    [
      'columns',
      `a\n\n${many(13, '|a')}\n${many(13, '|-')}\n|\n`,
      'line 3: expects at most 12 columns in a table, got 13',
    ],
    [
      'questions',
      many(9, `${fence('{ "ask": { "kind": "sign", "of": "C", "text": "?" } }')}\n`),
      'line 33: expects at most 8 questions on a page',
    ],
    ['nothing', '', 'line 1: expects a page with text, and there is none'],
    ['only breaks', '---\n---\n\n---\n\n***', 'line 1: expects a page with text, and there is none'],
  ])('%s', async (_, markdown, expected) => {
    expect(await said(markdown)).toContain(expected);
  });
});
