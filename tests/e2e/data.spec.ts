// The examples as a table: rows come and go, a spreadsheet is pasted, a file opened, a built-in shape chosen.
import type { Locator, Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { dataWords } from '../../web/src/format/strings/data';
import { tableWords } from '../../web/src/format/strings/table';
import { toolWords } from '../../web/src/format/strings/tools';
import { presets } from '../../web/src/scenario/presets';
import type { Scenario } from '../../web/src/scenario/types';
import { expect, test } from './fixture';
import { outputsOf } from './oracle';
import { button, expectPrinted, field, network, openDocument, pickFrom, readDocument, visit } from './reader';

test.beforeEach(async ({ page }) => {
  await visit(page);
  await button(page, toolWords.data).click();
});

const data = (page: Page) => network(page).getByRole('region', { name: dataWords.heading });
const cell = (page: Page, what: string, row: number): Locator => field(page, dataWords.cell(what, row));
const examples = async (page: Page) => ((await readDocument(page)).start as Scenario).examples;
const deed = (page: Page, name: string) => data(page).getByRole('button', { name, exact: true });

/** What a spreadsheet does on Ctrl+V. */
const pasteInto = (target: Locator, text: string) =>
  target.evaluate((element, plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

async function pasteRows(page: Page, text: string, how: string = dataWords.replace): Promise<void> {
  const box = data(page).getByRole('textbox', { name: dataWords.text });
  if (!(await box.isVisible())) await deed(page, dataWords.paste).click();
  await box.fill(text);
  await deed(page, how).click();
}

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('rows come and go, change, and are chosen to be shown, each one undo', async ({ page }) => {
      // Below a drawing that may fill the window.
      await expect(data(page).getByRole('heading')).toBeInViewport();
      await deed(page, dataWords.add).click();
      await cell(page, 'input i₁', 2).fill('-0.5');
      await cell(page, 'target y', 2).fill('0');
      expect(await examples(page)).toEqual([
        { inputs: [1.2], targets: [1] },
        { inputs: [-0.5], targets: [0] },
      ]);
      await data(page)
        .getByRole('radio', { name: dataWords.show(2) })
        .check();
      await expect(field(page, 'input i₁')).toHaveValue('−0.500');
      await deed(page, dataWords.copy(1)).click();
      await expect(data(page).getByRole('radio')).toHaveCount(3);
      await deed(page, dataWords.remove(3)).click();
      await deed(page, dataWords.remove(2)).click();
      expect(await examples(page)).toEqual([{ inputs: [1.2], targets: [1] }]);
      await deed(page, dataWords.remove(1)).dispatchEvent('click');
      await expect(data(page)).toContainText(dataWords.onlyOne);
      for (let press = 0; press < 6; press++) await button(page, strings.header.undo).click();
      expect(await examples(page)).toEqual([{ inputs: [1.2], targets: [1] }]);
      await expect(button(page, strings.header.undo)).toBeDisabled();
    });

    test('rows of a spreadsheet with decimal commas replace all', async ({ page }) => {
      await pasteRows(page, 'i1\ty\n0,5\t1\n−1,25\t0\n');
      await expect(data(page)).toContainText(dataWords.taken(2));
      expect(await examples(page)).toEqual([
        { inputs: [0.5], targets: [1] },
        { inputs: [-1.25], targets: [0] },
      ]);
      await pasteRows(page, '3;4', dataWords.append);
      expect(await examples(page)).toHaveLength(3);
    });
  });
}

test('a bad cell is named with its row and column, and nothing is lost: neither the examples nor the text', async ({
  page,
}) => {
  const text = '1\t2\n3\tfour\n5\t6';
  await pasteRows(page, text);
  await expect(data(page).getByRole('alert')).toHaveText(
    'Row 2, column 2: “four” is not a number. Nothing was changed.',
  );
  await expect(data(page).getByRole('textbox', { name: dataWords.text })).toHaveValue(text);
  await pasteRows(page, '1,2,3');
  await expect(data(page).getByRole('alert')).toHaveText('Row 1 has 3 cells; expected 2. Nothing was changed.');
  await pasteRows(page, '1\t2\n3');
  await expect(data(page).getByRole('alert')).toHaveText('Row 2 has 1 cell; expected 2. Nothing was changed.');
  expect(await examples(page)).toEqual([{ inputs: [1.2], targets: [1] }]);
});

test('a file of comma-separated values is read', async ({ page }) => {
  await deed(page, dataWords.paste).click();
  await data(page)
    .getByLabel(dataWords.file)
    .setInputFiles({
      name: 'rows.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('x,y\r\n0.25,1\r\n0.75,0\r\n'),
    });
  await expect(data(page).getByRole('textbox', { name: dataWords.text })).toHaveValue(/0\.25/);
  await deed(page, dataWords.replace).click();
  expect(await examples(page)).toEqual([
    { inputs: [0.25], targets: [1] },
    { inputs: [0.75], targets: [0] },
  ]);
});

