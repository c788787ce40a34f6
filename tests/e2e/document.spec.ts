import type { Page } from '@playwright/test';
import { spoken } from '../../web/src/format/spoken';
import { documentWords } from '../../web/src/format/strings/document';
import { parameters } from '../../web/src/scenario/refs';
import type { Layer, Scenario } from '../../web/src/scenario/types';
import { expect, test } from './fixture';
import { fiveLayers, largest, startScenario, twoThreeTwo } from './networks';
import { costOf, nudged, outputsOf } from './oracle';
import {
  button,
  chain,
  cost,
  diagram,
  dialog,
  documentText,
  expectPrinted,
  field,
  gradient,
  neuron,
  openDocument,
  readDocument,
  textOf,
  visit,
  where,
} from './reader';

test.beforeEach(({ page }) => visit(page));

/** The last layer with its first unit alone. */
const firstUnit = ({ activation, weights, biases = [] }: Layer, k: number, all: readonly Layer[]): Layer =>
  k + 1 < all.length
    ? { activation, weights, biases }
    : { activation, weights: weights.slice(0, 1), biases: biases.slice(0, 1) };

const file = (name: string, document: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)),
});

/** Drops a file on the middle of the page. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: 'application/json' }));
      return data;
    },
    [name, text] as const,
  );
  // A browser drops only what the page said it would take while it was dragged over it.
  const over = () =>
    page
      .getByRole('main')
      .evaluate(
        (main, data) =>
          main.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true })),
        transfer,
      );
  await expect.poll(over).toBe(false);
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: transfer });
}

test('the dialog shows the network on screen to its last digit', async ({ page }) => {
  await field(page, 'weight w₁').fill('0.123456789012345');
  await button(page, 'Step').click();
  const { start, steps } = await readDocument(page);
  expect(start).toEqual({
    ...startScenario,
    layers: [{ activation: 'relu', weights: [[0.123456789012345]] }, ...startScenario.layers.slice(1)],
  });
  expect(steps).toBe(1);
});

test('what the dialog shows, opened again, returns to the same screen', async ({ page }) => {
  for (let i = 0; i < 4; i++) await button(page, 'Step').click();
  // Its weights are those of the start, not those on screen, which is said.
  await button(page, 'Document').click();
  await expect(dialog(page)).toContainText(documentWords.lead('4'));
  await page.keyboard.press('Escape');
  const text = JSON.stringify(await readDocument(page));
  const before = await textOf(diagram(page));
  await field(page, 'weight w₁').fill('7');
  await openDocument(page, text);
  await expect(diagram(page)).toHaveText(before);
  await expect(where(page)).toContainText('step 4');
});

/** All that a document holds is drawn and can be changed, and the network on screen is that document’s. */
async function expectDrawn(page: Page, s: Scenario, names: readonly string[]): Promise<void> {
  const given = s.examples[0] ?? { inputs: [], targets: [] };
  const all = await diagram(page)
    .getByRole('spinbutton')
    .evaluateAll((fields) => fields.map((f) => f.getAttribute('aria-label') ?? ''));
  expect([...all].sort()).toEqual(names.map(spoken).sort());
  expect(all).toHaveLength(parameters(s).length + given.inputs.length + given.targets.length);
  expectPrinted(await textOf(cost(page)), costOf(s));
  for (const name of all) {
    const one = field(page, name);
    const before = await one.getAttribute('aria-valuenow');
    const costBefore = await textOf(gradient(page));
    await one.fill(String(Number(before) + 0.5));
    await expect(gradient(page)).not.toHaveText(costBefore);
    await one.fill(String(before));
  }
  expectPrinted(await textOf(cost(page)), costOf(s));
}

test('a 2-3-2 network with biases: every neuron, weight, bias, input and target is drawn and can be edited', async ({
  page,
}) => {
  await openDocument(page, twoThreeTwo);
  await expectDrawn(page, twoThreeTwo, [
    ...['₁', '₂'].map((i) => `input i${i}`),
    ...['₁', '₂', '₃'].flatMap((j) => ['₁', '₂'].map((i) => `weight w⁽¹⁾${j}${i}`)),
    ...['₁', '₂', '₃'].map((j) => `bias b⁽¹⁾${j}`),
    ...['₁', '₂'].flatMap((j) => ['₁', '₂', '₃'].map((i) => `weight w⁽²⁾${j}${i}`)),
    ...['₁', '₂'].map((j) => `bias b⁽²⁾${j}`),
    ...['₁', '₂'].map((j) => `target y${j}`),
  ]);
  for (const unit of ['a⁽¹⁾₁', 'a⁽¹⁾₂', 'a⁽¹⁾₃', 'a⁽²⁾₁', 'a⁽²⁾₂']) await expect(neuron(page, unit)).toBeVisible();
  for (const [j, a] of outputsOf(twoThreeTwo).entries()) {
    const shown = /a\(2\)\d [\d.−]+/.exec(await textOf(neuron(page, `a⁽²⁾${'₁₂'[j]}`)))?.[0] ?? '';
    expectPrinted(shown.split(' ').at(-1) ?? '', a);
  }
});

