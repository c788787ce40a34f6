import type { Page } from '@playwright/test';
import { spoken } from '../../web/src/format/spoken';
import { closerWords } from '../../web/src/format/strings/closer';
import { landscapeWords as words } from '../../web/src/format/strings/landscape';
import { expect, test } from './fixture';
import { startScenario, twoThreeTwo } from './networks';
import { costOf, differenceError, gradientOf, nudged, stepped } from './oracle';
import { button, cost, expectPrinted, explain, field, gradient, openDocument, textOf, visit } from './reader';

const w1 = { layer: 0, unit: 0, input: 0 };

const view = (page: Page) => page.getByRole('region', { name: closerWords.names.landscape, exact: true });
const point = (page: Page) => view(page).getByRole('slider');
const numberIn = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? 'absent';
const open = (page: Page) =>
  button(page, `▸ ${closerWords.names.landscape}`).or(button(page, closerWords.names.landscape)).click();

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });
    test.beforeEach(async ({ page }) => {
      await visit(page);
      await open(page);
      await expect(point(page)).toBeVisible();
    });

    test('the curve tells the slope, the step that α takes along it and where it lands', async ({ page }) => {
      const slope = gradientOf(startScenario, w1);
      const after = stepped(startScenario);
      const text = await textOf(view(page));
      expectPrinted(numberIn(text, /slope is ∂C\/∂w₁ = ([−\d.]+):/), slope, differenceError);
      const step = (await textOf(page.getByTestId('landscape-step'))).replace(/\s+/g, ' ');
      expectPrinted(numberIn(step, /= ([−\d.]+)\.$/), after.layers[0]?.weights[0]?.[0] ?? 0, differenceError);
      const together = await textOf(page.getByTestId('landscape-together'));
      expectPrinted(numberIn(together, /from ([\d.]+)/), costOf(startScenario));
      expectPrinted(numberIn(together, /to ([\d.]+\d)/), costOf(after), differenceError);
      const alone = nudged(startScenario, w1, -startScenario.descent.alpha * slope);
      expectPrinted(numberIn(text, /C would be ([\d.]+\d) there/), costOf(alone), differenceError);
      await expect(point(page).getByText('α × gradient')).toBeVisible();
    });

    test('a larger α lengthens the step and leaves the slope', async ({ page }) => {
      const before = numberIn(await textOf(view(page)), /slope is (∂C\/∂w₁ = [−\d.]+):/);
      await field(page, 'learning rate α').fill('2');
      await expect(page.getByTestId('landscape-step')).toContainText('0.846');
      await expect(view(page)).toContainText(`slope is ${before}:`);
    });

    test('the arrow keys, the field and its buttons move the point, and with it the network', async ({ page }) => {
      await point(page).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      await expect(field(page, 'weight w₁')).toHaveValue('0.510');
      await expect(point(page)).toHaveAttribute('aria-valuenow', '0.51');
      expectPrinted(await textOf(cost(page)), costOf(nudged(startScenario, w1, 0.11)));
      await field(page, words.point('w₁')).fill('0.7');
      await expect(field(page, 'weight w₁')).toHaveValue('0.700');
      await button(page, `Increase ${words.point('w₁')}`).click();
      await expect(point(page)).toHaveAttribute('aria-valuenow', '0.71');
    });

    test('over two weights the arrow points against the gradient and the path shows the run', async ({ page }) => {
      await view(page).getByText(words.two, { exact: true }).click();
      await button(page, 'Step').click();
      await button(page, 'Step').click();
      await expect(point(page).locator('polyline')).toHaveAttribute('points', /^\S+ \S+ \S+$/);
      const points = ((await point(page).locator('polyline').getAttribute('points')) ?? '').split(' ');
      const [from, to] = points.slice(0, 2).map((pair) => pair.split(',').map(Number));
      // Both gradients are negative: the run goes right and up.
      expect(to?.[0]).toBeGreaterThan(from?.[0] ?? 0);
      expect(to?.[1]).toBeLessThan(from?.[1] ?? 0);
      const before = await field(page, 'weight w₂').inputValue();
      await point(page).focus();
      await page.keyboard.press('ArrowUp');
      await expect(field(page, 'weight w₂')).not.toHaveValue(before);
    });

    test('the same button closes the view', async ({ page }) => {
      await page.getByRole('button', { name: closerWords.names.landscape, expanded: true }).click();
      await expect(view(page)).toHaveCount(0);
    });
  });
}

test.describe('by mouse and touch', () => {
  test.use({ hasTouch: true });
  test.beforeEach(async ({ page }) => {
    await visit(page);
    await open(page);
    await point(page).scrollIntoViewIfNeeded();
  });

  test('dragging the point sets the weight while it is dragged, and is one undo entry', async ({ page }) => {
    const handle = point(page).locator('[data-handle]');
    const at = await handle.boundingBox();
    if (!at) throw new Error('no point');
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.mouse.down();
    for (let i = 1; i <= 8; i++) await page.mouse.move(at.x + at.width / 2 - 10 * i, at.y + at.height / 2);
    const dragged = Number(await point(page).getAttribute('aria-valuenow'));
    expect(dragged).toBeLessThan(0.3);
    expectPrinted(
      await textOf(gradient(page)),
      gradientOf(nudged(startScenario, w1, dragged - 0.4), w1),
      differenceError,
    );
    await page.mouse.up();
    await button(page, 'Undo').click();
    await expect(point(page)).toHaveAttribute('aria-valuenow', '0.4');
    await expect(button(page, 'Undo')).toBeDisabled();
  });

  test('a tap puts the point where the finger is', async ({ page }) => {
    const box = await point(page).boundingBox();
    if (!box) throw new Error('no picture');
    await page.touchscreen.tap(box.x + 0.8 * box.width, box.y + 40);
    await expect.poll(async () => Number(await point(page).getAttribute('aria-valuenow'))).toBeGreaterThan(0.5);
  });

  test('zooming keeps the point and fitting brings the whole back', async ({ page }) => {
    const ends = async () => [
      await point(page).getAttribute('aria-valuemin'),
      await point(page).getAttribute('aria-valuemax'),
    ];
    const before = await ends();
    await button(page, words.closer).click();
    expect(await ends()).toEqual(['-0.3', '0.7']);
    await expect(point(page)).toHaveAttribute('aria-valuenow', '0.4');
    await button(page, words.fit).click();
    expect(await ends()).toEqual(before);
  });

  test('the curve follows the choice of another weight, of any network', async ({ page }) => {
    await openDocument(page, twoThreeTwo);
    await explain(page, 'w⁽²⁾₁₂');
    await expect(point(page)).toHaveAttribute('aria-label', spoken(words.curve('C', 'w⁽²⁾₁₂')));
    await expect(point(page)).toHaveAttribute('aria-valuenow', '-0.38');
    await view(page).getByText(words.two, { exact: true }).click();
    // Fine once the numbers rest.
    await expect.poll(async () => Number(await point(page).getAttribute('data-points'))).toBeGreaterThan(40);
  });
});
