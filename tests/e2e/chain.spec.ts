import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { withParameter } from '../../web/src/scenario/edits';
import { parameters } from '../../web/src/scenario/refs';
import type { ParameterRef, Scenario } from '../../web/src/scenario/types';
import { expect, test } from './fixture';
import { fiveLayers, startScenario, twoThreeTwo } from './networks';
import { differenceError, gradientOf, stepped } from './oracle';
import * as reader from './reader';
import {
  chain,
  diagram,
  expectPrinted,
  explain,
  factors,
  factorsIn,
  field,
  gradient,
  halfUnit,
  multiplied,
  neuron,
  nudge,
  printed,
  textOf,
  tile,
  update,
  visit,
} from './reader';

test.beforeEach(({ page }) => visit(page));

/** The printed numbers of the row multiply to the printed gradient, and that is the true one. */
async function expectRowToMultiply(page: Page, truth: number, what = ''): Promise<void> {
  const texts = await factors(page).allInnerTexts();
  const result = await textOf(gradient(page));
  expect(texts.length).toBeGreaterThan(0);
  expectPrinted(result, multiplied(texts), 0, `${what}: ${texts.join(' × ')} =`);
  expectPrinted(result, truth, differenceError, what);
}

test('at the start the row of factors reads 1.20 × 0.700 × 0.352 × (−0.753) = −0.223', async ({ page }) => {
  await expect(factors(page)).toHaveText(['1.20', '0.700', '0.352', '(−0.753)']);
  await expect(gradient(page)).toHaveText('−0.223');
  await expect(chain(page).getByRole('heading', { level: 3 }).first()).toHaveText('Why is ∂C/∂w1 = −0.223?');
});

test('each factor has its symbol, its local expression and its number, set by KaTeX, one below the other', async ({
  page,
}) => {
  for (const [of, by, expression] of [
    ['a₁', 'w₁', 'ReLU′(z1​)⋅i1​'],
    ['a₂', 'a₁', 'ReLU′(z2​)⋅w2​'],
    ['a₃', 'a₂', 'σ′(z3​)⋅w3​'],
    ['C', 'a₃', '2(yp​−y)'],
  ] as const) {
    const formulas = tile(page, of, by).locator('.katex');
    await expect(formulas).toHaveCount(2);
    expect((await textOf(formulas.nth(1))).replace(/[\s\u200b]/g, '')).toBe(expression.replace(/\u200b/g, ''));
    const [symbol, local, number] = await Promise.all([
      formulas.nth(0).boundingBox(),
      formulas.nth(1).boundingBox(),
      tile(page, of, by).getByTestId('factor').boundingBox(),
    ]);
    expect((symbol?.y ?? 0) + (symbol?.height ?? 0)).toBeLessThanOrEqual((local?.y ?? 0) + 4);
    expect((local?.y ?? 0) + (local?.height ?? 0)).toBeLessThanOrEqual((number?.y ?? 0) + 4);
  }
});

test('the three lines of all factors stand at the same heights', async ({ page }) => {
  const heights = await factors(page).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().y)));
  expect(new Set(heights).size).toBe(1);
});

test('a click on a weight’s name in the picture explains that weight', async ({ page }) => {
  await explain(page, 'w₂');
  await expect(factors(page)).toHaveText(['0.480', '0.352', '(−0.753)']);
  await expect(gradient(page)).toHaveText('−0.127');
  await expect(nudge(page)).toContainText('w2 +0.01');
  await explain(page, 'w₃');
  await expect(factors(page)).toHaveText(['0.0789', '(−0.753)']);
  await expect(gradient(page)).toHaveText('−0.0594');
  await expect(reader.choice(page, 'w₃')).toHaveAttribute('aria-pressed', 'true');
});

test('arrow keys in the chain rule panel choose the weight', async ({ page }) => {
  const choice = (symbol: string) => chain(page).getByRole('radio', { name: symbol, exact: true });
  await choice('w₁').focus();
  await page.keyboard.press('ArrowRight');
  await expect(choice('w₂')).toBeChecked();
  await expect(gradient(page)).toHaveText('−0.127');
  await page.keyboard.press('ArrowRight');
  await expect(choice('w₃')).toBeFocused();
  await expect(gradient(page)).toHaveText('−0.0594');
});

test('after any edit the printed factors multiply to the printed gradient, for every weight', async ({ page }) => {
  const value = fc.integer({ min: -250, max: 250 }).map((n) => n / 100);
  const edits = fc.sample(fc.tuple(fc.nat(2), value), { numRuns: 6, seed: 11 });
  let now: Scenario = startScenario;
  for (const [layer, to] of edits) {
    await field(page, `weight w${'₁₂₃'[layer]}`).fill(String(to));
    now = withParameter(now, { layer, unit: 0, input: 0 }, to);
    for (const ref of parameters(now)) {
      await explain(page, `w${'₁₂₃'[ref.layer]}`);
      await expectRowToMultiply(page, gradientOf(now, ref), JSON.stringify([now.layers, ref]));
    }
  }
});

