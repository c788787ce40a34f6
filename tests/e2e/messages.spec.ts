// Every message with its reply, and everybody who gets none.
import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { State } from '../../web/src/embed/element/face';
import { hiddenWhenEmbedded } from '../../web/src/embed/presentation';
import { strings } from '../../web/src/format/strings';
import { builderWords } from '../../web/src/format/strings/builder';
import { closerWords } from '../../web/src/format/strings/closer';
import { helpWords } from '../../web/src/format/strings/help';
import { presentationWords } from '../../web/src/format/strings/presentation';
import { toolWords } from '../../web/src/format/strings/tools';
import { type LockId, lockIds, type PanelId, panelIds } from '../../web/src/scenario/ids';
import { expect } from './fixture';
import { ask, heard, post, ready, test } from './host';
import { startScenario, twoThreeTwo } from './networks';

const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe').first();
const cost = (page: Page): Locator => frameOf(page).getByTestId('cost');

const weight = (page: Page): Locator => frameOf(page).getByRole('spinbutton', { name: 'weight w₁', exact: true });
const named = (name: string) => (page: Page) => frameOf(page).getByRole('button', { name, exact: true });

/** The one reader of `panelIds` that is not the page: what each of them is, by role and name. */
const panel: Readonly<Record<PanelId, ((page: Page) => Locator) | undefined>> = {
  diagram: (page) => frameOf(page).getByRole('region', { name: 'The network, scrollable' }),
  backward: (page) => frameOf(page).getByText(strings.network.legendBackward('C')),
  nudge: (page) => frameOf(page).getByRole('region', { name: 'Follow the nudge' }),
  chain: (page) => frameOf(page).getByRole('region', { name: 'Chain rule' }),
  phases: (page) => frameOf(page).getByRole('group', { name: 'One step in four phases' }),
  landscape: (page) => frameOf(page).getByRole('button', { name: closerWords.names.landscape }),
  depth: (page) => frameOf(page).getByRole('button', { name: closerWords.names.depth }),
  check: (page) => frameOf(page).getByRole('button', { name: closerWords.names.check }),
  diagnose: (page) => frameOf(page).getByRole('button', { name: closerWords.names.diagnose }),
  slips: (page) => frameOf(page).getByRole('button', { name: closerWords.names.slips }),
  table: (page) => frameOf(page).getByRole('group', { name: toolWords.face }),
  timeline: (page) => frameOf(page).getByRole('slider', { name: 'Step to revisit' }),
  examples: named('Examples'),
  share: named('Share'),
  embed: named(builderWords.open),
  lessons: named('Lessons'),
  player: named('Step'),
  alpha: (page) => frameOf(page).getByRole('spinbutton', { name: 'learning rate α', exact: true }),
  given: (page) => frameOf(page).getByText('Given: i₁'),
  guide: named(strings.welcome.done),
  edit: named(toolWords.edit),
  data: named(toolWords.data),
  undo: named('Undo'),
  document: named('Document'),
  settings: named(strings.header.settings),
  help: named(strings.header.help),
  window: (page) => frameOf(page).getByRole('link', { name: presentationWords.ownWindow }),
};

/** The greeting comes again. */
async function greet(page: Page): Promise<void> {
  await named(strings.header.help)(page).click();
  await named(helpWords.first)(page).click();
}

