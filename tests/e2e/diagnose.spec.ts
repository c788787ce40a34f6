import type { Page } from '@playwright/test';
import { closerWords } from '../../web/src/format/strings/closer';
import { diagnoseWords as words } from '../../web/src/format/strings/diagnose';
import { withParameter } from '../../web/src/scenario/edits';
import { presets } from '../../web/src/scenario/presets';
import { expect, test } from './fixture';
import { startScenario } from './networks';
import { costOf, differenceError, stepped } from './oracle';
import { button, expectPrinted, field, gradient, openDocument, textOf, visit } from './reader';

const view = (page: Page) => page.getByRole('region', { name: closerWords.names.diagnose, exact: true });
const items = (page: Page) => view(page).getByRole('listitem');
const fates = { ...presets.fates, descent: { ...presets.fates.descent, alpha: 10 } };

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });
    test.beforeEach(async ({ page }) => {
      await visit(page);
      await page.getByRole('button', { name: closerWords.names.diagnose }).click();
      await expect(view(page).getByRole('status')).toBeVisible();
    });

    test('where nothing is wrong it says so', async ({ page }) => {
      await expect(view(page)).toContainText(words.none('C'));
      await expect(items(page)).toHaveCount(0);
    });

    test('a dead unit is named with its factor and its reason, and one click opens it, one undo shuts it', async ({
      page,
    }) => {
      await field(page, 'weight w₁').fill('-0.4');
      await field(page, 'weight w₁').blur();
      await expect(items(page).first()).toContainText(words.dead('a₁', 'ReLU', 'z₁', false));
      await expect(items(page).first()).toContainText(words.forGood);
      await expect(view(page).getByRole('status')).toHaveText(words.count(1));
      await expect(items(page).nth(1)).toContainText(words.deadInput('a₂', 'ReLU', 'z₂', 'a₁'));
      await button(page, words.remedy.activation('ELU', ['1', '2'])).click();
      await expect(view(page)).toContainText(words.none('C'));
      await expect(gradient(page)).not.toHaveText('0');
      await button(page, 'Undo').click();
      await button(page, words.remedy.flip('a₁')).click();
      await expect(field(page, 'weight w₁')).toHaveValue('0.400');
      await expect(view(page)).toContainText(words.none('C'));
      await button(page, 'Undo').click();
      await expect(field(page, 'weight w₁')).toHaveValue('-0.400'.replace('-', '−'));
      await expect(items(page)).toHaveCount(3);
    });

    test('a rate that is too large is shown with the cost before and after, and lowered below its bound', async ({
      page,
    }) => {
      await openDocument(page, fates);
      const item = items(page).filter({ hasText: /too large/ });
      const text = await textOf(item);
      expectPrinted(/from ([\d.]+) to/.exec(text)?.[1] ?? '', costOf(fates));
      expectPrinted(/to ([\d.]+\d)\. The/.exec(text)?.[1] ?? '', costOf(stepped(fates)), differenceError);
      await item.getByRole('button', { name: /^Lower α/ }).click();
      await expect(items(page).filter({ hasText: /too large/ })).toHaveCount(0);
      const alpha = Number(await field(page, 'learning rate α').getAttribute('aria-valuenow'));
      const slower = { ...fates, descent: { ...fates.descent, alpha } };
      expect(costOf(stepped(slower))).toBeLessThan(costOf(fates));
    });

    test('touching an item lights its unit, and it can be chosen', async ({ page }) => {
      await openDocument(page, presets.dead);
      await page.mouse.move(0, 0);
      const lit = page.locator('circle[data-lit="true"]');
      await expect(lit).toHaveCount(0);
      await items(page).first().getByRole('button').first().focus();
      await expect(lit).toHaveCount(1);
      await items(page)
        .nth(1)
        .getByRole('button', { name: words.show('a₂') })
        .click();
      await expect(gradient(page)).toHaveText('0');
      await expect(page.getByRole('radio', { name: 'w₂' })).toBeChecked();
    });
  });
}

test('the gradient of six sigmoids, a target out of reach and an overflow each have a sentence and a remedy', async ({
  page,
}) => {
  await visit(page);
  await page.getByRole('button', { name: closerWords.names.diagnose }).click();
  await openDocument(page, presets.vanishing);
  await expect(items(page).first()).toContainText(/The gradient vanishes: .* through the slope of σ/);
  await expect(items(page).first()).toContainText('layer 6');
  await button(page, words.remedy.activations('tanh')).click();
  await expect(view(page)).not.toContainText('vanishes');
  // A sigmoid far out is flat; smaller weights bring it back, as one edit.
  await openDocument(page, withParameter(startScenario, { layer: 2, unit: 0, input: 0 }, 40));
  const flat = items(page).filter({ hasText: 'yₚ is saturated' });
  await expect(flat.first()).toBeVisible();
  await page.getByRole('button', { name: /^Shrink the weights into yₚ to/ }).click();
  await expect(flat).toHaveCount(0);
  await expect(field(page, 'weight w₃')).not.toHaveValue('40.0');
  await button(page, 'Undo').click();
  await expect(field(page, 'weight w₃')).toHaveValue('40.0');
  await expect(flat.first()).toBeVisible();
  await openDocument(page, { ...startScenario, examples: [{ inputs: [1.2], targets: [1.5] }] });
  await expect(items(page).first()).toContainText(words.outOfRange('y', '1.5', 'yₚ', 'σ', '1', '1'));
  await button(page, words.remedy.target('y', '1')).click();
  await expect(view(page)).toContainText(words.none('C'));
  await openDocument(page, {
    ...presets.exploding,
    layers: presets.exploding.layers.map((layer) => ({ ...layer, weights: [[1e300]] })),
  });
  await expect(items(page).first()).toContainText('z₂ of example 1 is infinite or not a number');
  await button(page, words.remedy.fresh('1')).click();
  await expect(view(page)).not.toContainText('infinite');
});
