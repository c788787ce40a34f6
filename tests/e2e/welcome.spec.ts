import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { expect, test } from './fixture';
import { button, cost, field, visit } from './reader';

const line = (page: Page) => page.getByText(strings.welcome.line('w₁', 'C'));
/** Whether the field stands out: a dashed frame drawn around it. */
const offered = (page: Page) =>
  field(page, 'weight w₁').evaluate(
    (element) => getComputedStyle(element.parentElement ?? element, '::after').borderTopStyle === 'dashed',
  );

test('on a first visit one line says what to do first and w₁ offers itself', async ({ page }) => {
  await visit(page);
  await expect(line(page)).toBeVisible();
  expect(await offered(page)).toBe(true);
});

test('line and handle go with the first edit and do not come back', async ({ page }) => {
  await visit(page);
  const below = page.locator('[data-part="diagram"]').first();
  const before = await below.boundingBox();
  await button(page, 'Increase weight w₁').click();
  await expect(line(page)).toHaveCount(0);
  // In its place stands what the edit did, and nothing moves.
  await expect(page.getByText(strings.welcome.moved('C', '0.142', '0.140'))).toBeVisible();
  expect(await below.boundingBox()).toEqual(before);
  expect(await offered(page)).toBe(false);
  await button(page, 'Undo').click();
  await expect(page.getByText(strings.welcome.moved('C', '0.142', '0.142'))).toBeVisible();
  await expect(line(page)).toHaveCount(0);
  await page.reload();
  await expect(field(page, 'weight w₁')).toBeVisible();
  await expect(line(page)).toHaveCount(0);
  expect(await offered(page)).toBe(false);
});

test('the line can be sent away', async ({ page }) => {
  await visit(page);
  await button(page, 'Got it').click();
  await expect(line(page)).toHaveCount(0);
  await page.reload();
  await expect(field(page, 'weight w₁')).toBeVisible();
  await expect(line(page)).toHaveCount(0);
});

test('the line blocks nothing: any other number can be changed first', async ({ page }) => {
  await visit(page);
  await field(page, 'target y').fill('0');
  await expect(cost(page)).toHaveText('0.389');
  await expect(line(page)).toHaveCount(0);
});

for (const [how, script] of [
  [
    'refused, as in a cross-site frame',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
  ],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
] as const) {
  test(`where storage is ${how}, the page works all the same`, async ({ page }) => {
    await page.addInitScript(script);
    await visit(page);
    await expect(line(page)).toBeVisible();
    await button(page, 'Increase weight w₁').click();
    await expect(field(page, 'weight w₁')).toHaveValue('0.410');
    await expect(line(page)).toHaveCount(0);
  });
}