test('each message does what it says and is answered; a bad one is answered with where and what', async ({
  page,
  host,
  baseURL,
}) => {
  await page.goto(
    host.serve('/', `<iframe src="${baseURL}/?embed=1&origin=${host.origin}" width="1100" height="900"></iframe>`),
  );
  await ready(page);
  await expect(cost(page)).toHaveText('0.142');
  expect(await heard(page, 'ready')).toEqual([
    {
      source: 'backprop-playground',
      v: 1,
      type: 'ready',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      protocol: 1,
    },
  ]);
  const hello = await ask(page, 'hello');
  expect(hello).toMatchObject({ type: 'reply', ok: true, result: { protocol: 1 } });

  // State out, state in.
  const first = (await ask(page, 'getState')).result as unknown as { scenario: object; bookmark: object; url: string };
  expect(first).toMatchObject({ scenario: { loss: 'squared_error' }, bookmark: { version: 1, steps: 0 } });
  expect(first.url.startsWith(`${baseURL}/#`)).toBe(true);
  const set = await ask(page, 'setState', { scenario: twoThreeTwo });
  expect(set).toMatchObject({ ok: true, result: { scenario: { layers: twoThreeTwo.layers } } });
  const back = await ask(page, 'setState', { bookmark: first.bookmark });
  expect(back).toMatchObject({ ok: true, result: first });
  await expect(cost(page)).toHaveText('0.142');
  const [layer, ...others] = twoThreeTwo.layers;
  const bad = { ...twoThreeTwo, layers: [{ ...layer, weights: [['x', 1]] }, ...others] };
  expect(await ask(page, 'setState', { scenario: bad })).toMatchObject({
    ok: false,
    error: { path: 'scenario.layers.0.weights.0.0', message: expect.stringContaining('expects a number') },
  });
  for (const neither of [{}, { scenario: {}, bookmark: {} }]) {
    expect(await ask(page, 'setState', neither)).toMatchObject({ ok: false, error: { path: 'scenario' } });
  }
  await expect(cost(page)).toHaveText('0.142');

  // Steps: the costs before and after each, the same as one by one.
  const stepped = await ask(page, 'step', { n: 3 });
  const { costs } = stepped.result as unknown as { costs: Float64Array };
  expect(Object.keys(costs)).toHaveLength(4);
  await expect(cost(page)).not.toHaveText('0.142');
  expect(await ask(page, 'step')).toMatchObject({ ok: true });
  expect(await ask(page, 'getState')).toMatchObject({ result: { bookmark: { steps: 4 } } });
  for (const n of [0, 1.5, -1, '3', 1e7]) {
    expect(await ask(page, 'step', { n })).toMatchObject({ ok: false, error: { path: 'n' } });
  }
  expect(await ask(page, 'reset')).toMatchObject({ ok: true, result: {} });
  await expect(cost(page)).toHaveText('0.142');
  expect(await ask(page, 'run')).toMatchObject({ ok: true, result: {} });
  await expect(cost(page)).not.toHaveText('0.142');
  expect(await ask(page, 'pause')).toMatchObject({ ok: true, result: {} });
  await expect(frameOf(page).getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  // As many as take longer than a frame.
  const many = await ask(page, 'step', { n: 200_000 });
  expect(Object.keys((many.result as unknown as { costs: object }).costs)).toHaveLength(200_001);
  await ask(page, 'setState', { bookmark: first.bookmark });

  // What is shown, what is locked, how it looks.
  expect(await ask(page, 'set', { show: hiddenWhenEmbedded })).toMatchObject({ ok: true, result: {} });
  for (const id of panelIds) {
    const there = panel[id]?.(page);
    if (!there) continue;
    if (id === 'embed') await named('Share')(page).click();
    if (id === 'guide') await greet(page);
    await expect(there, `${id} at first`).toBeVisible();
    await ask(page, 'set', { hide: [id] });
    await expect(there, `${id} hidden`).toBeHidden();
    await ask(page, 'set', { show: [id] });
    await expect(there, `${id} shown`).toBeVisible();
    if (id === 'embed') await page.keyboard.press('Escape');
    if (id === 'table') await frameOf(page).getByText(toolWords.faces.drawing, { exact: true }).click();
    if (id === 'edit' || id === 'data') await there.click();
  }
  await ask(page, 'set', { hide: ['landscape', 'slips', 'depth', 'check', 'diagnose'] });
  const number: Partial<Record<LockId, string>> = {
    w: 'weight w₁',
    x: 'input i₁',
    y: 'target y',
    alpha: 'learning rate α',
  };
  for (const id of lockIds) {
    const name = number[id];
    if (!name) continue;
    const field = frameOf(page).getByRole('spinbutton', { name, exact: true });
    await ask(page, 'set', { lock: [id] });
    await expect(field, id).toHaveAttribute('readonly', '');
    await ask(page, 'set', { lock: false });
    await expect(field, id).not.toHaveAttribute('readonly', '');
  }
  await ask(page, 'set', { theme: 'dark' });
  await expect(frameOf(page).locator('html')).toHaveAttribute('data-theme', 'dark');
  await ask(page, 'set', { theme: 'light' });
  for (const [fields, path] of [
    [{ theme: 'pink' }, 'theme'],
    [{ hide: ['nudge', 'nose'] }, 'hide.1'],
    [{ show: 'nudge' }, 'show'],
    [{ lock: ['q'] }, 'lock.0'],
  ] as const) {
    expect(await ask(page, 'set', fields)).toMatchObject({ ok: false, error: { path } });
  }

  // Events come to whoever subscribed, once per rest.
  expect(await heard(page, 'state')).toEqual([]);
  expect(await ask(page, 'subscribe', { events: ['state', 'complete'] })).toMatchObject({ ok: true, result: {} });
  await weight(page).press('ArrowUp');
  await expect.poll(() => heard(page, 'state')).toHaveLength(1);
  const [state] = await heard(page, 'state');
  expect(state).toMatchObject({
    scenario: { layers: [{ weights: [[0.41]] }, {}, {}] },
    bookmark: {},
    url: expect.any(String),
  });
  await ask(page, 'subscribe', { events: [] });
  await ask(page, 'step');
  await page.waitForTimeout(400);
  expect(await heard(page, 'state')).toHaveLength(1);

  // What is no message of this protocol.
  expect(await ask(page, 'dance')).toMatchObject({ ok: false, error: { path: 'type' } });
  expect(await ask(page, 'getState', { v: 2 })).toMatchObject({ ok: false, error: { path: 'v' } });
  await post(page, { source: 'backprop-playground', v: 1, type: 'dance' });
  await post(page, { source: 'backprop-playground', v: 1, type: 'getState', id: {} });
  await expect.poll(() => heard(page, 'error')).toHaveLength(2);
  // An echo is not answered, nor is what is meant for somebody else.
  const answers = async () => (await Promise.all(['reply', 'error', 'state'].map((type) => heard(page, type)))).flat();
  const before = await answers();
  for (const type of ['reply', 'ready', 'resize', 'state', 'error']) {
    await post(page, { source: 'backprop-playground', v: 1, type, id: 1 });
  }
  for (const foreign of ['text', null, 7, { source: 'other', type: 'hello', id: 1 }, [1]]) await post(page, foreign);
  await page.waitForTimeout(300);
  expect(await answers()).toEqual(before);
  for (const { origin } of await page.evaluate(() => Reflect.get(window, 'heard'))) expect(origin).toBe(baseURL);
});

test('messages that do not wait for each other are done in their order, each on what the ones before it have left', async ({
  page,
  host,
  baseURL,
}) => {
  await page.goto(host.serve('/', `<iframe src="${baseURL}/?embed=1" width="1100" height="900"></iframe>`));
  await ready(page);
  await page.evaluate(
    ([scenario, bookmark]) => {
      const say = (fields: object) => frames[0]?.postMessage({ source: 'backprop-playground', v: 1, ...fields }, '*');
      say({ type: 'setState', id: 'set', bookmark: { version: 1, start: scenario, steps: 20_000 } });
      say({ type: 'step', id: 'step', n: 2 });
      say({ type: 'getState', id: 'get' });
      say({ type: 'setState', id: 'back', bookmark });
    },
    [twoThreeTwo, { version: 1, start: startScenario }] as const,
  );
  const inTurn = async () => (await heard(page, 'reply')).filter(({ id }) => typeof id === 'string');
  await expect.poll(inTurn).toHaveLength(4);
  expect((await inTurn()).map(({ id, result }) => [id, (result as State).bookmark?.steps])).toEqual([
    ['set', 20_000],
    ['step', undefined],
    ['get', 20_002],
    ['back', 0],
  ]);
});

test('a screenshot is a picture of the drawing that needs nothing else, as SVG and as PNG', async ({
  page,
  host,
  baseURL,
}) => {
  await page.goto(host.serve('/', `<iframe src="${baseURL}/?embed=1&theme=light" width="1100" height="900"></iframe>`));
  await ready(page);
  await expect(cost(page)).toHaveText('0.142');
  const { data } = (await ask(page, 'screenshot', { format: 'svg' })).result as unknown as { data: string };
  expect(data).not.toMatch(
    / (?:class|style|data-\w+)=|var\(|<foreignObject|<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
  );
  const read = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { root: svg.documentElement.tagName, texts: [...svg.querySelectorAll('text')].map((t) => t.textContent) };
  }, data);
  expect(read.root).toBe('svg');
  // Weights, activations and the cost stand in it, as on the page.
  for (const words of ['0.400', '0.700', '1.50', '0.623', '0.142', '=']) {
    expect(
      read.texts.some((text) => text?.includes(words)),
      words,
    ).toBe(true);
  }
  for (const hand of ['−', '+']) expect(read.texts).not.toContain(hand);

  const png = ((await ask(page, 'screenshot', { format: 'png' })).result as unknown as { data: string }).data;
  expect(png).toMatch(/^data:image\/png;base64,/);
  // Both show the same: ink on paper, at the size of the drawing.
  const drawn = await page.evaluate(
    async ([svg = '', picture = '']) => {
      const look = async (src: string) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [1000, Math.round((1000 * image.naturalHeight) / image.naturalWidth)];
        const pen = canvas.getContext('2d');
        pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
        const { data = [] } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
        let dark = 0;
        for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 200) dark++;
        return { width: image.naturalWidth, dark: dark / (data.length / 4) };
      };
      return [await look(`data:image/svg+xml,${encodeURIComponent(svg)}`), await look(picture)];
    },
    [data, png],
  );
  expect(drawn[0]?.dark).toBeGreaterThan(0.01);
  expect(Math.abs((drawn[1]?.dark ?? 0) / (drawn[0]?.dark ?? 0) - 1)).toBeLessThan(0.15);
  expect(drawn[1]?.width).toBeCloseTo(2 * (drawn[0]?.width ?? 0), -1);

  await ask(page, 'set', { hide: ['diagram'] });
  expect(await ask(page, 'screenshot', { format: 'svg' })).toMatchObject({ ok: false });
});

