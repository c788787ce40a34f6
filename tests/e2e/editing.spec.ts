// A network built by hand: layers and units in the drawing, loss, rule and its numbers, values for new weights, frozen parameters.
import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { editWords } from '../../web/src/format/strings/edit';
import { toolWords } from '../../web/src/format/strings/tools';
import { isBias, parameterAt, parameters, sameRef } from '../../web/src/scenario/refs';
import type { Scenario } from '../../web/src/scenario/types';
import { expect, test } from './fixture';
import { startScenario, twoThreeTwo } from './networks';
import { stepped } from './oracle';
import {
  button,
  chain,
  cost,
  diagram,
  expectPrinted,
  field,
  network,
  openDocument,
  readDocument,
  visit,
} from './reader';

test.beforeEach(({ page }) => visit(page));

const edit = (page: Page) => button(page, toolWords.edit);
const select = (page: Page, label: string) => network(page).getByRole('combobox', { name: label, exact: true });
const shown = async (page: Page): Promise<Scenario> => (await readDocument(page)).start;
const unitsOf = (s: Scenario) => s.layers.map(({ weights }) => weights.length);
/** What is drawn comes with the engine's other half, so a drawn number is waited for. */
const drawn = (page: Page, name: string) => expect(field(page, name)).toBeVisible();

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('the note’s chain becomes a 2-3-2-1 with biases, and every press is one undo', async ({ page }) => {
      await edit(page).click();
      await button(page, editWords.addInput).click();
      await expect(network(page)).toContainText(editWords.inputs(2));
      await button(page, editWords.addUnit(1)).click();
      await button(page, editWords.addUnit(1)).click();
      await expect(network(page)).toContainText(editWords.units(3));
      await button(page, editWords.addUnit(2)).click();
      await expect(network(page)).toContainText(editWords.units(2));
      await page.getByRole('checkbox', { name: editWords.biasOf(3) }).check();
      await select(page, editWords.activation(1)).selectOption('tanh');
      await select(page, 'loss').selectOption('binary_cross_entropy');

      const built = await shown(page);
      expect(unitsOf(built)).toEqual([3, 2, 1]);
      expect(built.layers.map(({ activation }) => activation)).toEqual(['tanh', 'relu', 'sigmoid']);
      expect(built.examples).toEqual([{ inputs: [1.2, 0], targets: [1] }]);
      expect(built.layers[2]?.biases).toEqual([0]);
      expect(built.loss).toBe('binary_cross_entropy');
      // What was there keeps its value, what is new is drawn.
      expect([0, 1, 2].map((k) => built.layers[k]?.weights[0]?.[0])).toEqual([0.4, 0.7, 1.5]);
      expect(parameters(built).filter((ref) => !isBias(ref) && parameterAt(built, ref) === 0)).toEqual([]);

      for (let press = 0; press < 7; press++) await button(page, strings.header.undo).click();
      expect(await shown(page)).toEqual(startScenario);
      await expect(button(page, strings.header.undo)).toBeDisabled();
    });

    test('a layer is put between two others and taken away again; the others keep their weights', async ({ page }) => {
      await edit(page).click();
      await button(page, editWords.addLayer(2)).click();
      await drawn(page, 'weight w₄');
      const longer = await shown(page);
      expect(longer.layers.map(({ weights }) => weights[0]?.[0]).toSpliced(1, 1)).toEqual([0.4, 0.7, 1.5]);
      // The new link is open: the cost answers every weight.
      await expect(diagram(page)).not.toContainText('∂C/∂w₁ 0');
      await button(page, editWords.removeLayer(2)).click();
      await expect(field(page, 'weight w₄')).toBeHidden();
      await expect(select(page, editWords.activation(2))).toBeFocused();
      expect((await shown(page)).layers).toEqual(startScenario.layers);

      // Behind the last, and the last itself: targets and loss still fit.
      await button(page, editWords.addLayerAtEnd).click();
      await drawn(page, 'weight w₄');
      const ended = await shown(page);
      expect(ended.layers.slice(0, 3)).toEqual(startScenario.layers);
      expect(ended.layers[3]?.activation).toBe('sigmoid');
      await button(page, editWords.removeLayer(4)).click();
      await expect(select(page, editWords.activation(3))).toBeFocused();
      await button(page, editWords.removeLayer(3)).click();
      await expect(field(page, 'weight w₃')).toBeHidden();
      const shorter = await shown(page);
      expect(shorter.layers.map(({ activation }) => activation)).toEqual(['relu', 'sigmoid']);
      expect(shorter.examples).toEqual(startScenario.examples);
      for (let press = 0; press < 3; press++) await button(page, strings.header.undo).click();
      expect((await shown(page)).layers).toEqual(startScenario.layers);
    });

    test('by keyboard alone: a unit more, its activation, a unit less', async ({ page }) => {
      await edit(page).focus();
      await page.keyboard.press('Enter');
      const more = button(page, editWords.addUnit(1));
      await more.focus();
      await page.keyboard.press('Space');
      await expect(network(page)).toContainText(editWords.units(2));
      await expect(more).toBeFocused();
      await select(page, editWords.activation(1)).focus();
      await page.keyboard.press('s');
      await expect.poll(async () => (await shown(page)).layers[0]?.activation).not.toBe('relu');
      await button(page, editWords.removeUnit(1, 1)).focus();
      await page.keyboard.press('Enter');
      await expect(button(page, editWords.removeUnit(1, 1))).toBeHidden();
      await expect(select(page, editWords.activation(1))).toBeFocused();
      expect(unitsOf(await shown(page))).toEqual([1, 1, 1]);
    });
  });
}

