import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../web/src/scenario/canonical';
import { parseBookmark, parseDocument, parseScenario } from '../../../web/src/scenario/parse';
import { startBookmark, startScenario } from '../../../web/src/scenario/start';
import { malformed } from '../../golden/malformed';
import { bookmarks, named, scenarios } from './documents';

describe('parse answers a document', () => {
  test.each(malformed)('$name: $parse', ({ document, path, parse, message }) => {
    const result = parseScenario(document);
    if (parse !== 'refused') {
      expect(result).toMatchObject({ ok: true });
      const notices = result.ok ? result.notices : [];
      expect(notices).toHaveLength(parse === 'notice' ? 1 : 0);
      if (parse === 'notice') expect(notices[0]?.startsWith(`${path}: `)).toBe(true);
      return;
    }
    expect(result).toMatchObject({ ok: false, path });
    const sentence = result.ok ? '' : result.message;
    if (message instanceof RegExp) expect(sentence).toMatch(message);
    else expect(sentence).toBe(message);
  });
});

test('a sound document comes back equal, and shares nothing with what was given', () => {
  fc.assert(
    fc.property(scenarios, (s) => {
      const result = parseScenario(s);
      expect(result).toEqual({ ok: true, value: s, notices: [] });
      if (result.ok) expect(result.value.layers).not.toBe(s.layers);
    }),
  );
});

test('the canonical JSON of a document reads back as the same document, −0 included', () => {
  fc.assert(
    fc.property(fc.oneof(scenarios, named), (s) => {
      expect(parseScenario(JSON.parse(canonical(s)))).toStrictEqual({ ok: true, value: s, notices: [] });
    }),
  );
  fc.assert(
    fc.property(bookmarks, (b) => {
      expect(parseBookmark(JSON.parse(canonical(b)))).toStrictEqual({ ok: true, value: b, notices: [] });
      expect(parseDocument(canonical(b))).toStrictEqual({ ok: true, value: b, notices: [] });
    }),
  );
});

