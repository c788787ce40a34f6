// A crowded drawing: what it leaves out is told on demand, and its size changes by buttons or with Ctrl, never by the wheel alone.
import type { Page } from '@playwright/test';
import { spoken } from '../../web/src/format/spoken';
import { strings } from '../../web/src/format/strings';
import { editWords } from '../../web/src/format/strings/edit';
import { toolWords } from '../../web/src/format/strings/tools';
import { forward } from '../bindings/networks';
import { expect, test } from './fixture';
import { deep } from './networks';
import { button, chain, diagram, expectPrinted, network, openDocument, readDocument, visit } from './reader';

const width = async (page: Page): Promise<number> =>
  (await diagram(page).locator('svg').first().boundingBox())?.width ?? Number.NaN;
const small = (page: Page, symbol: string) =>
  diagram(page).getByRole('button', { name: spoken(toolWords.numbers(symbol)), exact: true });
const card = (page: Page, symbol: string) =>
  page.getByRole('region', { name: spoken(toolWords.numbers(symbol)), exact: true });

test.beforeEach(async ({ page }) => {
  await visit(page);
  await openDocument(page, deep);
});

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('a small unit tells its numbers when it is pressed, and each is right', async ({ page }) => {
      await small(page, 'a⁽²⁾₃').click();
      const numbers = card(page, 'a⁽²⁾₃');
      const [shown, frame] = await Promise.all([numbers.boundingBox(), diagram(page).boundingBox()]);
      if (!shown || !frame) throw new Error('no card');
      expect(shown.x).toBeGreaterThanOrEqual(frame.x);
      expect(shown.x + shown.width).toBeLessThanOrEqual(frame.x + frame.width);
      expect(shown.y + shown.height).toBeLessThanOrEqual(frame.y + frame.height);
      const [z = '', a = '', slope = ''] = await numbers.locator('dd').allTextContents();
      const second = { ...deep, layers: deep.layers.slice(0, 2) };
      const inputs = deep.examples[0]?.inputs ?? [];
      const value = forward(second, inputs)[2] ?? Number.NaN;
      expectPrinted(a, value);
      // tanh: z is its inverse, the slope 1 − a².
      expectPrinted(z, Math.atanh(value), 1e-9);
      expectPrinted(slope, 1 - value * value, 1e-9);

      // All of them where there is room for their numbers; the card is out of their way.
      const wide = width > 1000;
      const words = wide ? toolWords.itsWeights : toolWords.itsLargestWeight;
      await numbers.getByRole('button', { name: words, exact: true }).click();
      const chips = diagram(page).getByRole('button', { name: /^Choose weight of layer 2, unit 3/ });
      await expect(chips.first()).toBeVisible();
      if (wide) await expect(chips).toHaveCount(8);
      await expect(numbers).toBeHidden();
      await expect(small(page, 'a⁽²⁾₃')).toBeFocused();
      await small(page, 'a⁽²⁾₃').click();
      await numbers.getByRole('button', { name: spoken(toolWords.explain('a⁽²⁾₃')) }).click();
      expect((await readDocument(page)).pick).toEqual({ layer: 1, unit: 2 });
      await expect(chain(page)).toContainText(strings.chain.why);
    });
  });
}

test('the small units are one stop for Tab; arrows lead from one to the next, Escape closes and comes back', async ({
  page,
}) => {
  await small(page, 'a⁽¹⁾₁').focus();
  await page.keyboard.press('ArrowDown');
  await expect(small(page, 'a⁽¹⁾₂')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(small(page, 'a⁽²⁾₂')).toBeFocused();
  await page.keyboard.press('Enter');
  await card(page, 'a⁽²⁾₂').getByRole('button', { name: toolWords.close }).focus();
  await page.keyboard.press('Escape');
  await expect(card(page, 'a⁽²⁾₂')).toBeHidden();
  await expect(small(page, 'a⁽²⁾₂')).toBeFocused();
  await expect(diagram(page).locator('button[tabindex="0"]')).toHaveCount(1);
});

test('the size changes by buttons and with Ctrl and the wheel, and not by the wheel alone', async ({ page }) => {
  const natural = await width(page);
  await diagram(page).hover();
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  expect(await width(page)).toBe(natural);
  await page.evaluate(() => window.scrollTo(0, 0));

  await button(page, toolWords.larger).click();
  await expect.poll(() => width(page)).toBeCloseTo(1.2 * natural, 0);
  await page.getByRole('button', { name: toolWords.actual('120 %') }).click();
  await expect.poll(() => width(page)).toBe(natural);

  await diagram(page).hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect(network(page).getByRole('button', { name: toolWords.actual('120 %') })).toBeVisible();
  // Smaller, the drawing keeps to its frame and its parts shrink.
  await page.getByRole('button', { name: toolWords.actual('120 %') }).click();
  await button(page, toolWords.smaller).click();
  await expect.poll(() => width(page)).toBeLessThanOrEqual(natural + 1);
});

test('a drawing wider than a phone says so, until it is made small enough', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const said = network(page).getByText(toolWords.beyond);
  await expect(said).toBeVisible();
  await expect(async () => {
    await button(page, toolWords.smaller).click();
    await expect(said).toBeHidden({ timeout: 500 });
  }).toPass();
  expect(await diagram(page).evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
});

test('a small unit is removed among its numbers, while the network is edited', async ({ page }) => {
  await button(page, toolWords.edit).click();
  await small(page, 'a⁽²⁾₃').click();
  await card(page, 'a⁽²⁾₃')
    .getByRole('button', { name: editWords.removeUnit(3, 2) })
    .click();
  await expect(network(page)).toContainText(editWords.units(7));
  const { start } = await readDocument(page);
  expect(start.layers[1].weights).toEqual(deep.layers[1]?.weights.toSpliced(2, 1));

  // The keys stay where the unit was: at its neighbour, or where none is small any more at the head of the layer.
  const remove = (unit: number) => page.getByRole('button', { name: editWords.removeUnit(unit, 2), exact: true });
  if (!(await remove(7).isVisible())) await small(page, 'a⁽²⁾₇').click();
  await remove(7).click();
  await expect(network(page)).toContainText(editWords.units(6));
  await expect(page.getByRole('combobox', { name: editWords.activation(2) })).toBeFocused();
  await small(page, 'a⁽¹⁾₈').click();
  await page.getByRole('button', { name: editWords.removeUnit(8, 1), exact: true }).click();
  await expect(small(page, 'a⁽¹⁾₇')).toBeFocused();
});
