// Three engines show the same page: every digit on screen and every bit of every parameter, as in Chromium and in Node.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { packedFragment, readableFragment } from '../../web/src/scenario/link/encode';
import { startScenario } from '../../web/src/scenario/start';
import { hashAfter, hashOf, start, steps } from '../golden/bits';
import { type Browser, until } from './browser';
import { launch } from './puppeteer';
import { button, shown } from './reader';
import { connect } from './webkit';

const address = inject('page');
const names = ['Chromium', 'Firefox', 'WebKit'] as const;
const browsers = {} as Record<(typeof names)[number], Browser>;

beforeAll(async () => {
  for (const name of names) browsers[name] = await (name === 'WebKit' ? connect(inject('webkit')) : launch(name));
});

afterAll(() => Promise.all(Object.values(browsers).map((browser) => browser.close())));

const sent = { version: 1, steps, example: 0, pick: { layer: 0, unit: 0, input: 0 } } as const;
const notation = { rate: 'η', cost: 'L', decimal: '.', digits: 17 } as const;

/** A link of each form, every digit to be shown: the note's network after 12 steps, a wide one after 10,000. */
const links = {
  'a readable link': readableFragment({ ...sent, start: startScenario, steps: 12, notation }) ?? '',
  'a packed link': packedFragment({ ...sent, start, notation }),
  'a link written by hand':
    '#net=2,2:tanh,1:sigmoid&data=xor:8:0.1:3&init=he:5&rule=adam&step=100&pick=b.2.1&digits=17&b=0,0;0',
};

/** All text on screen after each thing a reader does. */
async function walk(browser: Browser): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  await browser.open(address);
  seen['first screen'] = await shown(browser);
  await browser.click(button('Choose w₂: show why its gradient is what it is'));
  await browser.click(button('Step'));
  seen['after a choice and a step'] = await shown(browser);
  for (const [form, fragment] of Object.entries(links)) {
    // Otherwise only the fragment would change.
    await browser.open('about:blank');
    await browser.open(address + fragment);
    seen[form] = await shown(browser);
  }
  return seen;
}

describe('the page', () => {
  let chromium: Record<string, string>;
  beforeAll(async () => {
    chromium = await walk(browsers.Chromium);
  });

  test('shows in Chromium the note’s numbers, a step, and what links hold, to 17 digits', () => {
    expect(chromium['first screen']).toContain('weight w₃=1.50');
    expect(chromium['after a choice and a step']).toContain('step 1, C 0.101');
    expect(chromium['a readable link']).toContain('step 12, L ');
    expect(chromium['a packed link']).toMatch(/step 10.?000, L /);
    expect(chromium['a packed link']).toContain('The network says 0.5993754173666933,');
    expect(chromium['a link written by hand']).toContain('step 100, C ');
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

test.each(names)('the page keeps itself for later in %s, though the policy names no worker', async (name) => {
  await browsers[name].open(address);
  await until(browsers[name], 'the service worker', 'return navigator.serviceWorker.controller !== null');
});