/** The same document with the keys of every object in another order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
};

test('documents of equal meaning become equal text, whatever the order of their keys', () => {
  fc.assert(
    fc.property(bookmarks, (b) => {
      const result = parseBookmark(reversed(b));
      expect(result.ok && JSON.stringify(result.value)).toBe(JSON.stringify(b));
      expect(canonical(reversed(b) as typeof b)).toBe(canonical(b));
    }),
  );
});

test('flags that freeze all are written true, flags that freeze nothing not at all', () => {
  const [first, ...rest] = startScenario.layers;
  const document = (frozen: unknown) => ({ ...startScenario, layers: [{ ...first, frozen }, ...rest] });
  expect(parseScenario(document({ weights: [[true]] }))).toMatchObject({
    value: { layers: [{ frozen: { weights: true } }, {}, {}] },
  });
  expect(parseScenario(document({ weights: [[false]] }))).toStrictEqual(parseScenario(startScenario));
});

test('a data set is written as name, count, noise and seed, in the place of the examples', () => {
  const { examples: _, ...rest } = startScenario;
  const layers = [{ activation: 'sigmoid', weights: [[0.5, -0.5]] }];
  const dataset = { seed: 42, noise: 0.1, count: 500, name: 'circle' };
  const parsed = parseScenario({ dataset, ...rest, layers });
  expect(parsed.ok && canonical(parsed.value)).toContain(
    ']]}],"dataset":{"name":"circle","count":500,"noise":0.1,"seed":42},"loss":',
  );
  const bookmark = { version: 1, start: { ...rest, layers, dataset }, example: 499 };
  expect(parseBookmark(bookmark)).toMatchObject({ ok: true, value: { example: 499 } });
  expect(parseBookmark({ ...bookmark, example: 500 })).toMatchObject({
    ok: false,
    path: 'example',
    message: 'expects a whole number from 0 to 499, got 500',
  });
});

test('an empty title is no title', () => {
  const { title, ...untitled } = startScenario;
  expect(parseScenario({ ...startScenario, title: '' })).toStrictEqual(parseScenario(untitled));
});

test('a page full of unknown keys gets a handful of notices', () => {
  const examples = Array.from({ length: 10_000 }, () => ({ ...startScenario.examples[0], ['x'.repeat(1000)]: 1 }));
  const result = parseScenario({ ...startScenario, examples });
  const notices = result.ok ? result.notices : [];
  expect(notices.length).toBeLessThan(12);
  expect(notices.at(-1)).toContain('9992 more');
  expect(Math.max(...notices.map((notice) => notice.length))).toBeLessThan(200);
});

describe('parseBookmark', () => {
  test('fills in what was left out', () => {
    expect(parseBookmark({ version: 1, start: startScenario })).toStrictEqual({
      ok: true,
      value: startBookmark,
      notices: [],
    });
    expect(parseBookmark({ version: 1, start: startScenario, notation: { rate: 'η' } })).toMatchObject({
      value: { notation: { rate: 'η', cost: 'C', decimal: '.', digits: 3 } },
    });
  });

  const wrong: [string, object, string, string][] = [
    ['without a start', { start: undefined }, 'start', 'is missing'],
    ['of no version', { version: undefined }, 'version', 'is missing'],
    ['of another version', { version: 2 }, 'version', 'expects 1, got 2'],
    [
      'whose start is wrong inside',
      { start: { ...startScenario, layers: [] } },
      'start.layers',
      'expects 1 to 16 layers, got 0',
    ],
    ['with half a step', { steps: 0.5 }, 'steps', 'expects a whole number from 0 to 1000000, got 0.5'],
    ['with steps back', { steps: -1 }, 'steps', 'expects a whole number from 0 to 1000000, got -1'],
    ['with too many steps', { steps: 1_000_001 }, 'steps', 'expects a whole number from 0 to 1000000, got 1000001'],
    ['with steps as text', { steps: '3' }, 'steps', 'expects a number, got text'],
    ['of an example that is not there', { example: 1 }, 'example', 'expects a whole number from 0 to 0, got 1'],
    [
      'of a layer that is not there',
      { pick: { layer: 3, unit: 0 } },
      'pick.layer',
      'expects a whole number from 0 to 2, got 3',
    ],
    [
      'of a unit that is not there',
      { pick: { layer: 0, unit: 1 } },
      'pick.unit',
      'expects a whole number from 0 to 0, got 1',
    ],
    [
      'of an input that is not there',
      { pick: { layer: 0, unit: 0, input: 1 } },
      'pick.input',
      'expects a whole number from 0 to 0, got 1',
    ],
    ['of a bias that is not there', { pick: { layer: 0, unit: 0, bias: true } }, 'pick.bias', 'layer 0 has no biases'],
    [
      'of a bias that is false',
      { pick: { layer: 0, unit: 0, bias: false } },
      'pick.bias',
      'expects true, got true or false',
    ],
    [
      'of a bias with an input',
      { pick: { layer: 0, unit: 0, input: 0, bias: true } },
      'pick',
      'expects an input or a bias, got both',
    ],
    ['with another letter', { notation: { rate: 'β' } }, 'notation.rate', 'expects one of α, η, got "β"'],
    ['with one digit', { notation: { digits: 1 } }, 'notation.digits', 'expects a whole number from 2 to 17, got 1'],
    ['with 18 digits', { notation: { digits: 18 } }, 'notation.digits', 'expects a whole number from 2 to 17, got 18'],
  ];
  test.each(wrong)('refuses one %s', (_, change, path, message) => {
    expect(parseBookmark({ ...startBookmark, ...change })).toEqual({ ok: false, path, message });
  });

  test('names the unknown key with its place', () => {
    const { ok, notices } = {
      notices: [],
      ...parseBookmark({ ...startBookmark, start: { ...startScenario, mood: 1 } }),
    };
    expect(ok).toBe(true);
    expect(notices).toEqual([expect.stringMatching(/^start\.mood: /)]);
  });
});

describe('parseDocument', () => {
  test('takes a bare scenario for a bookmark without steps', () => {
    expect(parseDocument(JSON.stringify(startScenario))).toStrictEqual({ ok: true, value: startBookmark, notices: [] });
  });

  test('says where the JSON goes wrong', () => {
    expect(parseDocument('{ "version": 1,\n  "layers": [1 2] }')).toEqual({
      ok: false,
      path: '',
      message: 'line 2, column 16: expects a comma or the closing bracket, got 2',
    });
  });

  test.each(['null', '7', '"text"', '[]', 'true'])('refuses %s, which is no document', (json) => {
    expect(parseDocument(json)).toMatchObject({ ok: false, path: '' });
  });

  test('overlooks the mark that some editors begin a file with', () => {
    expect(parseDocument(`\uFEFF${canonical(startScenario)}`).ok).toBe(true);
  });

  test('a __proto__ in the text changes no object', () => {
    const json = canonical(startScenario).replace('{', '{"__proto__":{"polluted":true},');
    expect(parseDocument(json)).toMatchObject({ ok: true, notices: [expect.stringContaining('__proto__')] });
    expect({}).not.toHaveProperty('polluted');
  });

  test('whatever the text, the answer is a document or a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        const result = parseDocument(json);
        expect(result.ok || result.message.length > 0).toBe(true);
      }),
    );
  });

  test('whatever one place of a document becomes, the answer is a document or a sentence', () => {
    fc.assert(
      fc.property(scenarios, fc.nat(), fc.anything(), (s, n, junk) => {
        const paths = places(s);
        const result = parseScenario(replaced(s, paths[n % paths.length] ?? [], junk));
        expect(result.ok || result.message.length > 0).toBe(true);
      }),
    );
  });
});

/** Every path of a value, as lists of keys. */
const places = (value: unknown): string[][] =>
  typeof value !== 'object' || value === null
    ? [[]]
    : [[], ...Object.entries(value).flatMap(([key, member]) => places(member).map((path) => [key, ...path]))];

const replaced = (value: unknown, [key, ...rest]: string[], by: unknown): unknown => {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Object.assign(copy, { [key]: replaced((value as Record<string, unknown>)[key], rest, by) });
  return copy;
};
