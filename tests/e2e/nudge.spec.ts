import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { startScenario, twoThreeTwo } from './networks';
import { activationAt, costOf, differenceError, gradientOf, nudged } from './oracle';
import * as reader from './reader';
import { atRest, expectPrinted, factorsIn, field, multiplied, nudge, pickFrom, printed, textOf, visit } from './reader';

test.beforeEach(({ page }) => visit(page));

const w1 = { layer: 0, unit: 0, input: 0 };

/** What a nudge of w₁ really changes, from the weight along the chain to the cost. */
function changes(delta: number): number[] {
  const after = nudged(startScenario, w1, delta);
  const along = startScenario.layers.map((_, k) => activationAt(after, k) - activationAt(startScenario, k));
  return [delta, ...along, costOf(after) - costOf(startScenario)];
}

const next = (page: Page) => nudge(page).getByRole('button', { name: 'Next hop' });
const lines = (page: Page) => nudge(page).getByRole('list').getByRole('listitem');
/** What the ends of the number lines say; '' where the nudge has not arrived. */
const changesShown = async (page: Page) =>
  (await page.getByTestId('change').allInnerTexts()).map(
    (text) => /([+−][\d.×⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|\b0)$/.exec(text.trim())?.[1] ?? '',
  );
/** Where the moved point of each line is, in pixels from the place it had. */
const movedBy = (page: Page) =>
  lines(page).evaluateAll((all) =>
    all.map((one) => {
      // The last two round marks of a line: the ghost in the middle, and the point.
      const marks = [...one.querySelectorAll('*')].filter((e) => getComputedStyle(e).borderRadius === '50%');
      const [ghost, point] = marks.slice(-2).map((e) => e.getBoundingClientRect());
      if (!ghost || !point) return Number.NaN;
      // To a tenth of a pixel: the two are placed by different means.
      return Math.round(10 * (point.left + point.width / 2 - ghost.left - ghost.width / 2)) / 10 || 0;
    }),
  );

for (const size of ['0.1', '0.01', '0.001']) {
  test(`a nudge of w₁ by ${size} shows the change that each quantity really makes`, async ({ page }) => {
    await pickFrom(page, 'Nudge by', size);
    const shown = await changesShown(page);
    expect(shown).toHaveLength(startScenario.layers.length + 2);
    for (const [i, change] of changes(Number(size)).entries()) expectPrinted(shown[i] ?? '', change, 1e-15, `hop ${i}`);
  });

  test(`the ratios between neighbours of a nudge by ${size} multiply to the change of C`, async ({ page }) => {
    await pickFrom(page, 'Nudge by', size);
    await pickFrom(page, 'Show as', 'ratios');
    const truth = changes(Number(size));
    const row = (await textOf(page.getByTestId('factor-row'))).replace(/\s+/g, '');
    const [left = '', right = ''] = row.split('=');
    const [start = '', ...ratios] = factorsIn(left);
    expectPrinted(start, Number(size));
    expect(ratios).toHaveLength(truth.length - 1);
    ratios.forEach((ratio, i) => {
      expectPrinted(ratio, (truth[i + 1] ?? 0) / (truth[i] ?? 1), 1e-9);
    });
    expectPrinted(right, truth.at(-1) ?? 0, 1e-15);
  });
}

test('what the factors predict stands beside what the network really did, and comes closer as the nudge shrinks', async ({
  page,
}) => {
  const predicted = nudge(page).getByText(/^The factors predict/);
  let before = Number.POSITIVE_INFINITY;
  for (const size of ['0.1', '0.01', '0.001']) {
    await pickFrom(page, 'Nudge by', size);
    const [product = '', result = ''] = (await textOf(predicted)).split('=');
    expectPrinted(result, multiplied(factorsIn(product.replace(/^[^\d]*/, ''))), 0, product);
    expectPrinted(result, Number(size) * gradientOf(startScenario, w1), differenceError);
    const really = await textOf(page.getByTestId('really'));
    expectPrinted(really, changes(Number(size)).at(-1) ?? 0, 1e-15);
    const off = Math.abs(printed(really) / printed(result) - 1);
    expect(off).toBeLessThan(before);
    before = off;
  }
});

test('the nudge is walked hop by hop: each press brings one change, one ratio and one tile', async ({ page }) => {
  await nudge(page).getByRole('button', { name: 'Follow it hop by hop' }).click();
  const hops = startScenario.layers.length + 1;
  const truth = changes(0.01);
  for (let hop = 0; hop <= hops; hop++) {
    const shown = await changesShown(page);
    for (const [i, text] of shown.entries()) {
      if (i <= hop) expectPrinted(text, truth[i] ?? 0, 1e-15);
      else expect(text).toBe('');
    }
    await expect(lines(page).getByText(/^×/)).toHaveCount(hop);
    await expect(page.getByTestId('factor-row').locator('[data-tint]')).toHaveCount(hop);
    await expect(page.getByTestId('really')).toHaveCount(hop === hops ? 1 : 0);
    if (hop < hops) await next(page).click();
  }
});

test('hops are walked back as well, and a line that is not reached yet stands where it was', async ({ page }) => {
  await nudge(page).getByRole('button', { name: 'Follow it hop by hop' }).click();
  await next(page).click();
  await next(page).click();
  await expect.poll(async () => (await movedBy(page)).map((x) => x !== 0)).toEqual([true, true, true, false, false]);
  await nudge(page).getByRole('button', { name: 'Hop back' }).click();
  await expect.poll(async () => (await movedBy(page)).map((x) => x !== 0)).toEqual([true, true, false, false, false]);
  expect((await changesShown(page))[2]).toBe('');
  await nudge(page).getByRole('button', { name: 'From the start' }).click();
  await expect.poll(async () => (await movedBy(page)).map((x) => x !== 0)).toEqual([true, false, false, false, false]);
});

test('all lines have one magnifier: the points stand as far from their ghosts as the changes are large', async ({
  page,
}) => {
  const truth = changes(0.01);
  await expect.poll(async () => (await movedBy(page)).at(-1)).toBeLessThan(0);
  const moved = await atRest(() => movedBy(page));
  for (const [i, pixels] of moved.entries()) {
    expect(pixels / (moved[0] ?? 1)).toBeCloseTo((truth[i] ?? 0) / (truth[0] ?? 1), 1);
  }
});

test('at the end the row turns from changes into ratios into symbols, and back', async ({ page }) => {
  const row = page.getByTestId('factor-row');
  await nudge(page).getByRole('button', { name: 'Follow it hop by hop' }).click();
  for (let hop = 0; hop <= startScenario.layers.length; hop++) await next(page).click();
  await expect(row).toContainText('C −0.00222');
  await nudge(page).getByRole('button', { name: 'Turn into ratios' }).click();
  await expect(row).toContainText('(−0.750)');
  await expect(row).not.toContainText('C');
  await nudge(page).getByRole('button', { name: 'Turn into symbols' }).click();
  await expect(row).toContainText('= ∂C/∂w1');
  const tiles = await row.locator('.katex').allInnerTexts();
  expect(tiles.map((text) => text.replace(/[\s\u200b]/g, ''))).toEqual(['∂w1∂a1', '∂a1∂a2', '∂a2∂a3', '∂a3∂C']);
  await nudge(page).getByRole('button', { name: 'Hop back' }).click();
  await expect(row).toContainText('(−0.750)');
  await nudge(page).getByRole('button', { name: 'Hop back' }).click();
  await expect(row).toContainText('C −0.00222');
});

test('the arrow keys walk the hops', async ({ page }) => {
  const walk = nudge(page).getByRole('button', { name: 'Follow it hop by hop' });
  await walk.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  expect((await changesShown(page)).filter((text) => text !== '')).toHaveLength(2);
  await page.keyboard.press('ArrowLeft');
  expect((await changesShown(page)).filter((text) => text !== '')).toHaveLength(1);
});

test('another weight’s nudge starts at that weight', async ({ page }) => {
  await reader.explain(page, 'w₃');
  const shown = await changesShown(page);
  const w3 = { layer: 2, unit: 0, input: 0 };
  const after = nudged(startScenario, w3, 0.01);
  expect(shown).toHaveLength(3);
  expectPrinted(shown[0] ?? '', 0.01);
  expectPrinted(shown[1] ?? '', activationAt(after, 2) - activationAt(startScenario, 2), 1e-15);
  expectPrinted(shown[2] ?? '', costOf(after) - costOf(startScenario), 1e-15);
});

test('where a layer has several units every one it reaches has a line, and the cost moves as it should', async ({
  page,
}) => {
  await reader.openDocument(page, twoThreeTwo);
  const shown = await changesShown(page);
  // The weight, its own unit, both outputs, the cost.
  expect(shown).toHaveLength(5);
  expectPrinted(shown.at(-1) ?? '', costOf(nudged(twoThreeTwo, w1, 0.01)) - costOf(twoThreeTwo), 1e-15);
});

test('an edit is followed by the number lines at once', async ({ page }) => {
  await field(page, 'weight w₂').fill('0');
  const shown = await changesShown(page);
  expect(shown.slice(2)).toEqual(['0', '0', '0']);
});
