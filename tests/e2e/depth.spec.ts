import type { Page } from '@playwright/test';
import { spoken } from '../../web/src/format/spoken';
import { closerWords } from '../../web/src/format/strings/closer';
import { depthWords as words } from '../../web/src/format/strings/depth';
import { finiteWords } from '../../web/src/format/strings/finite';
import { presets } from '../../web/src/scenario/presets';
import { parameters } from '../../web/src/scenario/refs';
import { expect, test } from './fixture';
import { startScenario } from './networks';
import { costOf, differenceError, gradientOf } from './oracle';
import { button, expectPrinted, field, openDocument, printed, textOf, visit } from './reader';

const view = (page: Page) => page.getByRole('region', { name: closerWords.names.depth, exact: true });
const compared = (page: Page, name: string) =>
  page
    .getByRole('table', { name: words.compared })
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .getByRole('cell');
const lead = (page: Page) => page.getByTestId('depth-lead');
const slider = (page: Page) => view(page).getByRole('slider');
const factors = (page: Page) => page.getByTestId('depth-factor');
const first = { layer: 0, unit: 0, input: 0 };

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });
    test.beforeEach(async ({ page }) => {
      await visit(page);
      await page.getByRole('button', { name: closerWords.names.depth }).click();
      await expect(slider(page)).toBeVisible();
    });

    test('one neuron and the chain have the same cost now, and not the same number of factors', async ({ page }) => {
      const now = await compared(page, words.cost('C')).allTextContents();
      for (const cost of now) expectPrinted(cost, costOf(startScenario));
      expect(now).toHaveLength(2);
      expect(await compared(page, 'factors').allTextContents()).toEqual(['2', '4']);
      const [one = '', chain = ''] = await compared(page, spoken('∂C/∂w₁')).allTextContents();
      expectPrinted(chain, gradientOf(startScenario, first), differenceError);
      expectPrinted(one, gradientOf(presets.shallow, first), differenceError);
    });

    test('the slider, by keys, adds layers and a factor with each; σ brings at most a quarter, ReLU its weight', async ({
      page,
    }) => {
      await slider(page).focus();
      for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowRight');
      await expect(factors(page)).toHaveCount(8);
      await expect(compared(page, 'factors').nth(1)).toHaveText('8');
      expect((await factors(page).allTextContents()).slice(2, 6)).toEqual(['×1.00', '×1.00', '×1.00', '×1.00']);
      await view(page).getByText('σ', { exact: true }).first().click();
      await expect(factors(page).nth(3)).not.toHaveText('×1.00');
      for (const text of (await factors(page).allTextContents()).slice(2, 6)) {
        expect(printed(text.slice(1))).toBeLessThanOrEqual(0.25);
      }
      const product = (await factors(page).allTextContents()).reduce((all, text) => all * printed(text.slice(1)), 1);
      const said = /= ([−\d.×⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)\./.exec(await textOf(page.getByTestId('depth-product')))?.[1] ?? '';
      // Factors of three digits multiply to about two.
      expect(printed(said) / product).toBeCloseTo(1, 1);
    });

    test('weight times gradient is the same for every weight, and swapped weights swap their gradients', async ({
      page,
    }) => {
      const products = await page.getByTestId('depth-law-product').allTextContents();
      expect(new Set(products)).toEqual(new Set(['−0.0891']));
      await expect(page.getByTestId('depth-law')).toHaveText(words.law);
      await button(page, words.swap('w₁', 'w₃')).click();
      await expect(field(page, 'weight w₁')).toHaveValue('1.50');
      const [, chain = ''] = await compared(page, spoken('∂C/∂w₁')).allTextContents();
      expectPrinted(chain, gradientOf(startScenario, { layer: 2, unit: 0, input: 0 }), differenceError);
      await button(page, 'Undo').click();
      await expect(field(page, 'weight w₁')).toHaveValue('0.400');
    });

    test('the chain can be put into the network, one undo away', async ({ page }) => {
      await slider(page).fill('5');
      await button(page, words.use).click();
      await expect(field(page, 'weight w₅')).toHaveValue('1.50');
      await button(page, 'Undo').click();
      await expect(field(page, 'weight w₅')).toHaveCount(0);
    });
  });
}

test('the example of one neuron has three layers beside it, which say the same by more factors', async ({ page }) => {
  await visit(page);
  await button(page, 'Examples').click();
  await page.getByRole('button', { name: presets.shallow.title }).click();
  await page.getByRole('button', { name: closerWords.names.depth }).click();
  await expect(lead(page)).toContainText(`${words.itself(words.one(1))} ${words.another(words.chain(3))}`);
  expect(await compared(page, 'factors').allTextContents()).toEqual(['2', '4']);
  for (const cost of await compared(page, words.cost('C')).allTextContents())
    expectPrinted(cost, costOf(presets.shallow));
  expect(await compared(page, words.numbers).allTextContents()).toEqual([
    words.number('w₁', '0.420'),
    [words.number('w₁', '1.00'), words.number('w₂', '1.00'), words.number('w₃', '0.420')].join(', '),
  ]);
  const gradients = await compared(page, spoken('∂C/∂w₁')).allTextContents();
  expect(new Set(gradients).size).toBe(2);
});

test('beside any network stands a chain with its inputs and outputs, and the page says that it is another one', async ({
  page,
}) => {
  await visit(page);
  // Its symbols are its own, and light up nothing above.
  await openDocument(page, presets.diamond);
  await page.getByRole('button', { name: closerWords.names.depth }).click();
  await expect(lead(page)).toContainText(`${words.noChain} ${words.another(words.chain(3))}`);
  await expect(compared(page, words.numbers).nth(1)).toHaveText('w₁ = 1.00, w₂ = 1.00, w₃ = 1.00');
  await factors(page).first().hover();
  await expect(page.locator('[data-lit=true]')).toHaveCount(2);
  await expect(view(page).locator('[data-lit=true]')).toHaveCount(2);
  await openDocument(page, presets.xor);
  await expect(compared(page, 'factors').nth(1)).toHaveText('4');
  const now = await compared(page, words.cost('C')).allTextContents();
  expectPrinted(now[0] ?? '', costOf(presets.xor));
  await slider(page).fill('16');
  await expect(factors(page)).toHaveCount(17);
  expect(parameters(presets.xor).length).toBe(25);
});

test('what is swapped is offered only where it is true, and numbers beyond the finite ones are told', async ({
  page,
}) => {
  await visit(page);
  await openDocument(page, presets.vanishing);
  await page.getByRole('button', { name: closerWords.names.depth }).click();
  await expect(page.getByTestId('depth-law')).toHaveText(words.noLaw);
  await expect(button(page, words.swap('w₁', 'w₆'))).toHaveCount(0);
  await page.goto('#v=1&net=1,1:exp,1:exp,1:exp&w=5;5;5&x=5&y=1&alpha=1');
  await expect(lead(page)).toContainText(words.noOne);
  await expect(page.getByTestId('not-finite')).toHaveText(`${finiteWords.left('a₂')} ${words.notFinite}`);
  await expect(page.getByTestId('depth-law')).toHaveCount(0);
  await expect(compared(page, words.after('C', 30)).nth(1)).toHaveText(finiteWords.stopped);
});