test('every parameter of a chain of five has factors that multiply to its gradient', async ({ page }) => {
  await reader.openDocument(page, fiveLayers);
  for (const ref of parameters(fiveLayers)) {
    await explain(page, `w${'₁₂₃₄₅'[ref.layer]}`);
    await expect(factors(page)).toHaveCount(fiveLayers.layers.length - ref.layer + 1);
    await expectRowToMultiply(page, gradientOf(fiveLayers, ref), JSON.stringify(ref));
  }
});

const name = (ref: ParameterRef): string => {
  const below = (...at: number[]) => at.map((i) => '₁₂₃'[i]).join('');
  const above = `⁽${'¹²³'[ref.layer]}⁾`;
  return 'input' in ref ? `w${above}${below(ref.unit, ref.input)}` : `b${above}${below(ref.unit)}`;
};

test('every weight and bias of a 2-3-2 network has factors that multiply to its gradient, and terms that add up', async ({
  page,
}) => {
  await reader.openDocument(page, twoThreeTwo);
  for (const ref of parameters(twoThreeTwo)) {
    await chain(page).getByRole('combobox', { name: 'Explain' }).selectOption(name(ref));
    await expectRowToMultiply(page, gradientOf(twoThreeTwo, ref), name(ref));
    const terms = chain(page)
      .locator('p')
      .filter({ hasText: /feeds \S+ units/ })
      .locator('..')
      .getByRole('listitem');
    // A hidden unit feeds both outputs; an output feeds the cost alone. The last line is the sum.
    const lines = await terms.allInnerTexts();
    expect(lines).toHaveLength(ref.layer === 0 ? 3 : 0);
    let sum = 0;
    for (const [i, line] of lines.entries()) {
      const [, ...sides] = line.split('=').map((side) => side.trim());
      const value = sides.at(-1) ?? '';
      if (i === lines.length - 1) expectPrinted(value, sum, 0, `${name(ref)}: the sum of the terms`);
      else {
        expectPrinted(value, multiplied(factorsIn(sides[0] ?? '')), 0, `${name(ref)}: ${line}`);
        sum += printed(value);
      }
    }
  }
});

test('the update line computes, as printed, the weight that Step then shows', async ({ page }) => {
  for (const layer of startScenario.layers.keys()) {
    const symbol = `w${'₁₂₃'[layer]}`;
    await explain(page, symbol);
    const line = (await textOf(update(page))).replace(/\s+/g, ' ');
    const [, before = '', alpha = '', slope = '', after = ''] =
      /= ([\d.]+) − ([\d.]+) × \(?(−?[\d.]+)\)? = ([\d.]+)$/.exec(line) ?? [];
    expectPrinted(after, printed(before) - printed(alpha) * printed(slope), 0, line);
    expectPrinted(after, stepped(startScenario).layers[layer]?.weights[0]?.[0] ?? 0, differenceError, line);
  }
});

test('a frozen weight shows its gradient and says that a step leaves it alone', async ({ page }) => {
  const [first, ...rest] = startScenario.layers;
  await reader.openDocument(page, { ...startScenario, layers: [{ ...first, frozen: { weights: true } }, ...rest] });
  await expect(gradient(page)).toHaveText('−0.223');
  await expect(update(page)).toContainText('frozen: a step leaves it alone');
  await reader.button(page, 'Step').click();
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
  await expect(field(page, 'weight w₂')).toHaveValue('0.776');
});

test('a bar per factor reaches left where the factor shrinks the nudge and right where it grows it, by its logarithm', async ({
  page,
}) => {
  const bars = chain(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('img', { name: /the nudge/ }) });
  await expect(bars).toHaveCount(4);
  const reaches = await bars.evaluateAll((all) =>
    all.map((one) => {
      const track = one.querySelector('[aria-label*="the nudge"]')?.getBoundingClientRect();
      const bar = one.querySelector('[aria-label*="the nudge"] > *')?.getBoundingClientRect();
      if (!track || !bar) return Number.NaN;
      const middle = track.left + track.width / 2;
      const right = bar.right - middle > middle - bar.left;
      return (right ? bar.right - middle : bar.left - middle) / (track.width / 2);
    }),
  );
  const logs = [1.2, 0.7, 0.3521, 0.7532].map(Math.log10);
  for (const [i, reach] of reaches.entries()) {
    expect(Math.sign(reach)).toBe(Math.sign(logs[i] ?? 0));
    expect(reach / (reaches[2] ?? 1)).toBeCloseTo((logs[i] ?? 0) / (logs[2] ?? 1), 1);
  }
  await expect(bars.nth(0).getByRole('img').last()).toHaveAccessibleName('grows the nudge');
  await expect(bars.nth(1).getByRole('img').last()).toHaveAccessibleName('shrinks the nudge');
  await expect(bars.nth(3).getByRole('img').last()).toHaveAccessibleName('shrinks the nudge and turns its sign');
});

