// Three engines show the same page: every digit on screen and every bit of every parameter, as in Chromium and in Node.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { hashAfter, hashOf, start, steps } from '../golden/bits';
import type { Browser } from './browser';
import { launch } from './puppeteer';
import { button, openDocument, shown } from './reader';
import { connect } from './webkit';

const address = inject('page');
const names = ['Chromium', 'Firefox', 'WebKit'] as const;
const browsers = {} as Record<(typeof names)[number], Browser>;

beforeAll(async () => {
  for (const name of names) browsers[name] = await (name === 'WebKit' ? connect(inject('webkit')) : launch(name));
});

afterAll(() => Promise.all(Object.values(browsers).map((browser) => browser.close())));

/** All text on screen after each thing a reader does. */
async function walk(browser: Browser): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  await browser.open(address);
  seen['first screen'] = await shown(browser);
  await browser.click(button('Increase weight w₁'));
  await browser.click('//button[normalize-space()="Step"]');
  seen['after an edit and a step'] = await shown(browser);
  await openDocument(browser, { version: 1, start, steps, notation: { digits: 17 } });
  seen['17 digits after 10,000 steps'] = await shown(browser);
  return seen;
}

describe('the page', () => {
  let chromium: Record<string, string>;
  beforeAll(async () => {
    chromium = await walk(browsers.Chromium);
  });

  test('shows in Chromium the note’s numbers, a step, and 17 digits of what was opened', () => {
    expect(chromium['first screen']).toContain('weight w₃=1.50');
    expect(chromium['after an edit and a step']).toContain('step 1, C 0.0992');
    expect(chromium['17 digits after 10,000 steps']).toContain('The network says 0.3325896729301442');
  });

  test.each(['Firefox', 'WebKit'] as const)('shows in %s the very text that it shows in Chromium', async (name) => {
    expect(await walk(browsers[name])).toEqual(chromium);
  });
});

describe('the engine', () => {
  test('computes from dist in Node the bits of the native core', async () => {
    const { loadEngine } = await import(new URL('../../dist/engine/index.js', import.meta.url).href);
    const engine = await loadEngine();
    expect(hashOf(engine.descend(start, steps).scenario)).toBe(hashAfter);
  });

  test.each(names)('computes in %s the bits of the native core', async (name) => {
    await browsers[name].open(address);
    const after = await browsers[name].run<typeof start>(`
      const { loadEngine } = await import(${JSON.stringify(`${address}engine/index.js`)});
      return (await loadEngine()).descend(${JSON.stringify(start)}, ${steps}).scenario;`);
    expect(hashOf(after)).toBe(hashAfter);
  });
});