test('a chain of five layers: every neuron and weight is drawn and can be edited', async ({ page }) => {
  await openDocument(page, fiveLayers);
  await expectDrawn(page, fiveLayers, [
    'input i₁',
    ...['₁', '₂', '₃', '₄', '₅'].map((k) => `weight w${k}`),
    'target y',
  ]);
  for (const k of ['₁', '₂', '₃', '₄', '₅']) await expect(neuron(page, `a${k}`)).toBeVisible();
});

test('a document is opened from a file', async ({ page }) => {
  await button(page, 'Document').click();
  await dialog(page).getByLabel('Open a file…').setInputFiles(file('five.json', fiveLayers));
  await expect(dialog(page)).toBeHidden();
  await expect(field(page, 'weight w₅')).toHaveValue('0.600');
});

test('a document file dropped on the page is opened', async ({ page }) => {
  await drop(page, 'five.json', JSON.stringify(fiveLayers));
  await expect(field(page, 'weight w₅')).toHaveValue('0.600');
});

test('a broken file dropped on the page is refused with a sentence that can be dismissed, and nothing is lost', async ({
  page,
}) => {
  await field(page, 'weight w₁').fill('0.9');
  await drop(page, 'broken.json', '{ "version": 1, ');
  await expect(page.getByRole('alert').filter({ hasText: 'line 1' })).toBeVisible();
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.9');
  await button(page, 'Dismiss').click();
  await expect(page.getByRole('alert').filter({ hasText: 'line 1' })).toHaveCount(0);
});

