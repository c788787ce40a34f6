import type { Page } from '@playwright/test';
import { countText } from '../../web/src/format/number';
import { strings } from '../../web/src/format/strings';
import { startNotation } from '../../web/src/scenario/start';
import { expect, test } from './fixture';
import { startScenario } from './networks';
import { costOf, differenceError, stepped } from './oracle';
import {
  button,
  cost,
  descent,
  expectPrinted,
  field,
  gradient,
  printed,
  textOf,
  timeline,
  visit,
  where,
  whereHeard,
} from './reader';

test.beforeEach(({ page }) => visit(page));

const step = async (page: Page, times: number) => {
  for (let i = 0; i < times; i++) await button(page, 'Step').click();
};
const speed = (page: Page, steps: number) =>
  descent(page)
    .getByRole('combobox', { name: 'Speed' })
    .selectOption({ label: strings.descent.perSecond(countText(steps, startNotation)) });
const stepShown = async (page: Page) => Number(/step ([\d,]+)/.exec(await textOf(where(page)))?.[1]?.replace(',', ''));

test('one step moves all weights at once from the old values: 0.534, 0.776, 1.54, and C falls to 0.101', async ({
  page,
}) => {
  await step(page, 1);
  await expect(field(page, 'weight w₁')).toHaveValue('0.534');
  await expect(field(page, 'weight w₂')).toHaveValue('0.776');
  await expect(field(page, 'weight w₃')).toHaveValue('1.54');
  await expect(cost(page)).toHaveText('0.101');
  await expect(where(page)).toHaveText('step 1 · C 0.101');
  await expect(whereHeard(page)).toHaveText('step 1, C 0.101');
});

test('six steps go where plain arithmetic says', async ({ page }) => {
  let now = startScenario;
  for (let i = 0; i < 6; i++) {
    await step(page, 1);
    now = stepped(now);
    for (const [k, symbol] of ['w₁', 'w₂', 'w₃'].entries()) {
      const shown = await field(page, `weight ${symbol}`).inputValue();
      expectPrinted(shown, now.layers[k]?.weights[0]?.[0] ?? 0, differenceError);
    }
    expectPrinted(await textOf(cost(page)), costOf(now), differenceError);
  }
});

test('one step back, and on again, shows the same numbers', async ({ page }) => {
  await step(page, 2);
  const after = await field(page, 'weight w₁').inputValue();
  await button(page, 'One step back').click();
  await expect(field(page, 'weight w₁')).toHaveValue('0.534');
  await button(page, 'One step back').click();
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
  await expect(button(page, 'One step back')).toBeDisabled();
  await step(page, 2);
  await expect(field(page, 'weight w₁')).toHaveValue(after);
});

test('“To the start” returns to the start of the segment, after an edit “To the last edit”, and keeps the run', async ({
  page,
}) => {
  await step(page, 5);
  await button(page, 'To the start').click();
  await expect(where(page)).toHaveText('step 0 · C 0.142');
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
  await expect(timeline(page)).toHaveAttribute('aria-valuemax', '5');
  await step(page, 2);
  await field(page, 'weight w₁').fill('0.9');
  await step(page, 3);
  await expect(button(page, 'To the start')).toHaveCount(0);
  await button(page, 'To the last edit').click();
  await expect(where(page)).toContainText('step 0 after an edit');
  await expect(field(page, 'weight w₁')).toHaveValue('0.900');
  await expect(timeline(page)).toHaveAttribute('aria-valuenow', '3');
  await button(page, 'One step back').click();
  await expect(button(page, 'To the start')).toBeEnabled();
});

test('any earlier step is revisited by dragging on the cost curve', async ({ page }) => {
  await step(page, 6);
  const weights: string[] = [];
  const box = await timeline(page).boundingBox();
  if (!box) throw new Error('no curve');
  await page.mouse.move(box.x + box.width - 3, box.y + 20);
  await page.mouse.down();
  for (let x = box.width; x >= 0; x -= 5) {
    await page.mouse.move(box.x + x, box.y + 20);
    const at = await field(page, 'weight w₁').inputValue();
    if (weights.at(-1) !== at) weights.push(at);
  }
  await page.mouse.up();
  expect(weights).toHaveLength(7);
  expect(weights.at(-1)).toBe('0.400');
  expect(weights.at(-2)).toBe('0.534');
  await expect(where(page)).toContainText('step 0');
  await expect(gradient(page)).toHaveText('−0.223');
});

