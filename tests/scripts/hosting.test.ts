import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { headers, headersOf } from '../../scripts/headers.mjs';
import { snippets, underscoreHeaders } from '../../scripts/hosting.mjs';
import { inRepository } from '../../scripts/page.mjs';

test.each(Object.entries(snippets))('docs/hosting/%s is what node scripts/hosting.mjs writes', (name, text) => {
  expect(readFileSync(inRepository(`docs/hosting/${name}`), 'utf8')).toBe(text);
});

test('a host’s own origin stands beside every ’self’, and nowhere else', () => {
  const named = headersOf('https://playground.example')['Content-Security-Policy'];
  expect(named.replaceAll("'self' https://playground.example", "'self'")).toBe(headers['Content-Security-Policy']);
  expect(named.match(/'self'/g)).toEqual(named.match(/'self' https:\/\/playground\.example/g)?.map(() => "'self'"));
});

test('_headers says every header for every file, and the origin of the site when the build knows it', () => {
  for (const origin of [undefined, 'https://playground.example']) {
    const [, all = ''] = underscoreHeaders(origin).split('\n/*\n');
    for (const [name, value] of Object.entries(origin ? headersOf(origin) : headers)) {
      expect(all.split('\n/assets/*')[0]).toContain(`  ${name}: ${value}\n`.trimEnd());
    }
  }
});

test('the size of the single file is what docs/hosting.md says of it', () => {
  const html = readFileSync(inRepository('dist/backprop-playground.html'));
  const said = /one file, ([\d.]+) MB \(([\d.]+) MB gzipped\)/.exec(
    readFileSync(inRepository('docs/hosting.md'), 'utf8'),
  );
  // Closer than that the words need not follow every change.
  for (const [i, size] of [html.length, gzipSync(html).length].entries()) {
    expect(Math.abs(Number(said?.[i + 1]) - size / 1e6)).toBeLessThan(0.1);
  }
});

test('the single file allows its own script and style by their hashes alone', () => {
  const html = readFileSync(inRepository('dist/backprop-playground.html'), 'utf8');
  const [, policy = ''] = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/) ?? [];
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/=]{44}' 'wasm-unsafe-eval'; style-src 'sha256-[\w+/=]{44}'; /,
  );
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|http|\*/);
});
