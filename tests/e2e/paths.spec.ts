// What the chain rule panel shows beside its row: both orders, both groupings, sums over successors, and all paths.
import type { Page } from '@playwright/test';
import { spoken } from '../../web/src/format/spoken';
import { explainWords as words } from '../../web/src/format/strings/explain';
import { presets } from '../../web/src/scenario/presets';
import type { ParameterRef, Scenario } from '../../web/src/scenario/types';
import { expect, test } from './fixture';
import { startScenario, twoThreeTwo } from './networks';
import { differenceError, gradientOf } from './oracle';
import {
  button,
  chain,
  diagram,
  expectPrinted,
  explain,
  factors,
  factorsIn,
  field,
  gradient,
  multiplied,
  neuron,
  openDocument,
  pickFrom,
  printed,
  textOf,
  visit,
} from './reader';

const w = (layer: number, unit = 0, input = 0) => ({ layer, unit, input });

/** Three hidden layers of two, so that there are sums within sums. */
const twoTwoTwo: Scenario = {
  ...startScenario,
  title: 'Sums within sums',
  layers: [0.3, -0.4, 0.5, 0.8].map((first, k) => ({
    activation: k === 3 ? 'sigmoid' : 'tanh',
    weights: Array.from({ length: k === 3 ? 1 : 2 }, (_, j) =>
      Array.from({ length: k === 0 ? 1 : 2 }, (_, i) => first + 0.37 * j - 0.58 * i),
    ),
  })),
};

const pathsOf = (page: Page) =>
  chain(page)
    .locator('details')
    .filter({ hasText: words.paths('', '').slice(0, 9) });
async function openPaths(page: Page): Promise<void> {
  await pathsOf(page).locator('summary').click();
  await expect(pathsOf(page).getByRole('table')).toBeVisible();
}
const last = (text: string): string => text.split('=').at(-1)?.trim() ?? '';
for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });
    test.beforeEach(({ page }) => visit(page));

    test('the row turns round: the cost first, the weight’s own factor last, the same product', async ({ page }) => {
      await pickFrom(page, words.order, words.orders.cost);
      await expect(factors(page)).toHaveText(['−0.753', '0.352', '0.700', '1.20']);
      await expect(gradient(page)).toHaveText('−0.223');
      await pickFrom(page, words.order, words.orders.nudge);
      await expect(factors(page)).toHaveText(['1.20', '0.700', '0.352', '(−0.753)']);
    });

    test('each factor opens into slope and weight, which multiply to the same gradient', async ({ page }) => {
      await pickFrom(page, words.factors, words.grouped.parts);
      await expect(factors(page)).toHaveCount(7);
      const texts = await factors(page).allInnerTexts();
      expectPrinted(await textOf(gradient(page)), multiplied(texts), 0, texts.join(' × '));
      await expect(
        chain(page).getByRole('button', { name: /^the change of z₃ per change of a₂: 1\.50/ }),
      ).toBeVisible();
      await expect(
        chain(page).getByRole('button', { name: /^the change of a₃ per change of z₃: 0\.23/ }),
      ).toBeVisible();
    });

    test('what w₂ has as well is marked as computed once, and stays when w₂ is chosen', async ({ page }) => {
      const once = chain(page).locator('[data-shared="true"]');
      await expect(once).toHaveCount(2);
      await expect(once.first()).toHaveAttribute('aria-description', /Computed once\.$/);
      // Not while plain text still stands in for the formulas.
      await expect(once.first().locator('.katex').first()).toBeVisible();
      const kept = await once.allInnerTexts();
      await button(page, words.goTo('w₂')).click();
      await expect(gradient(page)).toHaveText('−0.127');
      const now = await chain(page)
        .getByRole('button', { name: /^the change of/ })
        .allInnerTexts();
      for (const factor of kept) expect(now).toContain(factor);
    });

    test('in the diamond the paths of w₁ add up to its gradient, and each is a product', async ({ page }) => {
      await openDocument(page, presets.diamond);
      await openPaths(page);
      await expect(pathsOf(page).locator('summary')).toContainText('2 paths');
      const lines = await pathsOf(page).getByRole('listitem').allInnerTexts();
      expect(lines).toHaveLength(3);
      const products = await pathsOf(page).getByTestId('path').allInnerTexts();
      for (const [k, product] of products.entries()) {
        expectPrinted(last(lines[k] ?? ''), multiplied(factorsIn(product)), 0, lines[k]);
      }
      // What both have is printed alike in both.
      const [one = [], other = []] = products.map(factorsIn);
      expect([one.at(0), one.at(-1)]).toEqual([other.at(0), other.at(-1)]);
      const values = lines.slice(0, 2).map((line) => printed(last(line)));
      expectPrinted(last(lines[2] ?? ''), (values[0] ?? 0) + (values[1] ?? 0), 0, lines.join(' | '));
      expectPrinted(last(lines[2] ?? ''), gradientOf(presets.diamond, w(0)), differenceError, 'the sum');
    });

    test('a term opens into the terms that it is made of, depth by depth', async ({ page }) => {
      await openDocument(page, twoTwoTwo);
      const sums = chain(page).locator('ul > li > b').locator('visible=true');
      const before = await sums.count();
      await button(page, words.opens('∂C/∂a⁽²⁾₁')).click();
      expect(await sums.count()).toBeGreaterThan(before);
      await expect(chain(page)).toContainText('a⁽²⁾₁ feeds 2 units');
      await button(page, words.closes('∂C/∂a⁽²⁾₁')).click();
      await expect(chain(page)).not.toContainText('a⁽²⁾₁ feeds 2 units');
    });
  });
}

