import type { Page } from '@playwright/test';
import { closerWords } from '../../web/src/format/strings/closer';
import { slipWords as words } from '../../web/src/format/strings/slips';
import { presets } from '../../web/src/scenario/presets';
import { expect, test } from './fixture';
import { startScenario, twoThreeTwo } from './networks';
import { costOf, nudged } from './oracle';
import { expectPrinted, explain, field, openDocument, printed, visit } from './reader';

const view = (page: Page) => page.getByRole('region', { name: closerWords.names.slips, exact: true });
const row = (page: Page, kind: string) => view(page).locator(`[data-slip="${kind}"]`);
const run = (page: Page, kind: string) => view(page).locator(`[data-run="${kind}"]`);
const w1 = { layer: 0, unit: 0, input: 0 };

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });
    test.beforeEach(async ({ page }) => {
      await visit(page);
      await page.getByRole('button', { name: closerWords.names.slips }).click();
      await expect(row(page, 'right')).toBeVisible();
    });

    test('the nudge decides: the truth, the right prediction beside it, and how far off each mistake is', async ({
      page,
    }) => {
      const truth = await page.getByTestId('truth').getByRole('cell').nth(1).textContent();
      expectPrinted(truth ?? '', costOf(nudged(startScenario, w1, 0.01)) - costOf(startScenario), 1e-15);
      await expect(row(page, 'right')).toContainText('✓');
      await expect(row(page, 'forgotSlope')).toContainText('−0.949');
      await expect(row(page, 'forgotTwo')).toContainText(/✗\s50\s%/);
      await expect(row(page, 'added')).toContainText(words.wrongWay);
      // A bar longer than its room is broken, and what the marks mean stands below.
      await expect(row(page, 'forgotSlope').locator('[data-end="low"]')).toBeVisible();
      await expect(row(page, 'added').locator('[data-end="high"]')).toBeVisible();
      await expect(row(page, 'forgotTwo').locator('[data-end]')).toHaveCount(0);
      await expect(view(page)).toContainText(words.cut);
    });

    test('a smaller nudge brings the right one closer and no mistake', async ({ page }) => {
      const off = async (kind: string) =>
        printed((await row(page, kind).getByRole('cell').nth(2).textContent())?.replace(/[✓✗%]/g, '') ?? '');
      const before = { right: await off('right'), slip: await off('forgotInput') };
      await view(page).getByText('0.001', { exact: true }).click();
      await expect.poll(() => off('right')).toBeLessThan(before.right / 5);
      expect(Math.abs((await off('forgotInput')) - before.slip)).toBeLessThanOrEqual(1);
    });

    test('uphill the cost climbs, and with the output layer first another step is taken', async ({ page }) => {
      await expect(run(page, 'right')).toContainText('0.534');
      await expect(run(page, 'wrongSign')).toContainText('0.266');
      await field(page, 'learning rate α').fill('2');
      await expect(run(page, 'right')).toContainText('0.846');
      await expect(run(page, 'outputFirst')).toContainText('1.07');
    });

    test('a mistake in the gradient can be run as well, and says why it is one', async ({ page }) => {
      await row(page, 'forgotSlope').getByRole('button').click();
      await expect(row(page, 'forgotSlope')).toContainText(words.why.forgotSlope());
      await expect(run(page, 'forgotSlope')).toContainText('0.969');
      // Longer steps come farther down from here; that is told before somebody takes it for a proof.
      await expect(view(page)).toContainText(words.endsLower('C'));
    });
  });
}

test('what a mistake changes depends on the place: one path in a diamond, no weight on the way to the output', async ({
  page,
}) => {
  await visit(page);
  await page.getByRole('button', { name: closerWords.names.slips }).click();
  await expect(row(page, 'onePath')).toHaveCount(0);
  await openDocument(page, presets.diamond);
  await expect(row(page, 'onePath')).toBeVisible();
  await openDocument(page, twoThreeTwo);
  await explain(page, 'w⁽²⁾₁₂');
  await expect(row(page, 'forgotWeight')).toHaveCount(0);
  await expect(row(page, 'forgotInput')).toContainText('✗');
});
