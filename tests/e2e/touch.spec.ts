import type { Locator, Page } from '@playwright/test';
import { spoken } from '../../web/src/format/spoken';
import { strings } from '../../web/src/format/strings';
import { presets } from '../../web/src/scenario/presets';
import { expect, test } from './fixture';
import {
  atRest,
  button,
  chain,
  choice,
  diagram,
  explain,
  field,
  gradient,
  network,
  neuron,
  openDocument,
  timeline,
  visit,
  where,
} from './reader';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test.beforeEach(({ page }) => visit(page));

/** A finger put on a thing and moved; the browser decides whether that scrolls. */
async function swipe(page: Page, thing: Locator, by: { x: number; y: number }): Promise<void> {
  await thing.scrollIntoViewIfNeeded();
  const box = await thing.boundingBox();
  if (!box) throw new Error('not on screen');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  const moves = 12;
  for (let i = 1; i <= moves; i++) {
    const to = { x: from.x + (by.x * i) / moves, y: from.y + (by.y * i) / moves };
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [to] });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** How far the page is scrolled, and whatever in it scrolls sideways. */
const scrolled = (page: Page) =>
  page.evaluate(() => ({
    page: window.scrollY,
    sideways: Math.max(window.scrollX, ...[...document.querySelectorAll('section')].map((s) => s.scrollLeft)),
  }));

test('a finger dragged over a number changes it, and the page does not scroll under it', async ({ page }) => {
  const w = field(page, 'weight w₁');
  await w.scrollIntoViewIfNeeded();
  const before = await scrolled(page);
  await swipe(page, w, { x: 30, y: -10 });
  await expect(w).toHaveValue('0.500');
  expect(await scrolled(page)).toEqual(before);
  await button(page, 'Undo').click();
  await expect(w).toHaveValue('0.400');
});

test('a finger that goes up scrolls the page wherever it begins, and changes no number', async ({ page }) => {
  for (const from of [
    network(page).getByText('Given:'),
    field(page, 'weight w₁'),
    button(page, 'Increase weight w₁'),
    button(page, 'Decrease weight w₁'),
  ]) {
    await page.evaluate(() => window.scrollTo(0, 0));
    await swipe(page, from, { x: 10, y: -200 });
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(20);
    await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.4');
  }
});

test('a finger held on + steps the number on and on, in one undo entry', async ({ page }) => {
  const plus = await button(page, 'Increase weight w₁').boundingBox();
  if (!plus) throw new Error('not on screen');
  const session = await page.context().newCDPSession(page);
  const touchPoints = [{ x: plus.x + plus.width / 2, y: plus.y + plus.height / 2 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await expect.poll(async () => Number(await field(page, 'weight w₁').inputValue())).toBeGreaterThan(0.43);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await button(page, 'Undo').tap();
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
  await expect(button(page, 'Undo')).toBeDisabled();
});

test('a tap on a number lets it be typed, a tap on + steps it once', async ({ page }) => {
  await field(page, 'weight w₁').tap();
  await expect(field(page, 'weight w₁')).toBeFocused();
  await page.keyboard.type('0.9');
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.9');
  await button(page, 'Increase weight w₂').tap();
  await expect(field(page, 'weight w₂')).toHaveValue('0.710');
});

test('a finger on the cost curve revisits a step and does not scroll', async ({ page }) => {
  for (let i = 0; i < 4; i++) await button(page, 'Step').tap();
  await timeline(page).scrollIntoViewIfNeeded();
  // The first scroll gives back the room of the greeting.
  const before = await atRest(() => scrolled(page));
  await swipe(page, timeline(page), { x: -160, y: -40 });
  await expect(where(page)).toContainText('step 0');
  expect(await scrolled(page)).toEqual(before);
});

test('at 360 px a weight is chosen by touch and its factors are read', async ({ page }) => {
  await explain(page, 'w₂');
  await expect(gradient(page)).toHaveText('−0.127');
  await chain(page).getByRole('radio', { name: 'w₃', exact: true }).tap();
  await expect(gradient(page)).toHaveText('−0.0594');
});

test('the diamond is whole on a phone, and a finger on a line without a number gets its weight', async ({ page }) => {
  await openDocument(page, presets.diamond);
  await expect(choice(page, 'w⁽³⁾₁₂')).toBeVisible();
  const beyond = () => diagram(page).evaluate((frame) => frame.scrollWidth - frame.clientWidth);
  expect(await beyond()).toBe(0);
  await expect(network(page)).not.toContainText(strings.network.legendBare);

  await openDocument(page, presets.textbook);
  await expect(network(page)).toContainText(strings.network.legendBare);
  expect(await beyond()).toBe(0);
  await neuron(page, 'a⁽¹⁾₁').evaluate((unit) => unit.scrollIntoView());
  // A line that runs straight down between the units.
  const [from, to] = await Promise.all([neuron(page, 'a⁽¹⁾₁').boundingBox(), neuron(page, 'a⁽²⁾₁').boundingBox()]);
  if (!from || !to) throw new Error('not on screen');
  await page.touchscreen.tap(from.x + from.width / 2 + 8, (from.y + from.height + to.y) / 2);
  await expect(diagram(page).getByRole('spinbutton', { name: spoken('weight w⁽²⁾₁₁') })).toBeVisible();
  expect(await beyond()).toBe(0);
});

test('everything to press is at least 24 px large', async ({ page }) => {
  const small = await page
    .getByRole('main')
    .locator('button, input:not(.visually-hidden), select, label:has(input)')
    .evaluateAll((all) =>
      all
        .filter((e) => e.checkVisibility() && e.getAttribute('aria-hidden') !== 'true')
        .map((e) => ({ e, box: e.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ e, box }) => `${e.getAttribute('aria-label') ?? e.textContent} ${box.width} × ${box.height}`),
    );
  expect(small).toEqual([]);
});
