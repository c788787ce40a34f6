import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonProblem } from '../../../web/src/scenario/json';

test.each([
  ['', 'line 1, column 1: expects a value, but the text ends'],
  ['  \n', 'line 2, column 1: expects a value, but the text ends'],
  ['{', 'line 1, column 2: expects a key in double quotes or }, but the text ends'],
  ['{"a":1,}', 'line 1, column 8: expects a key in double quotes, got }'],
  ["{'a':1}", "line 1, column 2: expects a key in double quotes or }, got '"],
  ['{"a" 1}', 'line 1, column 6: expects a colon, got 1'],
  ['{"a":}', 'line 1, column 6: expects a value, got }'],
  ['{"a":1 "b":2}', 'line 1, column 8: expects a comma or the closing bracket, got "'],
  ['{"a":1]', 'line 1, column 7: expects a comma or the closing bracket, got ]'],
  ['[1,]', 'line 1, column 4: expects a value, got ]'],
  ['[1,\n 2,\n  .5]', 'line 3, column 3: expects a value, got .'],
  ['[01]', 'line 1, column 2: expects a value or ], got 0'],
  ['[NaN]', 'line 1, column 2: expects a value or ], got N'],
  ['[1] 2', 'line 1, column 5: expects nothing more, got 2'],
  [
    '["a\nb"]',
    'line 1, column 2: the text that starts here is not closed in its line, or has a \\ that JSON does not know',
  ],
  [
    '{"a": "b}',
    'line 1, column 7: the text that starts here is not closed in its line, or has a \\ that JSON does not know',
  ],
  ['[−1]', 'line 1, column 2: expects a value or ], got −'],
  ['[1\u00a0]', 'line 1, column 3: expects a comma or the closing bracket, got \u00a0'],
])('%j: %s', (text, sentence) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(jsonProblem(text)).toBe(sentence);
});

test('the place named is where the text stops being the beginning of any JSON', () => {
  const spoiled = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '1', 'x', '\\', ''))
    .map(([text, n, piece]) => {
      const at = n % (text.length + 1);
      return text.slice(0, at) + piece + text.slice(at + 1);
    });
  fc.assert(
    fc.property(spoiled, (text) => {
      try {
        JSON.parse(text);
      } catch {
        const column = Number(/column (\d+)/.exec(jsonProblem(text))?.[1]);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual(text.length + 1);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a hundred thousand open brackets, and a very long text, have their place too', () => {
  expect(jsonProblem('['.repeat(100_000))).toMatch(/^line 1, column 100001: /);
  expect(jsonProblem(`"${'a'.repeat(5_000_000)}`)).toMatch(/^line 1, column 1: /);
  expect(jsonProblem(`["${'a\\n'.repeat(1_000_000)}",]`)).toMatch(/^line 1, column 3000005: /);
});
