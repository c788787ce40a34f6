// The network as tables: the full alternative to the drawing.
import type { Page } from '@playwright/test';
import { spoken } from '../../web/src/format/spoken';
import { strings } from '../../web/src/format/strings';
import { tableWords } from '../../web/src/format/strings/table';
import { toolWords } from '../../web/src/format/strings/tools';
import { quantityOf, text } from '../../web/src/format/symbol';
import { isParameter, parameters } from '../../web/src/scenario/refs';
import { startNotation } from '../../web/src/scenario/start';
import { expect, test } from './fixture';
import { largest, startScenario, twoThreeTwo } from './networks';
import { costOf, gradientOf, outputsOf } from './oracle';
import {
  button,
  chain,
  diagram,
  expectPrinted,
  field,
  network,
  openDocument,
  pickFrom,
  printed,
  readDocument,
  textOf,
  visit,
} from './reader';

test.beforeEach(({ page }) => visit(page));

const asTable = (page: Page) => pickFrom(page, toolWords.face, toolWords.faces.table);
const table = (page: Page, caption: string) => network(page).getByRole('table', { name: caption });
const rows = (page: Page, caption: string) => table(page, caption).locator('tbody tr');
const column = async (page: Page, caption: string, heading: string): Promise<string[]> => {
  const heads = await table(page, caption).locator('thead th').allTextContents();
  const index = heads.findIndex((head) => head.startsWith(heading));
  return rows(page, caption)
    .locator(`> :nth-child(${index + 1})`)
    .allTextContents();
};
const sort = (page: Page, heading: string) =>
  network(page)
    .getByRole('columnheader', { name: spoken(heading) })
    .getByRole('button');
const explainIn = (page: Page, symbol: string) =>
  network(page).getByRole('button', { name: spoken(tableWords.explain(symbol)), exact: true });
const { parameters: weights, units, ends } = tableWords;

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('tell every number that the drawing tells, and each is right', async ({ page }) => {
      await openDocument(page, twoThreeTwo);
      await asTable(page);
      await expect(diagram(page)).toBeHidden();
      await expect(table(page, ends)).toBeVisible();
      const says = await column(page, ends, tableWords.column.says);
      for (const [k, value] of outputsOf(twoThreeTwo).entries()) expectPrinted(says[2 + k] ?? '', value);
      expectPrinted((await textOf(page.getByTestId('cost-line'))).split(': ')[1] ?? '', costOf(twoThreeTwo));
      const slopes = await column(page, weights, tableWords.column.thisExample);
      const means = await column(page, weights, tableWords.column.meanOfAll);
      parameters(twoThreeTwo).forEach((ref, i) => {
        expectPrinted(slopes[i] ?? '', gradientOf(twoThreeTwo, ref), 1e-8);
        expectPrinted(means[i] ?? '', gradientOf(twoThreeTwo, ref), 1e-8);
      });
      expect(slopes).toHaveLength(17);
      await expect(rows(page, units)).toHaveCount(5);
    });

    test('sort, change, choose and freeze, by keyboard', async ({ page }) => {
      await asTable(page);
      const head = sort(page, tableWords.column.thisExample);
      await head.focus();
      await page.keyboard.press('Enter');
      const ascending = (await column(page, weights, tableWords.column.thisExample)).map(printed);
      expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
      await page.keyboard.press('Enter');
      const header = network(page).getByRole('columnheader', { name: spoken(tableWords.column.thisExample) });
      await expect(header).toHaveAttribute('aria-sort', 'descending');
      expect((await column(page, weights, tableWords.column.thisExample)).map(printed)).toEqual(ascending.toReversed());

      const value = field(page, 'weight w₃');
      await value.fill('-2');
      await expect(value).toBeFocused();
      // The row stays where it is while its numbers change.
      expect((await column(page, weights, tableWords.column.parameter)).map((name) => name.slice(-1))).toHaveLength(3);
      await expect(rows(page, weights).first().getByRole('spinbutton')).toHaveAccessibleName('weight w₃');
      // Its head no longer claims an order, and sorts anew when pressed.
      await expect(header).toHaveAttribute('aria-sort', 'other');
      await head.press('Enter');
      await expect(header).toHaveAttribute('aria-sort', 'descending');

      await explainIn(page, 'w₂').focus();
      await page.keyboard.press('Enter');
      await expect(explainIn(page, 'w₂')).toHaveAttribute('aria-pressed', 'true');
      await expect(chain(page)).toContainText(strings.chain.why);
      await expect(chain(page).getByRole('radio', { name: 'w₂' })).toBeChecked();

      await page.getByRole('checkbox', { name: tableWords.frozen('w₂') }).focus();
      await page.keyboard.press('Space');
      const { start } = await readDocument(page);
      expect(start.layers[1].frozen).toEqual({ weights: true });
      expect(start.layers[2].weights).toEqual([[-2]]);
    });
  });
}

test('an activation is chosen in its row and explained below', async ({ page }) => {
  await asTable(page);
  await explainIn(page, 'a₁').click();
  await expect(chain(page)).toContainText('∂');
  const { pick } = await readDocument(page);
  expect(pick).toEqual({ layer: 0, unit: 0 });
});

test('inputs and targets are changed in their rows', async ({ page }) => {
  await asTable(page);
  await field(page, 'input i₁').fill('0.5');
  await field(page, 'target y').fill('0.25');
  const { start } = await readDocument(page);
  expect(start.examples).toEqual([{ inputs: [0.5], targets: [0.25] }]);
});

test('what a phase has not computed yet is not in the tables either', async ({ page }) => {
  await asTable(page);
  await page
    .getByRole('group', { name: strings.descent.phases })
    .getByRole('button', { name: /Forward$/ })
    .click();
  await expect(network(page).getByRole('columnheader', { name: spoken(tableWords.column.thisExample) })).toBeHidden();
  await expect(page.getByTestId('cost-line')).toBeHidden();
  await expect(network(page).getByRole('columnheader', { name: 'z', exact: true })).toBeVisible();
});

test('twenty thousand parameters come in pages, and sorting finds the largest gradient among all', async ({ page }) => {
  test.slow();
  await openDocument(page, largest);
  await asTable(page);
  const all = parameters(largest);
  await expect(table(page, weights)).toHaveAttribute('aria-rowcount', String(all.length + 1));
  await expect(rows(page, weights)).toHaveCount(25);
  const pages = network(page).getByRole('group', { name: tableWords.pages(weights) });
  await pages.getByRole('button', { name: tableWords.last }).click();
  await expect(rows(page, weights).last()).toHaveAttribute('aria-rowindex', String(all.length + 1));
  const writing = { notation: startNotation, slim: false, depth: largest.layers.length, outputs: 2 };
  const last = all.at(-1);
  if (last && isParameter(last)) {
    await expect(button(page, tableWords.explain(text(quantityOf(last), writing)))).toBeVisible();
  }
  const heading = tableWords.column.meanOfAll;
  await sort(page, heading).click();
  await sort(page, heading).click();
  await expect(rows(page, weights).first()).toHaveAttribute('aria-rowindex', '2');
  const sorted = (await column(page, weights, heading)).map(printed);
  expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
});

test('a row is what the drawing shows: the choice survives the way back', async ({ page }) => {
  await asTable(page);
  await explainIn(page, 'w₃').click();
  await pickFrom(page, toolWords.face, toolWords.faces.drawing);
  await expect(diagram(page).getByRole('button', { name: strings.network.choose('w₃') })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect((await readDocument(page)).start).toEqual(startScenario);
});
