// The code of the embed builder, pasted into another page; and the element of embed.js, in one.
import type { Locator, Page } from '@playwright/test';
import { builderWords as words } from '../../web/src/format/strings/builder';
import { expect } from './fixture';
import { heard, ready, test } from './host';
import { button, field, visit } from './reader';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: words.heading });
const code = (page: Page): Promise<string> => dialog(page).getByRole('textbox', { name: words.code }).inputValue();

test('the builder shows what is chosen, and its code does the same in another page, as a frame and as a script', async ({
  page,
  host,
}) => {
  await visit(page);
  await field(page, 'weight w₁').press('ArrowUp');
  await button(page, 'Share').click();
  await button(page, words.open).click();
  const preview = dialog(page).frameLocator('iframe');
  await expect(preview.getByRole('region', { name: 'Follow the nudge' })).toBeVisible();
  await dialog(page).getByRole('checkbox', { name: words.panels.nudge }).uncheck();
  await dialog(page).getByRole('checkbox', { name: words.panels.examples, exact: true }).check();
  await dialog(page).getByRole('checkbox', { name: words.locks.w }).uncheck();
  await dialog(page).getByLabel(words.theme).selectOption('dark');
  await dialog(page).getByLabel(words.opened).selectOption('check');

  const expectChosen = async (frame: typeof preview) => {
    const weight = frame.getByRole('spinbutton', { name: 'weight w₁', exact: true });
    await expect(weight).toHaveAttribute('aria-valuenow', '0.41');
    await expect(weight).toHaveAttribute('readonly', '');
    await expect(frame.getByRole('spinbutton', { name: 'input i₁', exact: true })).not.toHaveAttribute('readonly', '');
    await expect(frame.getByRole('region', { name: 'Follow the nudge' })).toBeHidden();
    await expect(frame.getByRole('button', { name: 'Examples', exact: true })).toBeVisible();
    await expect(frame.locator('#closer-check')).toBeVisible();
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  };
  await expectChosen(preview);
  // The height is what the preview asked for at its width.
  const heightOf = async () => Number(/height="(\d+)"/.exec(await code(page))?.[1]);
  await expect.poll(heightOf).toBeGreaterThan(864);
  await page.waitForTimeout(500);
  const atFirst = await heightOf();
  await dialog(page).getByText('320 px', { exact: true }).click();
  await expect.poll(heightOf).toBeGreaterThan(atFirst);
  await dialog(page).getByText('700 px', { exact: true }).click();
  await expect.poll(heightOf).toBe(atFirst);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, words.copy).click();
  await expect(dialog(page).getByText(words.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page));
  const frameCode = await code(page);
  await dialog(page).getByText(words.forms.element, { exact: true }).click();
  const elementCode = await code(page);

  await page.goto(host.serve('/frame', `<main style="width:700px">${frameCode}</main>`));
  await expectChosen(page.frameLocator('iframe'));
  const link = page.getByRole('link', { name: 'in a window of its own' });
  await expect(link).toBeVisible();
  const root = page.frameLocator('iframe').locator('html');
  await expect.poll(() => root.evaluate((html) => html.scrollHeight - html.clientHeight)).toBeLessThanOrEqual(1);

  await page.goto(host.serve('/element', `<main style="width:700px">${elementCode}</main>`));
  await expectChosen(page.frameLocator('backprop-playground iframe'));
  await expect(page.getByRole('link', { name: 'in a window of its own' })).toBeHidden();

  // Where all of it but the link is taken out, the link opens the same network.
  await page.goto((/<a href="([^"]+)"/.exec(frameCode)?.[1] ?? '').replaceAll('&amp;', '&'));
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.41');
});

