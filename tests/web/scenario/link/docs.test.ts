// docs/links.md is true: every link in it opens as it says, or is refused with the sentence it says.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readableFragment } from '../../../../web/src/scenario/link/encode';
import { keyOrder } from '../../../../web/src/scenario/link/keys';
import { startBookmark } from '../../../../web/src/scenario/start';
import { open } from './stage';

const page = readFileSync(fileURLToPath(new URL('../../../../docs/links.md', import.meta.url)), 'utf8');

const examples = [...page.matchAll(/^```link\n(.*?)^```$/gms)]
  .flatMap(([, block = '']) => block.trim().split('\n\n'))
  .map((example) => {
    const [link = '', ...says] = example.split('\n');
    return { link, says: says.map((line) => line.replace(/^→ /, '')) };
  });

/** "start.layers.0" of a bookmark. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce((inner, key) => (inner as Record<string, unknown>)[key], value);

test.each(examples)('$link', async ({ link, says }) => {
  expect(says).not.toEqual([]);
  const opened = await open(link);
  for (const line of says) {
    const [, path, json] = /^([\w.]+) = (.*)$/.exec(line) ?? [];
    if (path === undefined) expect(opened).toMatchObject({ kind: 'refused', message: line });
    else {
      expect(opened).toMatchObject({ kind: 'bookmark', notices: [] });
      expect(opened.kind === 'bookmark' && at(opened.bookmark, path)).toStrictEqual(JSON.parse(json ?? ''));
    }
  }
});

test('the page has examples, and a row for every key', () => {
  expect(examples.length).toBeGreaterThan(15);
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  for (const key of [...keyOrder, 'init', 's', 'lesson']) {
    expect(
      rows.some((row) => row.slice(0, row.indexOf(' |', 2)).includes(`\`${key}\``)),
      `a row ${key}`,
    ).toBe(true);
  }
});

test("the page shows the start document's own link", () => {
  expect(page).toContain(`\n${readableFragment(startBookmark)}\n`);
});