test('dragged over an edit, the curve stays under the hand, and no step is skipped', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await step(page, 8);
  const before = await timeline(page).boundingBox();
  await button(page, 'Increase weight w₂').click();
  await step(page, 4);
  await expect(where(page)).toContainText('after an edit');
  const box = await timeline(page).boundingBox();
  expect(box).toEqual(before);
  if (!box) throw new Error('no curve');
  const revisited: string[] = [];
  await page.mouse.move(box.x + box.width - 3, box.y + 20);
  await page.mouse.down();
  for (let x = box.width; x >= 0; x -= 3) {
    await page.mouse.move(box.x + x, box.y + 20);
    const at = (await timeline(page).getAttribute('aria-valuenow')) ?? '';
    if (revisited.at(-1) !== at) revisited.push(at);
  }
  await page.mouse.up();
  expect(revisited).toEqual(Array.from({ length: 14 }, (_, i) => String(13 - i)));
});

test('any earlier step is revisited with keys on the cost curve', async ({ page }) => {
  await step(page, 6);
  await timeline(page).focus();
  for (const [key, at] of [
    ['ArrowLeft', 5],
    ['ArrowLeft', 4],
    ['ArrowRight', 5],
    ['Home', 0],
    ['ArrowLeft', 0],
    ['PageUp', 2],
    ['ArrowUp', 3],
    ['ArrowDown', 2],
    ['PageDown', 0],
    ['End', 6],
    ['ArrowRight', 6],
  ] as const) {
    await page.keyboard.press(key);
    await expect(timeline(page)).toHaveAttribute('aria-valuenow', String(at));
    await expect(where(page)).toContainText(`step ${at} `);
  }
  await page.keyboard.press('Home');
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
});

test('a look at an earlier step is no undo entry', async ({ page }) => {
  await step(page, 2);
  await timeline(page).focus();
  await page.keyboard.press('Home');
  await button(page, 'Undo').click();
  await expect(timeline(page)).toHaveAttribute('aria-valuemax', '1');
  await expect(where(page)).toContainText('step 1');
});

test('each step is one undo entry; undo and redo walk over edits and steps alike', async ({ page }) => {
  await field(page, 'weight w₂').fill('0.9');
  await step(page, 2);
  await button(page, 'Undo').click();
  await expect(where(page)).toContainText('step 1');
  await button(page, 'Undo').click();
  await expect(where(page)).toContainText('step 0');
  await expect(field(page, 'weight w₂')).toHaveValue('0.900');
  await button(page, 'Undo').click();
  await expect(field(page, 'weight w₂')).toHaveValue('0.700');
  await expect(button(page, 'Undo')).toBeDisabled();
  for (let i = 0; i < 3; i++) await button(page, 'Redo').click();
  await expect(where(page)).toContainText('step 2');
  await expect(button(page, 'Redo')).toBeDisabled();
});

test('Ctrl+Z undoes and Ctrl+Shift+Z and Ctrl+Y redo from anywhere on the page', async ({ page }) => {
  await step(page, 3);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(where(page)).toContainText('step 1');
  await page.keyboard.press('Control+Shift+z');
  await expect(where(page)).toContainText('step 2');
  await page.keyboard.press('Control+y');
  await expect(where(page)).toContainText('step 3');
  await field(page, 'weight w₁').focus();
  await page.keyboard.press('Control+z');
  await expect(where(page)).toContainText('step 2');
});

test('Play runs more than 50 steps and C falls with every one; Pause stops it', async ({ page }) => {
  await speed(page, 100);
  await button(page, 'Play').click();
  await expect(button(page, 'Pause')).toBeVisible();
  await expect.poll(() => stepShown(page)).toBeGreaterThan(50);
  await button(page, 'Pause').click();
  const stopped = await stepShown(page);
  await page.waitForTimeout(200);
  expect(await stepShown(page)).toBe(stopped);
  expect(printed(await textOf(cost(page)))).toBeLessThan(0.02);
  await timeline(page).focus();
  await page.keyboard.press('Home');
  let before = 1;
  for (let i = 0; i < 20; i++) {
    const now = printed(await textOf(cost(page)));
    expect(now).toBeLessThan(before);
    before = now;
    await page.keyboard.press('ArrowRight');
  }
});