test('<backprop-playground> makes the frame, follows its height, and turns messages into promises and events', async ({
  page,
  host,
  baseURL,
}) => {
  const script = `<script src="${baseURL}/embed/v1/embed.js"></script>`;
  await page.goto(
    host.serve(
      '/',
      `${script}${script}<main style="width:800px"><backprop-playground state="#w=0.5;0.7;1.5" hide="nudge"><a href="/x">fallback</a></backprop-playground></main>`,
    ),
  );
  await expect(page.getByText('fallback')).toBeHidden();
  const done = await page.evaluate(async () => {
    const element = document.querySelector('backprop-playground');
    if (!element) throw new Error('no element');
    const { protocol } = await element.ready;
    const events: { type: string; detail: unknown }[] = [];
    for (const type of ['state', 'resize', 'error', 'ready'])
      element.addEventListener(type, (event) => events.push({ type, detail: (event as CustomEvent).detail }));
    const before = await element.getState();
    await element.subscribe('state');
    const { costs } = await element.step(2);
    const after = await element.setState({ bookmark: before.bookmark });
    const refused = await element
      .setState({ scenario: {} as never })
      .catch((error) => ({ message: error.message, path: error.path }));
    const noLesson = await element.loadLesson('one').catch((error) => error.message);
    await element.set({ theme: 'dark', lock: true });
    const picture = await element.screenshot();
    await element.run();
    await element.pause();
    await element.reset();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return {
      protocol,
      weight: before.scenario.layers[0]?.weights[0]?.[0],
      costs: costs.length,
      same: JSON.stringify(before) === JSON.stringify(after),
      refused,
      noLesson,
      picture: picture.slice(0, 4),
      types: [...new Set(events.map(({ type }) => type))],
      src: element.shadowRoot?.querySelector('iframe')?.src,
    };
  });
  expect(done).toMatchObject({
    protocol: 1,
    weight: 0.5,
    costs: 3,
    same: true,
    refused: { path: expect.stringMatching(/^scenario\./) },
    noLesson: expect.stringContaining('There are: nudge'),
    picture: '<svg',
    src: expect.stringContaining(`origin=${encodeURIComponent(host.origin)}`),
  });
  expect(done.types).toContain('state');
  const frame = page.frameLocator('backprop-playground iframe');
  const root = frame.locator('html');
  await expect.poll(() => root.evaluate((html) => html.scrollHeight - html.clientHeight)).toBeLessThanOrEqual(1);
  await expect(frame.getByRole('spinbutton', { name: 'weight w₁', exact: true })).toHaveAttribute('readonly', '');

  // Another state is opened in the page that is there; another look loads it anew, and it answers again.
  await page.evaluate(() => document.querySelector('backprop-playground')?.setAttribute('state', 'w=0.9;0.7;1.5'));
  await expect(frame.getByRole('spinbutton', { name: 'weight w₁', exact: true })).toHaveAttribute(
    'aria-valuenow',
    '0.9',
  );
  const again = await page.evaluate(async () => {
    const element = document.querySelector('backprop-playground');
    element?.setAttribute('theme', 'light');
    element?.setAttribute('height', '500');
    await element?.ready;
    const state = await element?.getState();
    const waiting = element?.getState().catch((error) => error.message);
    await Promise.resolve();
    element?.remove();
    return { weight: state?.scenario.layers[0]?.weights[0]?.[0], gone: await waiting };
  });
  expect(again).toEqual({ weight: 0.9, gone: expect.stringContaining('gone') });
  expect(await heard(page, 'reply')).not.toEqual([]);
});

test('a page without an id of its own cannot speak through the element of another', async ({ page, host, baseURL }) => {
  // A frame beside the element pretends to be the playground.
  host.serve(
    '/liar',
    `<script>for (const at of [parent]) at.postMessage({ source: 'backprop-playground', v: 1, type: 'resize', height: 9 }, '*')</script>`,
  );
  await page.goto(
    host.serve(
      '/',
      `<script src="${baseURL}/embed/v1/embed.js"></script><backprop-playground height="auto"></backprop-playground><iframe src="/liar"></iframe>`,
    ),
  );
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
  await ready(page);
  await expect
    .poll(() => page.locator('backprop-playground').evaluate((element) => element.clientHeight))
    .toBeGreaterThan(700);
});
