import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGate, isLargerThan } from '../../../web/src/embed/bounds';

/** Bytes of the JSON text, as another would count them. */
const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

test('what is far above the limit as JSON is too large, what is far below is not', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const size = sizeOf(value);
      // Escaped characters and commas are not counted to the byte.
      expect(isLargerThan(2 * size + 16, value)).toBe(false);
      expect(isLargerThan(Math.floor(size / 6) - 16, value)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('two bytes of a letter are two, bytes count as bytes, and what holds itself is too large', () => {
  expect(isLargerThan(150, 'ä'.repeat(100))).toBe(true);
  expect(isLargerThan(250, 'ä'.repeat(100))).toBe(false);
  expect(isLargerThan(1000, { bytes: new Float64Array(200) })).toBe(true);
  expect(isLargerThan(1000, new ArrayBuffer(1001))).toBe(true);
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  expect(isLargerThan(2 ** 20, circle)).toBe(true);
});

test('what is far too large takes no longer than what is just too large', () => {
  const endless = new Proxy([], { get: (list, key) => (key === 'length' ? 1e9 : Reflect.get(list, key)) });
  expect(isLargerThan(2 ** 20, { endless })).toBe(true);
});

test('the gate lets fifty through in any second, however they are spread', () => {
  const isOpen = createGate();
  const passed: number[] = [];
  for (let now = 0; now < 5000; now += 3) if (isOpen(now)) passed.push(now);
  for (const from of passed)
    expect(passed.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(50);
  expect(passed.length).toBe(250);
});
