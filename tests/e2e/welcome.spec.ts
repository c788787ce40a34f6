import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { guideWords } from '../../web/src/format/strings/guide';
import { expect, test } from './fixture';
import { fiveLayers } from './networks';
import { button, chain, choice, cost, field, gradient, nudge, openDocument, phase, visit } from './reader';

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

test('the product is folded into a slot for each link: the walk fills them, and then it is told', async ({ page }) => {
  await visit(page, 'folded');
  await expect(chain(page)).toContainText(strings.chain.slots(4));
  await expect(chain(page)).toContainText(strings.chain.strength('w₁', 'C'));
  await expect(gradient(page)).toHaveCount(0);
  await button(page, strings.nudge.walk).click();
  const slots = chain(page).getByText(/^(1\.20|0\.700|0\.352)$/);
  for (const filled of [1, 2, 3]) {
    await nudge(page).getByRole('button', { name: strings.nudge.next }).click();
    await expect(slots).toHaveCount(filled);
  }
  await nudge(page).getByRole('button', { name: strings.nudge.next }).click();
  await expect(gradient(page)).toHaveText('−0.223');
});

for (const [way, go] of [
  ['asks for it', (page) => button(page, strings.chain.showAll).click()],
  ['chooses another weight', (page) => choice(page, 'w₂').click()],
  ['takes a step', (page) => button(page, 'Step').click()],
  ['looks at a phase', (page) => phase(page, 'backward').click()],
  [
    'leaves the questions',
    async (page) => {
      await button(page, 'Increase weight w₁').click();
      await expect(page.getByRole('region', { name: guideWords.label })).toBeVisible();
      await button(page, 'Increase weight w₂').click();
    },
  ],
  ['opens another network', (page) => openDocument(page, fiveLayers)],
  ['prints', (page) => page.evaluate(() => dispatchEvent(new Event('beforeprint')))],
  ['comes by a link', (page) => page.goto('/#v=1&y=0').then(() => page.reload())],
] as [string, (page: Page) => Promise<unknown>][]) {
  test(`the product is told to whoever ${way}`, async ({ page }) => {
    await visit(page, 'folded');
    await expect(gradient(page)).toHaveCount(0);
    await go(page);
    await expect(gradient(page)).toBeVisible();
  });
}

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