test('Play keeps to the chosen speed: 3 steps a second are no more than that, and 100 are more', async ({ page }) => {
  /** Steps and seconds of a run from Play to Pause. */
  const run = async () => {
    const [from, since] = [await stepShown(page), Date.now()];
    await button(page, 'Play').click();
    await page.waitForTimeout(1000);
    await button(page, 'Pause').click();
    return { steps: (await stepShown(page)) - from, seconds: (Date.now() - since) / 1000 };
  };
  await speed(page, 3);
  const slow = await run();
  expect(slow.steps).toBeGreaterThan(0);
  expect(slow.steps).toBeLessThanOrEqual(3 * slow.seconds + 1);
  await speed(page, 100);
  const fast = await run();
  expect(fast.steps / fast.seconds).toBeGreaterThan(slow.steps / slow.seconds);
});

test('a whole run of Play is one undo entry', async ({ page }) => {
  await speed(page, 100);
  await button(page, 'Play').click();
  await expect.poll(() => stepShown(page)).toBeGreaterThan(10);
  await button(page, 'Pause').click();
  const stopped = await stepShown(page);
  await button(page, 'Undo').click();
  await expect(where(page)).toHaveText('step 0 · C 0.142');
  await expect(button(page, 'Undo')).toBeDisabled();
  await button(page, 'Redo').click();
  await expect(where(page)).toContainText(`step ${countText(stopped, startNotation)} `);
});

test('a number can be edited while Play goes on, and the run goes on from there', async ({ page }) => {
  await button(page, 'Play').click();
  await expect.poll(() => stepShown(page)).toBeGreaterThan(2);
  await field(page, 'target y').fill('0');
  await expect(button(page, 'Pause')).toBeVisible();
  await expect.poll(() => stepShown(page)).toBeGreaterThan(2);
  await button(page, 'Pause').click();
  await expect(field(page, 'target y')).toHaveAttribute('aria-valuenow', '0');
});

test('an edit in the past keeps the steps before it, starts a segment, and undo brings the old future back', async ({
  page,
}) => {
  await step(page, 5);
  await timeline(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const at2 = await field(page, 'weight w₂').inputValue();
  await field(page, 'weight w₁').fill('-1');
  await expect(where(page)).toContainText('step 0');
  // Steps 0, 1 and 2 of the old run, and the edited network.
  await expect(timeline(page)).toHaveAttribute('aria-valuenow', '3');
  await step(page, 1);
  await timeline(page).focus();
  await page.keyboard.press('Home');
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
  await page.keyboard.press('ArrowRight');
  await expect(field(page, 'weight w₁')).toHaveValue('0.534');
  await page.keyboard.press('End');
  await expect(field(page, 'weight w₂')).toHaveValue(at2);
  await button(page, 'To the last edit').click();
  await expect(field(page, 'weight w₁')).toHaveValue('−1.00');
  await button(page, 'Undo').click();
  await button(page, 'Undo').click();
  await expect(timeline(page)).toHaveAttribute('aria-valuemax', '5');
  await expect(where(page)).toContainText('step 2 ');
});

test('the curve falls from left to right while C falls', async ({ page }) => {
  await step(page, 8);
  const path = await timeline(page).locator('path').first().getAttribute('d');
  const points = [...(path ?? '').matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  expect(points).toHaveLength(9);
  for (const [i, [x, y]] of points.entries()) {
    const [left, higher] = points[i - 1] ?? [-1, -1];
    expect(x).toBeGreaterThan(left);
    expect(y).toBeGreaterThan(higher);
  }
});

test('a step that would lead out of the finite numbers is not taken, and the page says why', async ({ page }) => {
  await field(page, 'weight w₁').fill('1e150');
  await field(page, 'weight w₂').fill('1e150');
  await field(page, 'weight w₃').fill('1e-300');
  await field(page, 'learning rate α').fill('1e300');
  await button(page, 'Step').click();
  await expect(page.getByRole('alert')).toContainText(/Stopped before step 1.* too large here/);
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '1e+150');
  await button(page, 'Dismiss').click();
  await expect(page.getByRole('alert')).toHaveText('');
});
