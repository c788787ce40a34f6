// Three engines show the page inside a page of another site, whatever that page and the reader's browser take from it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { inRepository } from '../../scripts/page.mjs';
import { readableFragment } from '../../web/src/scenario/link/encode';
import { startScenario } from '../../web/src/scenario/start';
import { publish, type StaticHost } from '../staticHost';
import { type Browser, until } from './browser';
import { launch } from './puppeteer';
import { button, shown } from './reader';
import { connect } from './webkit';

const names = ['Chromium', 'Firefox', 'WebKit'] as const;
const browsers = {} as Record<(typeof names)[number], Browser>;

const fragment =
  readableFragment({
    version: 1,
    start: startScenario,
    steps: 12,
    example: 0,
    pick: { layer: 0, unit: 0, input: 0 },
    notation: { rate: 'η', cost: 'L', decimal: '.', digits: 17 },
  }) ?? '';

/** Each is a page of the course. */
const sandboxes = {
  none: '',
  scripts: 'sandbox="allow-scripts"',
  origin: 'sandbox="allow-scripts allow-same-origin"',
  popups: 'sandbox="allow-scripts allow-forms allow-popups"',
} as const;
type Sandbox = keyof typeof sandboxes;

const room = mkdtempSync(join(tmpdir(), 'backprop-'));
let course: StaticHost;
let playground: StaticHost;

beforeAll(async () => {
  for (const name of names) browsers[name] = await (name === 'WebKit' ? connect(inject('webkit')) : launch(name));
  playground = await publish(inRepository('dist'), '/tools/playground/');
  const source = `${playground.address}?embed=1${fragment.replaceAll('&', '&amp;')}`;
  const listener = "<script>heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>";
  for (const [name, sandbox] of Object.entries(sandboxes)) {
    const frame = `<iframe ${sandbox} src="${source}" width="1000" height="700"></iframe>`;
    writeFileSync(join(room, `${name}.html`), `<!doctype html><title>A course</title>${listener}${frame}`);
  }
  // localhost and 127.0.0.1 are two sites.
  course = await publish(room, '/', () => ({}), '127.0.0.1');
});

afterAll(async () => {
  await Promise.all(Object.values(browsers).map((browser) => browser.close()));
  await Promise.all([course.close(), playground.close()]);
  rmSync(room, { recursive: true });
});

test.each(names)('answers in %s the page around its sandbox', async (name) => {
  const browser = browsers[name];
  const replied = `heard.find(({ source, type, id }) => source === 'backprop-playground' && type === 'reply' && id === 7)`;
  await browser.open(`${course.address}scripts.html`);
  await until(browser, 'ready', `return heard.some(({ type }) => type === 'ready')`);
  await browser.run(`document.querySelector('iframe').contentWindow.postMessage(
    { source: 'backprop-playground', v: 1, type: 'getState', id: 7 }, '*')`);
  await until(browser, 'the reply', `return ${replied} !== undefined`);
  expect(await browser.run(`return ${replied}`)).toMatchObject({
    ok: true,
    result: { bookmark: { start: { ...startScenario, title: expect.any(String) }, steps: 12 } },
  });
});

/** The text before and after a step. */
async function embedded(browser: Browser, sandbox: Sandbox): Promise<string[]> {
  await browser.open(`${course.address}${sandbox}.html`);
  await browser.enter('iframe');
  const before = await shown(browser);
  await browser.click(button('Step'));
  const after = await shown(browser);
  // Where there is storage, the greeting would come only once.
  await browser.run('try { localStorage.clear(); } catch {}');
  return [before, after];
}

let expected: string[] | undefined;

test.each(names)('shows in %s, in every sandbox with scripts, what it shows in Chromium without one', async (name) => {
  expected ??= await embedded(browsers.Chromium, 'none');
  expect(expected[0]).toContain('step 12, L ');
  expect(expected[1]).toContain('step 13, L ');
  for (const sandbox of Object.keys(sandboxes) as Sandbox[]) {
    expect(await embedded(browsers[name], sandbox), sandbox).toEqual(expected);
  }
});

test.each(['Chromium', 'Firefox'] as const)('works in a %s that lets no other site keep anything', async (name) => {
  const strict = await launch(name, 'nothing from other sites');
  const [before, after] = await embedded(strict, 'none');
  const refusal = await strict.run<string>('try { return typeof localStorage; } catch ({ name }) { return name; }');
  await strict.close();
  expect(refusal).toBe('SecurityError');
  expect(before).toContain('step 12, L ');
  expect(after).toContain('step 13, L ');
});