test('opening a document is one undo entry, and what was on screen comes back whole', async ({ page }) => {
  for (let i = 0; i < 3; i++) await button(page, 'Step').click();
  const before = await textOf(diagram(page));
  await openDocument(page, twoThreeTwo);
  await expect(field(page, 'bias b⁽¹⁾₁')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(diagram(page)).toHaveText(before);
  await expect(where(page)).toContainText('step 3');
});

const [first, second, third] = startScenario.layers;
for (const [what, document, said] of [
  ['no JSON', '{ "version": 1, "layers": [ }', 'line 1, column 29'],
  ['another version', { ...startScenario, version: 2 }, 'version'],
  [
    'a text for a weight',
    { ...startScenario, layers: [{ ...first, weights: [['x']] }, second, third] },
    'layers.0.weights.0.0',
  ],
  [
    'a row too long',
    { ...startScenario, layers: [first, { ...second, weights: [[1, 2]] }, third] },
    'layers.1.weights.0',
  ],
  ['an unknown activation', { ...startScenario, layers: [{ ...first, activation: 'step' }] }, 'layers.0.activation'],
  ['no examples', { ...startScenario, examples: [] }, 'examples'],
  ['a negative α', { ...startScenario, descent: { rule: 'gradient_descent', alpha: -1 } }, 'descent.alpha'],
  ['nothing', '', 'line 1, column 1'],
] as const) {
  test(`a document with ${what} is refused with a sentence that says where, and nothing is lost`, async ({ page }) => {
    await field(page, 'weight w₁').fill('0.9');
    await openDocument(page, document);
    const problem = dialog(page).getByRole('alert');
    await expect(problem).toContainText(said);
    expect((await textOf(problem)).length).toBeGreaterThan(said.length + 8);
    // What was pasted is still there, to be mended.
    await expect(documentText(page)).toHaveValue(typeof document === 'string' ? document : JSON.stringify(document));
    await page.keyboard.press('Escape');
    await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.9');
    await expect(field(page, 'weight w₃')).toHaveValue('1.50');
  });
}

test('an unknown key is dropped with a remark', async ({ page }) => {
  await openDocument(page, { ...fiveLayers, colour: 'red' });
  await expect(page.getByRole('alert').filter({ hasText: 'colour' })).toContainText('Opened, with remarks');
  await expect(field(page, 'weight w₅')).toBeVisible();
});

test('a document with markup in its title shows it as text', async ({ page }) => {
  await openDocument(page, { ...startScenario, title: '<img src=x onerror=alert(1)>' });
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

test('several examples: the cost of the step is the mean, and each example can be looked at', async ({ page }) => {
  await openDocument(page, {
    ...startScenario,
    examples: [
      { inputs: [1.2], targets: [1] },
      { inputs: [0.5], targets: [0] },
    ],
  });
  const other = { ...startScenario, examples: [{ inputs: [0.5], targets: [0] }] };
  await expect(where(page)).toContainText('mean C');
  const mean = (costOf(startScenario) + costOf(other)) / 2;
  expectPrinted((await textOf(where(page))).split(' ').at(-1) ?? '', mean);
  await button(page, 'Next example').click();
  await expect(field(page, 'input i₁')).toHaveValue('0.500');
  expectPrinted(await textOf(cost(page)), costOf(other));
});

test('a data set is opened with its examples, kept by its name, and listed once an example is edited', async ({
  page,
}) => {
  const { examples: _, ...rest } = { ...twoThreeTwo, layers: twoThreeTwo.layers.map(firstUnit) };
  const dataset = { name: 'xor_table', count: 4, noise: 0, seed: 0 };
  const examples = [
    { inputs: [0, 0], targets: [0] },
    { inputs: [0, 1], targets: [1] },
    { inputs: [1, 0], targets: [1] },
    { inputs: [1, 1], targets: [0] },
  ];
  await openDocument(page, { ...rest, dataset });
  await expect(page.getByText('Example 1 of 4')).toBeVisible();
  for (const [n, { inputs, targets }] of examples.entries()) {
    await expect(field(page, 'input i₁')).toHaveAttribute('aria-valuenow', String(inputs[0]));
    await expect(field(page, 'input i₂')).toHaveAttribute('aria-valuenow', String(inputs[1]));
    await expect(field(page, 'target y')).toHaveAttribute('aria-valuenow', String(targets[0]));
    expectPrinted(await textOf(cost(page)), costOf({ ...rest, examples: examples.slice(n) }));
    if (n < 3) await button(page, 'Next example').click();
  }
  const mean = examples.reduce((sum, _, n) => sum + costOf({ ...rest, examples: examples.slice(n) }), 0) / 4;
  expectPrinted((await textOf(where(page))).split(' ').at(-1) ?? '', mean);

  await button(page, 'Step').click();
  expect(await readDocument(page)).toMatchObject({ start: { dataset }, steps: 1, example: 3 });
  await field(page, 'target y').fill('0.5');
  const { start } = await readDocument(page);
  expect(start).not.toHaveProperty('dataset');
  expect(start.examples).toEqual(examples.with(3, { inputs: [1, 1], targets: [0.5] }));
  await button(page, 'Undo').click();
  const back = await readDocument(page);
  expect(back.start.dataset).toEqual(dataset);
  expect(back.start).not.toHaveProperty('examples');
});

test('a data set that does not fit the network is refused with a sentence', async ({ page }) => {
  const { examples: _, ...rest } = startScenario;
  await openDocument(page, { ...rest, dataset: { name: 'circle', count: 100, noise: 0.1, seed: 1 } });
  await expect(dialog(page).getByRole('alert')).toContainText('needs a network with 2 inputs, got 1');
});

test('the notation of a document is followed everywhere: η, L, a decimal comma, five digits', async ({ page }) => {
  const notation = { rate: 'η', cost: 'L', decimal: ',', digits: 5 };
  await openDocument(page, { version: 1, start: startScenario, notation });
  await expect(field(page, 'learning rate η')).toHaveValue('0,60000');
  await expect(cost(page)).toHaveText('0,14183');
  await expect(gradient(page)).toHaveText('−0,22281');
  await field(page, 'weight w₁').fill('0,5');
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.5');
});

test('a network at the limits, 64 inputs, 16 layers and 20,000 parameters, opens and stays usable', async ({
  page,
}) => {
  test.slow();
  expect(parameters(largest)).toHaveLength(20_000);
  await openDocument(page, largest);
  await expect(field(page, 'input i₁')).toBeVisible();
  expectPrinted(await textOf(cost(page)), costOf(largest), 1e-12);
  // One curve in each neuron.
  await expect(diagram(page).locator('svg polyline')).toHaveCount(4 * 64 + 11 * 16 + 2);
  await field(page, 'input i₁').fill('0.25');
  const edited = {
    ...largest,
    examples: [{ ...largest.examples[0], inputs: [0.25, ...(largest.examples[0]?.inputs.slice(1) ?? [])] }],
  } as Scenario;
  expectPrinted(await textOf(cost(page)), costOf(edited), 1e-12);
  await field(page, 'weight w⁽¹⁾₁₁').fill('0.5');
  const ref = { layer: 0, unit: 0, input: 0 };
  const weight = edited.layers[0]?.weights[0]?.[0] ?? 0;
  expectPrinted(await textOf(cost(page)), costOf(nudged(edited, ref, 0.5 - weight)), 1e-12);
  await expect(chain(page).getByRole('heading', { name: 'Chain rule' })).toBeVisible();
  await button(page, 'Step').click();
  await expect(where(page)).toContainText('step 1');
});
