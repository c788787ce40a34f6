// The code of the embed builder, pasted into another page; and the element of embed.js, in one.
import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import { builderWords as words } from '../../web/src/format/strings/builder';
import { lessonWords } from '../../web/src/format/strings/lesson';
import { builtInLessonWords } from '../../web/src/format/strings/lessons';
import { lessonFragment } from '../../web/src/scenario/link/encode';
import { expect } from './fixture';
import { ask, heard, ready, test } from './host';
import { everyKind } from './lessonText';
import { atRest, button, field, visit } from './reader';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: words.heading });
const code = (page: Page): Promise<string> => dialog(page).getByRole('textbox', { name: words.code }).inputValue();
/** Of the link under a frame. */
const addressIn = (html: string): string => (/<a href="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');

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
  const atFirst = await atRest(heightOf);
  await dialog(page).getByText('320 px', { exact: true }).click();
  await expect.poll(heightOf).toBeGreaterThan(atFirst);
  await dialog(page).getByText('700 px', { exact: true }).click();
  await expect.poll(heightOf).toBe(atFirst);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, words.copy).click();
  await expect(dialog(page).getByText(words.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page));
  await page.context().clearPermissions();
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
  await page.goto(addressIn(frameCode));
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.41');
});

test('the code opens a lesson instead, the one that is open or one by its name, and talks to the site that was named', async ({
  page,
  host,
}) => {
  const lesson = (at: Page | FrameLocator) => at.getByRole('region', { name: /^Lesson/ });
  const own = (at: Page | FrameLocator) => lesson(at).getByRole('heading', { name: 'Four links' });
  await page.goto(`./${lessonFragment(everyKind)}`);
  await expect(own(page)).toBeVisible();
  await button(page, 'Share').click();
  await button(page, words.open).click();
  const preview = dialog(page).frameLocator('iframe');
  await expect(preview.getByRole('region', { name: 'Chain rule' })).toBeVisible();
  await expect(lesson(preview)).toHaveCount(0);
  await dialog(page).getByLabel(words.holds).selectOption(words.lesson('Every kind'));
  await expect(own(preview)).toBeVisible();
  const site = dialog(page).getByLabel(words.origin);
  await site.fill('course.example');
  await expect(dialog(page).getByText(words.noOrigin)).toBeVisible();
  await site.fill(`${host.origin}/week/3`);
  await dialog(page).getByRole('checkbox', { name: words.autoplay }).check();
  await dialog(page).getByRole('checkbox', { name: words.still }).check();
  await expect(dialog(page).getByRole('checkbox', { name: words.autoplay })).toBeDisabled();
  await expect(preview.locator('html')).toHaveAttribute('data-motion', 'none');
  const ownCode = await code(page);
  const title = builtInLessonWords.reuse.title;
  await dialog(page).getByLabel(words.holds).selectOption(words.lesson(title));
  await expect(lesson(preview)).toHaveAccessibleName(lessonWords.label(title));
  await dialog(page).getByText(words.forms.element, { exact: true }).click();
  await expect(site).toBeHidden();
  const namedCode = await code(page);

  await page.goto(host.serve('/own', ownCode));
  await ready(page);
  expect(await ask(page, 'hello')).toMatchObject({ ok: true });
  await expect(own(page.frameLocator('iframe'))).toBeVisible();
  await page.goto(host.serve('/named', namedCode));
  await expect(lesson(page.frameLocator('backprop-playground iframe'))).toHaveAccessibleName(lessonWords.label(title));
  // Where all of it but the link is taken out, the link opens the same lesson.
  await page.goto(addressIn(namedCode));
  await expect(lesson(page)).toHaveAccessibleName(lessonWords.label(title));
  await page.goto(addressIn(ownCode));
  await expect(own(page)).toBeVisible();
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

test('only the frame that the element has made speaks through it, in a page without an origin too', async ({
  page,
  host,
  baseURL,
}) => {
  const script = `<script src="${baseURL}/embed/v1/embed.js"></script>`;
  host.serve('/beside', '');
  host.serve('/sandboxed', `${script}<backprop-playground></backprop-playground>`);
  await page.goto(
    host.serve(
      '/',
      `<iframe sandbox="allow-scripts" src="/sandboxed" width="900" height="300"></iframe>
       ${script}<backprop-playground></backprop-playground><iframe src="/beside"></iframe>`,
    ),
  );
  const [beside, sandboxed] = ['/beside', '/sandboxed'].map((path) => page.frame({ url: host.origin + path }));
  if (!beside || !sandboxed) throw new Error('no frames');
  const heightIn = (at: Page | Frame) => at.locator('backprop-playground').evaluate(({ clientHeight }) => clientHeight);
  const isHigh = async (at: Page | Frame) => expect.poll(() => heightIn(at)).toBeGreaterThan(700);
  const costs = (at: Page | Frame) =>
    at.locator('backprop-playground').evaluate(async (element) => {
      const { step } = element as HTMLElementTagNameMap['backprop-playground'];
      return (await step(2)).costs.length;
    });
  await isHigh(page);
  await isHigh(sandboxed);
  expect(await costs(page)).toBe(3);
  expect(await costs(sandboxed)).toBe(3);

  // Another frame pretends to be the playground.
  await page.evaluate(() => {
    document.querySelector('backprop-playground')?.addEventListener('state', () => Reflect.set(window, 'fooled', true));
  });
  await beside.evaluate(() => {
    const said = { source: 'backprop-playground', v: 1 };
    parent.postMessage({ ...said, type: 'resize', height: 9 }, '*');
    parent.postMessage({ ...said, type: 'state' }, '*');
  });
  await expect.poll(() => heard(page, 'state')).toHaveLength(1);
  await isHigh(page);
  expect(await page.evaluate(() => Reflect.get(window, 'fooled'))).toBeUndefined();
});