test('a block of cells lands in the cell it is pasted into, and makes the rows it needs', async ({ page }) => {
  await openDocument(page, presets.xor);
  const target = cell(page, 'input i₂', 4);
  await target.focus();
  await pasteInto(target, '0,5\t1\r\n0,25\t0\r\n');
  await expect(data(page)).toContainText(dataWords.pasted(2, 2));
  await expect(target).toHaveValue('0.5');
  expect(await examples(page)).toEqual([
    ...presets.xor.examples.slice(0, 3),
    { inputs: [0, 0.5], targets: [1] },
    { inputs: [0, 0.25], targets: [0] },
  ]);
  await pasteInto(cell(page, 'target y', 1), '1\t2');
  await expect(data(page)).toContainText(dataWords.tooWide(2, 1));
  await pasteInto(cell(page, 'input i₁', 1), '1\n2\nx');
  await expect(data(page)).toContainText('Row 3, column 1: “x” is not a number. Nothing was changed.');
  expect(await examples(page)).toHaveLength(5);
});

test('each row says what the network says to it', async ({ page }) => {
  await openDocument(page, presets.xor);
  const rows = data(page).locator('tbody tr');
  await expect(rows).toHaveCount(4);
  await expect(rows.last()).toContainText(/0\.\d/);
  for (const [index, example] of presets.xor.examples.entries()) {
    const said = await rows.nth(index).locator('td').nth(3).textContent();
    const [expected = Number.NaN] = outputsOf({ ...presets.xor, examples: [example] });
    expectPrinted(said ?? '', expected);
  }
});

test('a built-in shape makes its rows and the network fits itself to them; the same seed gives the same rows', async ({
  page,
}) => {
  await deed(page, dataWords.builtIn).click();
  await expect(data(page)).toContainText(dataWords.fits(2, 1));
  await data(page).getByRole('combobox', { name: dataWords.name }).selectOption('xor_table');
  await deed(page, dataWords.use).click();
  await expect(data(page)).toContainText(dataWords.taken(4));
  for (let row = 1; row <= 4; row++) {
    const [a, b, y] = await Promise.all(
      ['input i₁', 'input i₂', 'target y'].map(async (what) => Number(await cell(page, what, row).inputValue())),
    );
    expect(y).toBe(Number(a !== b));
  }
  const { start } = await readDocument(page);
  expect(start.dataset).toEqual({ name: 'xor_table', count: 4, noise: 0, seed: 1 });
  expect(start.layers[0].weights[0][0]).toBe(0.4);
  expect(start.layers[0].weights[0]).toHaveLength(2);

  await deed(page, dataWords.builtIn).click();
  await expect(data(page)).not.toContainText(dataWords.fits(2, 1));
  await deed(page, dataWords.use).click();
  await expect(data(page)).toContainText(dataWords.taken(100));
  const drawn = await cell(page, 'input i₁', 1).inputValue();
  expect((await readDocument(page)).start.dataset).toEqual({ name: 'circle', count: 100, noise: 0.1, seed: 1 });
  await expect(data(page).locator('tbody tr')).toHaveCount(20);
  await data(page).getByRole('button', { name: tableWords.next }).click();
  await expect(data(page).getByRole('radio', { name: dataWords.show(21) })).toBeVisible();
  await button(page, strings.header.undo).click();
  await expect(data(page).locator('tbody tr')).toHaveCount(4);
  await button(page, strings.header.redo).click();
  await expect(data(page).locator('tbody tr')).toHaveCount(20);
  await data(page).getByRole('button', { name: tableWords.previous }).click();
  await expect(cell(page, 'input i₁', 1)).toHaveValue(drawn);
  // One cell changed makes it a list of its own.
  await cell(page, 'target y', 1).fill('0.5');
  expect(await examples(page)).toHaveLength(100);
});

test('the decimal comma of the settings holds in the cells', async ({ page }) => {
  await button(page, strings.header.settings).click();
  await pickFrom(page, 'Decimal', 'comma 0,5');
  await page.keyboard.press('Escape');
  await cell(page, 'input i₁', 1).fill('0,75');
  expect((await examples(page))[0]?.inputs).toEqual([0.75]);
});

test('Ctrl+Z in a text that is being written undoes the typing, not the network', async ({ page }) => {
  await deed(page, dataWords.add).click();
  await deed(page, dataWords.paste).click();
  const box = data(page).getByRole('textbox', { name: dataWords.text });
  await box.pressSequentially('1\t2');
  await box.press('Control+z');
  await expect(box).not.toHaveValue('1\t2');
  expect(await examples(page)).toHaveLength(2);
});
