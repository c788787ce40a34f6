// Links that ask for too much, or come from elsewhere: refused with a sentence, at once, before room is made for them.
import { deflateRawSync, crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../../web/src/scenario/canonical';
import { crc32, crcEnd, crcMore, crcStart } from '../../../../web/src/scenario/link/crc';
import { longestFragment, type Opened } from '../../../../web/src/scenario/link/decode';
import { pack } from '../../../../web/src/scenario/link/pack';
import { parseDocument } from '../../../../web/src/scenario/parse';
import { startBookmark } from '../../../../web/src/scenario/start';
import { chain, open } from './stage';

/** Milliseconds that refusing may take: of the processor, since the machine may have other things to do. */
const atOnce = 200;

async function timed(fragment: string): Promise<{ opened: Opened; ms: number }> {
  const from = process.cpuUsage();
  const opened = await open(fragment);
  const { user, system } = process.cpuUsage(from);
  return { opened, ms: (user + system) / 1000 };
}

/** A bomb with the right checksum, by another hand than ours: ours would take its time. */
const bomb = (count: number): string => {
  const bytes = new Uint8Array(count);
  const checksum = zlibCrc32(bytes).toString(16).padStart(8, '0');
  return `1.${deflateRawSync(bytes, { level: 9 }).toString('base64url')}.${checksum}`;
};
const small = bomb(40_000_000);
const large = bomb(200_000_000);

test('crc32 is the one of zip and PNG, in one piece and in several', () => {
  const bytes = new TextEncoder().encode('123456789');
  expect(crc32(bytes)).toBe('cbf43926');
  expect(crcEnd(crcMore(crcMore(crcStart, bytes.subarray(0, 4)), bytes.subarray(4)))).toBe('cbf43926');
  expect(crc32(new Uint8Array())).toBe('00000000');
});

describe('a link is refused at once', () => {
  test.each<[string, () => string, string | undefined, string]>([
    ['of 10 MB of keys', () => `#${'w=1&'.repeat(2_500_000)}`, undefined, 'has 10000001 characters, and at most 65536'],
    ['of 10 MB of percent signs', () => `#title=${'%25'.repeat(3_333_333)}`, undefined, 'at most 65536'],
    ['of 10 MB packed', () => `#s=1.${'A'.repeat(10_000_000)}.00000000`, undefined, 'at most 65536'],
    ['that inflates to 200 MB', () => `#s=${large}`, undefined, 'at most 65536'],
    ['that inflates to 40 MB, with the right checksum', () => `#s=${small}`, 's', 'more than 1024 KiB'],
    ['whose lesson inflates to 40 MB', () => `#lesson=${small}`, 'lesson', 'more than 1024 KiB'],
    ['that inflates to one byte too many', () => `#s=${pack(' '.repeat(1_048_577))}`, 's', 'more than 1024 KiB'],
    [
      'of a mebibyte of spaces',
      () => `#s=${pack(' '.repeat(1_048_576))}`,
      's',
      'line 1, column 1048577: expects a value',
    ],
    ['with brackets 33 deep', () => `#s=${pack('['.repeat(33) + ']'.repeat(33))}`, 's', 'at most 32 brackets inside'],
    ['with half a million brackets', () => `#s=${pack('['.repeat(500_000))}`, 's', 'at most 32 brackets inside'],
    [
      'with brackets 32 deep',
      () => `#s=${pack('['.repeat(32) + ']'.repeat(32))}`,
      's',
      'expects an object, got a list',
    ],
    ['with a thousand layers', () => `#net=1${',1:relu'.repeat(1000)}`, 'net', 'expects 1 to 16 layers, got 1000'],
    ['with a thousand million units', () => '#net=1,1000000000:relu', 'net', 'expects a number of units'],
    ['with 65 units', () => '#net=1,65:relu', 'net', 'expects 1 to 64 units, got 65'],
    ['with 65 inputs', () => '#net=65,1:relu', 'net', 'expects 1 to 64 inputs, got 65'],
    [
      'with 20,480 weights',
      () => `#net=64${',64:relu'.repeat(5)}&x=1&y=1`,
      'x',
      'expects 64 numbers for example 1, got 1',
    ],
    ['with 10,001 examples', () => `#x=1${';1'.repeat(10_000)}&y=1${';1'.repeat(10_000)}`, 'x', 'got 10001'],
    ['of a thousand million examples', () => '#net=2,1:relu&data=xor:1e9:0:1', 'data', 'from 1 to 10000'],
    ['with 16,000 ampersands', () => `#crc=12345678${'&'.repeat(65_000)}`, 'crc', 'does not match'],
    ['with 60,000 percent signs', () => `#crc=12345678&v=1&title=${'%25'.repeat(20_000)}`, 'crc', 'does not match'],
    [
      'with 5,000 of everything',
      () => `#crc=12345678&${' %2520&amp;+?#'.repeat(5000)}`.slice(0, 65_000),
      'crc',
      'does not',
    ],
    ['with a damaged mebibyte', () => `#s=${pack('[0]'.repeat(340_000)).slice(0, -1)}x`, 's', 'does not match'],
    ['with commas of a damaged mebibyte', () => `#s=${pack(`[[${','.repeat(1e6)}`)}`, 's', 'expects a value'],
  ])('%s', async (_, link, key, message) => {
    const fragment = link();
    await open(fragment); // so that no compiling is measured
    const { opened, ms } = await timed(fragment);
    expect(opened).toMatchObject({ kind: 'refused', ...(key && { key }), message: expect.stringContaining(message) });
    expect(ms).toBeLessThan(atOnce);
  });

  test('and nothing like the 40 MB is ever held', async () => {
    const before = process.memoryUsage().arrayBuffers;
    await open(`#s=${small}`);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1_048_576);
  });

  test('the 40 MB are within the encoded limit, the 200 MB are not', () => {
    expect(small.length).toBeLessThan(longestFragment);
    expect(large.length).toBeGreaterThan(longestFragment);
  });
});

describe('a newer version is called that', () => {
  test.each([
    ['#v=2&w=1;2;3', 'v'],
    ['#v=2', 'v'],
    ['#v=10&digits=3', 'v'],
    ['#crc=12345678&v=2&net=1,1:relu&width=7', 'v'],
    ['#s=2.eJw.00000000', 's'],
    ['#lesson=2.eJw.00000000', 'lesson'],
    [`#s=${pack(canonical(startBookmark).replace('"version":1', '"version":2'))}`, 's'],
    [`#s=${pack(canonical(startBookmark).replace('"start":{"version":1', '"start":{"version":7'))}`, 's'],
  ])('%s', async (link, key) => {
    const opened = await open(link);
    const message = `In the link, “${key}” was made by a newer version of this page.`;
    expect(opened).toMatchObject({ kind: 'refused', key, message });
  });

  test.each(['0', '-1', '1.5', '01', 'x', ''])('and v=%s is none', async (v) => {
    expect(await open(`#v=${v}`)).toStrictEqual({ kind: 'refused', key: 'v', message: 'In the link, “v” expects 1.' });
  });
});

describe('names of Object.prototype are unknown keys', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];

  test('in a readable link', async () => {
    const opened = await open(`#w=1;2;3&${names.map((name) => `${name}=1`).join('&')}`);
    expect(opened).toMatchObject({
      kind: 'bookmark',
      notices: names.map((name) => `${name}: not a key this page knows, left out`),
    });
    expect(await open('#__proto__=1')).toMatchObject({ kind: 'refused', key: '__proto__' });
  });

  test('in a packed one, at every level', async () => {
    const more = names.map((name) => `"${name}":{"steps":7,"title":"x"},`).join('');
    const opened = await open(`#s=${pack(canonical(chain).replaceAll('{', `{${more}`))}`);
    expect(opened).toMatchObject({ kind: 'bookmark', bookmark: chain });
    expect(opened.kind === 'bookmark' && opened.notices[0]).toBe('__proto__: not a key this page knows, left out');
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('steps');
  });
});

test('a document of millions of brackets is refused before it is parsed, as text too', () => {
  const from = process.cpuUsage();
  expect(parseDocument('['.repeat(16_000_000))).toStrictEqual({
    ok: false,
    path: '',
    message: 'expects at most 32 brackets inside each other',
  });
  expect(process.cpuUsage(from).user / 1000).toBeLessThan(atOnce);
  const title = '[{"\\"['.repeat(20);
  expect(parseDocument(JSON.stringify({ ...startBookmark.start, title }))).toMatchObject({ ok: true });
});