test('what cannot go together cannot be chosen, and says why', async ({ page }) => {
  await edit(page).click();
  const { reasons } = editWords;
  const option = (label: string, value: string) => select(page, label).locator(`option[value="${value}"]`);
  await expect(option(editWords.activation(1), 'softmax')).toBeDisabled();
  await expect(option(editWords.activation(1), 'softmax')).toContainText(reasons.softmaxLast);
  await expect(option('loss', 'cross_entropy')).toBeDisabled();
  await expect(option('loss', 'cross_entropy')).toContainText(reasons.needsSoftmax);

  await button(page, editWords.addUnit(3)).click();
  await expect(network(page)).toContainText(editWords.units(2));
  await select(page, editWords.activation(3)).selectOption('softmax');
  await select(page, 'loss').selectOption('cross_entropy');
  await expect(option(editWords.activation(3), 'tanh')).toBeDisabled();
  await expect(option(editWords.activation(3), 'tanh')).toContainText(reasons.lossNeedsSoftmax);

  for (const [label, reason] of [
    [editWords.removeLastUnit(1), reasons.oneUnit],
    [editWords.removeLastInput, reasons.oneInput],
  ] as const) {
    await expect(button(page, label)).toHaveAttribute('aria-disabled', 'true');
    // Playwright takes what is marked as disabled for not to be clicked.
    await button(page, label).dispatchEvent('click');
    await expect(page.getByText(reason, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole('alert')).toHaveText('');
});

test('rule, its numbers, batch, seed and penalties; a number it cannot be is refused and the old one kept', async ({
  page,
}) => {
  await edit(page).click();
  const { training, number } = editWords;
  const setting = (label: string) => network(page).getByRole('textbox', { name: new RegExp(`^${label}`) });
  const set = async (label: string, value: string) => {
    await setting(label).fill(value);
    await setting(label).press('Enter');
  };
  await select(page, training.rule).selectOption('adamw');
  await set(training.numbers.beta1, '0.5');
  await set(training.numbers.weightDecay, '0.1');
  await set(training.numbers.l2, '0.02');
  await set(training.numbers.seed, '7');
  const { descent } = await shown(page);
  expect(descent).toEqual({ rule: 'adamw', alpha: 0.6, beta1: 0.5, weightDecay: 0.1, seed: 7, l2: 0.02 });

  await set(training.numbers.beta2, '1');
  await expect(network(page)).toContainText(number.refused('1', number.belowOne));
  await set(training.numbers.batch, '2');
  await expect(network(page)).toContainText(number.refused('2', number.whole('1', '1')));
  expect((await shown(page)).descent).toEqual(descent);

  await set(training.numbers.seed, '');
  await select(page, training.rule).selectOption('momentum');
  expect((await shown(page)).descent).toEqual({ rule: 'momentum', alpha: 0.6, l2: 0.02 });
  await expect(setting(training.numbers.momentum)).toHaveValue('0.9');
});

test('all weights are drawn anew by scheme and seed, the same ones for the same seed', async ({ page }) => {
  await openDocument(page, twoThreeTwo);
  await edit(page).click();
  await select(page, editWords.fresh.scheme).selectOption('he');
  const draw = async () => {
    await button(page, editWords.fresh.all).click();
    await expect(page.getByText(editWords.fresh.drawn(editWords.fresh.schemes.he, 1))).toBeVisible();
    return shown(page);
  };
  const once = await draw();
  await button(page, strings.header.undo).click();
  expect(await shown(page)).toEqual(twoThreeTwo);
  expect(await draw()).toEqual(once);
  // He et al.: a normal deviation of √(2 / inputs), so none of six is likely beyond five of them.
  for (const ref of parameters(once).filter((r) => !isBias(r) && r.layer === 0)) {
    expect(Math.abs(parameterAt(once, ref))).toBeLessThan(5);
    expect(parameterAt(once, ref)).not.toBe(parameterAt(twoThreeTwo, ref));
  }
});

test('a frozen weight carries a padlock, and a step leaves it alone', async ({ page }) => {
  const freeze = chain(page).getByRole('button', { name: editWords.freeze('w₁') });
  await freeze.click();
  await expect(freeze).toHaveAttribute('aria-pressed', 'true');
  await expect(diagram(page).getByText(strings.network.frozen, { exact: true })).toBeVisible();
  await expect(network(page)).toContainText('Training may change only w₂ and w₃.');
  await button(page, strings.descent.step).click();
  const free = stepped(startScenario);
  const after = await shown(page);
  for (const ref of parameters(startScenario)) {
    const frozen = sameRef(ref, { layer: 0, unit: 0, input: 0 });
    const expected = parameterAt(frozen ? startScenario : free, ref);
    expectPrinted(await field(page, `weight ${['w₁', 'w₂', 'w₃'][ref.layer]}`).inputValue(), expected, 1e-8);
  }
  expect(after.layers[0]?.frozen).toEqual({ weights: true });
  await freeze.click();
  await expect(diagram(page).getByText(strings.network.frozen, { exact: true })).toBeHidden();
});

test('an edit in the midst of training keeps the past, and the new network trains on', async ({ page }) => {
  for (let step = 0; step < 3; step++) await button(page, strings.descent.step).click();
  await edit(page).click();
  await button(page, editWords.addUnit(1)).click();
  await expect(network(page)).toContainText(editWords.units(2));
  const before = await cost(page).textContent();
  await button(page, strings.descent.step).click();
  await expect(cost(page)).not.toHaveText(before ?? '');
  await button(page, strings.header.undo).click();
  await button(page, strings.header.undo).click();
  await expect(network(page)).not.toContainText(editWords.units(2));
  await expect(button(page, strings.descent.back)).toBeEnabled();
});

test.describe('by touch on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });

  test('a unit and a layer more, a parameter frozen', async ({ page }) => {
    await edit(page).tap();
    await button(page, editWords.addUnit(2)).tap();
    await expect(network(page)).toContainText(editWords.units(2));
    await button(page, editWords.addLayer(3)).tap();
    await expect(page.getByRole('group', { name: editWords.headOf(4), exact: true })).toBeVisible();
    await chain(page)
      .getByRole('button', { name: /^Freeze/ })
      .tap();
    const built = await shown(page);
    expect(unitsOf(built)).toEqual([1, 2, 2, 1]);
    expect(built.layers[0]?.frozen).toEqual({ weights: true });
  });
});

test('what is said about an edit goes with the next one', async ({ page }) => {
  await edit(page).click();
  await button(page, editWords.addLayer(2)).click();
  const words = page.getByText(/^New weights drawn/);
  await expect(words).toBeVisible();
  await expect(words).toBeInViewport();
  await field(page, 'weight w₁').fill('0.5');
  await expect(words).toBeHidden();
});