test.describe('in any network', () => {
  test.beforeEach(({ page }) => visit(page));

  const cases: readonly [string, Scenario, string, ParameterRef, number, readonly string[]][] = [
    ['2-3-2', twoThreeTwo, 'w⁽¹⁾₂₁', w(0, 1, 0), 2, ['4', '3']],
    ['1-2-2-2-1', twoTwoTwo, 'w⁽¹⁾₂₁', w(0, 1, 0), 4, ['16', '9']],
  ];
  for (const [title, scenario, symbol, ref, count, [byPaths, byBackprop]] of cases) {
    test(`${title}: as many paths as there are routes, and fewer multiplications by backpropagation`, async ({
      page,
    }) => {
      await openDocument(page, scenario);
      await explain(page, symbol);
      await openPaths(page);
      await expect(pathsOf(page).locator('summary')).toContainText(`${count} paths`);
      const lines = await pathsOf(page).getByRole('listitem').allInnerTexts();
      expect(lines).toHaveLength(count + 1);
      expectPrinted(last(lines.at(-1) ?? ''), gradientOf(scenario, ref), differenceError, 'the sum');
      const sum = lines.slice(0, -1).reduce((total, line) => total + printed(last(line)), 0);
      expectPrinted(last(lines.at(-1) ?? ''), sum, 0, 'the printed paths add up');
      const row = pathsOf(page).getByRole('row', { name: spoken(words.ofOne(symbol)) });
      await expect(row.getByRole('cell').first()).toContainText(`${byPaths} multiplications`);
      await expect(row.getByRole('cell').last()).toContainText(`${byBackprop} multiplications`);
    });
  }

  test('a term, its factors and a path light their places in the drawing, and are lit from there', async ({ page }) => {
    await openDocument(page, twoTwoTwo);
    await openPaths(page);
    const lit = '[data-lit="true"]';
    const chips = (symbol: string) =>
      diagram(page)
        .locator(lit)
        .filter({ has: field(page, `weight ${symbol}`) });
    // One term of the sum: its first factor runs along one edge, the last starts at the unit that this leads to.
    const term = chain(page)
      .locator('ul > li')
      .filter({ hasText: /^\+∂a\(2\)2/ });
    const factor = term.getByRole('button').first();
    await factor.focus();
    await expect(factor).toHaveAttribute('data-lit', 'true');
    await expect(chips('w⁽²⁾₂₁')).toHaveCount(1);
    await expect(chips('w⁽²⁾₁₁')).toHaveCount(0);
    await field(page, 'weight w⁽²⁾₁₁').hover();
    await expect(factor).toHaveAttribute('data-lit', 'false');
    await field(page, 'weight w⁽²⁾₂₁').hover();
    await expect(factor).toHaveAttribute('data-lit', 'true');
    // The same link in the lists of terms and of paths.
    await expect(pathsOf(page).getByTestId('path').locator(lit)).not.toHaveCount(0);

    await neuron(page, 'a⁽²⁾₂').getByText('slope').hover();
    await expect(term.getByRole('button', { name: spoken(words.opens('∂C/∂a⁽²⁾₂')) })).toHaveAttribute(
      'data-lit',
      'true',
    );

    // A whole path: into each of its units, and to the cost.
    const way = pathsOf(page).getByRole('listitem').first().getByRole('button');
    await way.focus();
    await page.mouse.move(0, 0);
    await expect(way).toHaveAttribute('data-lit', 'true');
    expect(await diagram(page).locator(`circle${lit}`).count()).toBe(4);
    const factorsOfWay = pathsOf(page).getByTestId('path').first().locator('[data-lit]');
    for (const one of await factorsOfWay.all()) await expect(one).toHaveAttribute('data-lit', 'true');
    await way.blur();
    await expect(page.locator(lit)).toHaveCount(0);
  });

  test('all paths can be opened and the row turned by keyboard alone', async ({ page }) => {
    await pathsOf(page).locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(pathsOf(page).getByRole('table')).toBeVisible();
    await page.getByRole('radio', { name: words.orders.nudge }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(factors(page).first()).toHaveText('−0.753');
  });
});