test('only the window around it is heard, only at the origin that was named, and the state reaches nobody else', async ({
  page,
  host,
  baseURL,
}) => {
  // Beside the playground a frame that asks in its place and keeps all it hears; around both, a page that is not the one named.
  const named = `${baseURL}/?embed=1&origin=https://school.example`;
  host.serve('/spy', '<p>spy</p>');
  await page.goto(
    host.serve(
      '/',
      `<iframe src="${baseURL}/?embed=1" width="900" height="600"></iframe><iframe src="/spy"></iframe>
       <iframe id="named" src="${named}" width="900" height="600"></iframe>
       <iframe id="bad" src="${baseURL}/?embed=1&origin=school" width="900" height="600"></iframe>`,
    ),
  );
  await expect(cost(page)).toHaveText('0.142');
  for (const id of ['named', 'bad']) await expect(page.frameLocator(`#${id}`).getByTestId('cost')).toHaveText('0.142');
  await expect(page.frameLocator('#bad').getByRole('alert')).toContainText('origin');
  const spy = page.frame({ url: `${host.origin}/spy` });
  if (!spy) throw new Error('no spy');

  await ask(page, 'subscribe', { events: ['state'] });
  await spy.evaluate(() => {
    for (const type of ['hello', 'getState', 'step', 'subscribe', 'screenshot']) {
      const message = { source: 'backprop-playground', v: 1, type, id: type, events: ['state'], format: 'svg' };
      for (let i = 0; i < parent.frames.length; i++)
        if (parent.frames[i] !== window) parent.frames[i]?.postMessage(message, '*');
    }
  });
  const all = page.frames().length - 1;
  await page.evaluate((count) => {
    for (let i = 1; i < count; i++) {
      frames[i]?.postMessage({ source: 'backprop-playground', v: 1, type: 'getState', id: `elsewhere ${i}` }, '*');
    }
  }, all);
  await weight(page).press('ArrowUp');
  await expect.poll(() => heard(page, 'state')).toHaveLength(1);
  await page.waitForTimeout(300);
  // Only the parent's own messages came back; the sibling's did nothing and brought it nothing, not even ready.
  expect(
    await spy.evaluate(() =>
      Reflect.get(window, 'heard').filter(
        (m: { data: { id?: string } }) => m.data?.id !== undefined && !String(m.data.id).startsWith('elsewhere'),
      ),
    ),
  ).toEqual([]);
  expect(await spy.evaluate(() => JSON.stringify(Reflect.get(window, 'heard')).includes('bookmark'))).toBe(false);
  const replies = await heard(page, 'reply');
  expect(replies.filter(({ id }) => typeof id === 'string')).toEqual([]);
  await expect(frameOf(page).getByText('step 0').first()).toBeVisible();

  // A flood: fifty in a second are answered, the others dropped; then it listens again.
  await page.waitForTimeout(1100);
  await page.evaluate(() => {
    for (let i = 0; i < 400; i++)
      frames[0]?.postMessage({ source: 'backprop-playground', v: 1, type: 'hello', id: `flood ${i}` }, '*');
  });
  const answered = async () => (await heard(page, 'reply')).filter(({ id }) => String(id).startsWith('flood')).length;
  await expect.poll(answered).toBe(50);
  await page.waitForTimeout(1100);
  // Messages are answered in their order: after this answer none is still to come.
  expect(await ask(page, 'hello')).toMatchObject({ ok: true });
  expect(await answered()).toBe(50);

  // Over 1 MiB: dropped, however it is made up; just below, answered.
  await page.evaluate(() => {
    const send = (id: string, fields: object) =>
      frames[0]?.postMessage({ source: 'backprop-playground', v: 1, type: 'hello', id, ...fields }, '*');
    const circle: { self?: unknown } = {};
    circle.self = circle;
    send('small', { pad: 'x'.repeat(2 ** 20 - 200) });
    send('text', { pad: 'x'.repeat(2 ** 20) });
    send('umlauts', { pad: 'ä'.repeat(2 ** 19) });
    send('numbers', { pad: Array.from({ length: 300_000 }, (_, i) => i + 0.5) });
    send('bytes', { pad: new Uint8Array(2 ** 20 + 1) });
    send('circle', { circle });
  });
  expect(await ask(page, 'hello')).toMatchObject({ ok: true });
  const sized = (await heard(page, 'reply'))
    .map(({ id }) => id)
    .filter((id) => typeof id === 'string' && !id.startsWith('flood'));
  expect(sized).toEqual(['small']);
});

test('a page without an origin is answered where none was named, and hears nothing where one was', async ({
  page,
  host,
  baseURL,
}) => {
  host.serve('/inner', `<iframe src="${baseURL}/?embed=1" width="900" height="600"></iframe>`);
  host.serve('/strict', `<iframe src="${baseURL}/?embed=1&origin=${host.origin}" width="900" height="600"></iframe>`);
  await page.goto(
    host.serve(
      '/',
      '<iframe sandbox="allow-scripts" src="/inner"></iframe><iframe sandbox="allow-scripts" src="/strict"></iframe>',
    ),
  );
  const inner = page.frame({ url: `${host.origin}/inner` });
  const strict = page.frame({ url: `${host.origin}/strict` });
  if (!inner || !strict) throw new Error('no frames');
  await expect.poll(() => heard(inner, 'ready')).toHaveLength(1);
  expect(await ask(inner, 'getState')).toMatchObject({ ok: true, result: { bookmark: {} } });
  await expect(page.frameLocator('iframe').nth(1).frameLocator('iframe').getByTestId('cost')).toHaveText('0.142');
  await post(strict, { source: 'backprop-playground', v: 1, type: 'getState', id: 'x' });
  await page.waitForTimeout(500);
  expect(await strict.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
});