test('touching a factor tells in plain words what it is', async ({ page }) => {
  await tile(page, 'a₃', 'a₂').hover();
  await expect(chain(page)).toContainText(
    /how strongly a₃ answers a₂: .*slope of σ at z₃.*0\.235.*the weight on the way, w₃.*1\.50.*0\.352/,
  );
  await page.mouse.move(0, 0);
  await expect(chain(page)).not.toContainText('how strongly a₃ answers a₂');
  await tile(page, 'a₁', 'w₁').focus();
  await expect(chain(page)).toContainText(/what the weight multiplies, i₁.*1\.20/);
});

test('at the kink of ReLU the factor says which slope is used', async ({ page }) => {
  await field(page, 'weight w₁').fill('0');
  await tile(page, 'a₁', 'w₁').hover();
  await expect(chain(page)).toContainText('z₁ is exactly 0');
  await expect(chain(page)).toContainText('as PyTorch');
});

const lit = '[data-lit="true"]';
const links = [
  ['a₁', 'w₁'],
  ['a₂', 'a₁'],
  ['a₃', 'a₂'],
  ['C', 'a₃'],
] as const;

for (const touch of ['hovering', 'focusing'] as const) {
  test(`${touch} a factor lights its place in the diagram and on the number lines, and no other factor`, async ({
    page,
  }) => {
    for (const [of, by] of links) {
      const factor = tile(page, of, by);
      await (touch === 'hovering' ? factor.hover() : factor.focus());
      await expect(factor).toHaveAttribute('data-lit', 'true');
      expect(await chain(page).getByRole('button').and(page.locator(lit)).count()).toBe(1);
      expect(await diagram(page).locator(lit).count()).toBeGreaterThan(0);
      expect(await nudge(page).getByRole('list').locator(lit).count()).toBeGreaterThan(0);
      const bars = chain(page)
        .getByRole('listitem')
        .filter({ has: page.getByRole('img', { name: /the nudge/ }) });
      expect(await bars.and(page.locator(lit)).count()).toBe(1);
    }
    await page.mouse.move(0, 0);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await expect(page.locator(lit)).toHaveCount(0);
  });
}

test('touching a neuron, the cost, a number line or a number in a field lights the factor it stands for', async ({
  page,
}) => {
  await neuron(page, 'a₂').getByText('slope').hover();
  await expect(tile(page, 'a₂', 'a₁')).toHaveAttribute('data-lit', 'true');
  await reader.cost(page).hover();
  await expect(tile(page, 'C', 'a₃')).toHaveAttribute('data-lit', 'true');
  await nudge(page).getByRole('list').getByText('a3', { exact: true }).hover();
  await expect(tile(page, 'a₃', 'a₂')).toHaveAttribute('data-lit', 'true');
  await field(page, 'weight w₂').focus();
  await page.mouse.move(0, 0);
  await expect(tile(page, 'a₂', 'a₁')).toHaveAttribute('data-lit', 'true');
  // An input and the factor that it is in light each other, and the way that the derivative leaves by.
  await field(page, 'input i₁').focus();
  await expect(tile(page, 'a₁', 'w₁')).toHaveAttribute('data-lit', 'true');
  await expect(chain(page).getByText('to what lies before').locator('..')).toHaveAttribute('data-lit', 'true');
  await tile(page, 'a₁', 'w₁').focus();
  await expect(field(page, 'input i₁').locator('../..')).toHaveAttribute('data-lit', 'true');
  await tile(page, 'a₂', 'a₁').focus();
  await expect(field(page, 'input i₁').locator('../..')).toHaveAttribute('data-lit', 'false');
});

test('what was pressed stays lit when the pointer goes, until something else is pressed', async ({ page }) => {
  await neuron(page, 'a₂').getByText('slope').click();
  await page.mouse.move(0, 0);
  await expect(tile(page, 'a₂', 'a₁')).toHaveAttribute('data-lit', 'true');
  await tile(page, 'a₃', 'a₂').hover();
  await expect(tile(page, 'a₂', 'a₁')).toHaveAttribute('data-lit', 'false');
  await tile(page, 'a₃', 'a₂').click();
  await page.mouse.move(0, 0);
  await expect(tile(page, 'a₃', 'a₂')).toHaveAttribute('data-lit', 'true');
  await chain(page).getByRole('heading').first().click();
  await expect(page.locator(lit)).toHaveCount(0);
});

test('very small factors are printed so that they still multiply to the gradient', async ({ page }) => {
  await field(page, 'weight w₃').fill('30');
  await field(page, 'input i₁').fill('3');
  const result = await textOf(gradient(page));
  expect(result).toContain('×10');
  expectPrinted(result, multiplied(await factors(page).allInnerTexts()));
  expect(halfUnit(result)).toBeLessThan(Math.abs(printed(result)));
});
