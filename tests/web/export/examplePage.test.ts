import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { beforeAll, expect, test } from 'vitest';
import { type Engine, loadEngine } from '../../../web/src/engine';
import { examplePage, examplesPage } from '../../../web/src/export/examplePage';
import { decodeFragment } from '../../../web/src/scenario/link/decode';
import { type PresetId, presets } from '../../../web/src/scenario/presets';
import { bookmarkOf } from '../../../web/src/scenario/start';

const ids = Object.keys(presets) as PresetId[];
const { DOMParser } = new Window();
const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');
let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

function pageOf(id: PresetId, site?: string) {
  const numbers = {
    evaluation: engine.evaluate(presets[id]),
    gradientOf: (ref: Parameters<Engine['derive']>[1]) => engine.derive(presets[id], ref).gradient,
  };
  return parsed(examplePage(id, numbers, site));
}
const attribute = (page: ReturnType<typeof parsed>, selector: string, name = 'content') =>
  page.querySelector(selector)?.getAttribute(name);

test.each(ids)('the page of %s has its title and what to look for, for people and in its Open Graph tags', (id) => {
  const page = pageOf(id);
  expect(page.querySelector('h1')?.textContent).toBe(presets[id].title);
  expect(attribute(page, 'meta[property="og:title"]')).toBe(presets[id].title);
  const look = page.querySelector('h1 + p')?.textContent;
  expect(attribute(page, 'meta[property="og:description"]')).toBe(look);
  expect(page.querySelectorAll('line')).toHaveLength(
    presets[id].layers.flatMap(({ weights }) => weights.flat()).length,
  );
});

test.each(ids)('the link of the page of %s opens that example', async (id) => {
  const link = attribute(pageOf(id), 'a.open', 'href') ?? '';
  expect(link.startsWith('../#')).toBe(true);
  const opened = await decodeFragment(link.slice(3), engine.initialise);
  expect(opened).toMatchObject({ kind: 'bookmark', notices: [], bookmark: { start: bookmarkOf(presets[id]).start } });
});

test('the page of the note’s network shows its worked numbers', () => {
  const text = pageOf('note').body.textContent ?? '';
  for (const worked of ['a₁ = ReLU(z₁) = 0.480', 'yₚ = σ(z₃) = 0.623', 'C = (yₚ − y)² = 0.142', '−0.223']) {
    expect(text).toContain(worked);
  }
});

test('what crawlers need in full is so where the site is known', () => {
  const page = pageOf('xor', 'https://playground.example/course/');
  expect(attribute(page, 'meta[property="og:image"]')).toBe('https://playground.example/course/examples/xor.png');
  expect(attribute(page, 'meta[property="og:url"]')).toBe('https://playground.example/course/examples/xor.html');
});

test.each(ids)(
  'the picture of %s, that scripts/examplePictures.mjs makes, is as large as its page says and soon loaded',
  (id) => {
    const png = readFileSync(new URL(`../../../docs/examples/${id}.png`, import.meta.url));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(
      ['width', 'height'].map((side) => Number(attribute(pageOf(id), `meta[property="og:image:${side}"]`))),
    );
    expect(png.length).toBeLessThanOrEqual(30_000);
  },
);

test('the list names every example once', () => {
  const list = parsed(examplesPage());
  const links = [...list.querySelectorAll('dt a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(ids.map((id) => `${id}.html`));
});
