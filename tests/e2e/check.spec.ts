import type { Page } from '@playwright/test';
import { countText } from '../../web/src/format/number';
import { checkWords as words } from '../../web/src/format/strings/check';
import { closerWords } from '../../web/src/format/strings/closer';
import { tableWords } from '../../web/src/format/strings/table';
import { parameters } from '../../web/src/scenario/refs';
import { startNotation } from '../../web/src/scenario/start';
import { expect, test } from './fixture';
import { startScenario, widest } from './networks';
import { differenceError, gradientOf } from './oracle';
import { button, field, gradient, openDocument, printed, textOf, visit } from './reader';

const view = (page: Page) => page.getByRole('region', { name: closerWords.names.check, exact: true });
const rows = (page: Page) => view(page).getByRole('row');

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });
    test.beforeEach(async ({ page }) => {
      await visit(page);
      await page.getByRole('button', { name: closerWords.names.check }).click();
      await expect(view(page).getByRole('table')).toBeVisible();
    });

    test('each gradient stands beside a central difference, and words say what that proves', async ({ page }) => {
      await expect(rows(page)).toHaveCount(4);
      for (const [k, ref] of parameters(startScenario).entries()) {
        const row = rows(page).nth(k + 1);
        const bold = await row.locator('b').allTextContents();
        const count = Number(/(\d+) digits/.exec(await textOf(row))?.[1]);
        for (const text of bold) expect(text.replace(/^−?0\.0*/, '')).toHaveLength(count);
        const numbers = ['analytic', 'numeric'].map((kind) => row.getByTestId(kind));
        for (const number of numbers) await expect(number).toBeInViewport({ ratio: 1 });
        const [analytic = '', numeric = ''] = (await Promise.all(numbers.map(textOf))).map((text) =>
          text.replace(/^[a-z ]+/, ''),
        );
        expect(Math.abs(printed(analytic) - gradientOf(startScenario, ref))).toBeLessThan(differenceError);
        expect(Math.abs(printed(analytic) - printed(numeric))).toBeLessThan(1e-8);
      }
      await expect(view(page)).toContainText(/All 3 gradients agree in at least \d+ digits/);
      await expect(view(page)).toContainText(words.not);
    });

    test('a kink is named, and the others still agree', async ({ page }) => {
      await field(page, 'weight w₁').fill('0');
      await expect(view(page)).toContainText(words.kinkOf('ReLU', 'z₁'));
      await expect(view(page)).toContainText(words.kinks(1));
      await expect(view(page)).toContainText(words.without(2));
    });

    test('a row chooses its parameter', async ({ page }) => {
      await view(page)
        .getByRole('button', { name: /w ?₃|w3/ })
        .click();
      const chosen = printed(await textOf(gradient(page)));
      expect(chosen).toBeCloseTo(gradientOf(startScenario, { layer: 2, unit: 0, input: 0 }), 3);
    });
  });
}

test('a large network is checked when asked, and read page by page', async ({ page }) => {
  await visit(page);
  await openDocument(page, widest);
  await page.getByRole('button', { name: closerWords.names.check }).click();
  const count = parameters(widest).length;
  const start = view(page).getByRole('button', { name: words.start(countText(count, startNotation)) });
  if (await start.isVisible()) await start.click();
  await expect(view(page)).toContainText(words.all(count));
  await expect(view(page)).toContainText(tableWords.rows(1, 12, count));
  await view(page).getByRole('button', { name: tableWords.next }).click();
  await expect(view(page)).toContainText(tableWords.rows(13, 24, count));
  await button(page, words.toWorst).click();
  await expect(
    view(page)
      .getByRole('row')
      .filter({ hasText: `(${words.worst})` }),
  ).toHaveCount(1);
});

test('a check that takes long says how long, shows how far it is while the page answers, and stops', async ({
  page,
}) => {
  await visit(page);
  const many = { name: 'circle', count: 10_000, noise: 0.1, seed: 1 } as const;
  // So many that it does not come to its end before it has been looked at.
  const units = [32, 32, 1];
  const layers = units.map((count, k) => ({
    activation: 'tanh' as const,
    weights: Array.from({ length: count }, (_, j) =>
      Array.from({ length: units[k - 1] ?? 2 }, (__, i) => Math.sin(j + 7 * i)),
    ),
  }));
  const { examples: _, ...rest } = startScenario;
  await openDocument(page, { ...rest, layers, dataset: many });
  await page.getByRole('button', { name: closerWords.names.check }).click();
  await expect(view(page)).toContainText('the page goes on answering meanwhile');
  await view(page)
    .getByRole('button', { name: /^Check all/ })
    .click();
  const progress = view(page).getByRole('progressbar');
  await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0);
  // Meanwhile the page is used; what is checked is then another network.
  await button(page, 'Step').click();
  await expect(view(page).getByRole('button', { name: /^Check all/ })).toBeVisible();
  await view(page)
    .getByRole('button', { name: /^Check all/ })
    .click();
  await expect(progress).toBeVisible();
  await button(page, words.stop).click();
  await expect(progress).toBeHidden();
  await expect(view(page).getByRole('button', { name: /^Check all/ })).toBeVisible();
});
