import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { strings } from '../../web/src/format/strings';
import { withInput, withTarget } from '../../web/src/scenario/edits';
import { parameters } from '../../web/src/scenario/refs';
import { expect, test } from './fixture';
import { startScenario } from './networks';
import { costOf, differenceError, gradientOf, nudged, outputsOf, stepped } from './oracle';
import { button, cost, diagram, expectPrinted, field, gradient, network, textOf, update, visit } from './reader';

test.beforeEach(({ page }) => visit(page));

const w1 = { layer: 0, unit: 0, input: 0 };

test('a typed weight changes the cost and the gradient in the same frame', async ({ page }) => {
  await page.evaluate(() => {
    const seen: string[][] = [];
    Object.assign(window, { seen });
    // The first animation frame after the event comes before the first painting of what the event did.
    document.addEventListener('input', () =>
      requestAnimationFrame(() => {
        const read = (selector: string) => document.querySelector(selector)?.textContent ?? '';
        seen.push([read('[data-testid="cost"]'), read('[data-testid="gradient"]')]);
      }),
    );
  });
  await field(page, 'weight w₁').fill('0.5');
  const frames = (): Promise<string[][]> => page.evaluate(() => Reflect.get(window, 'seen'));
  await expect.poll(frames).toHaveLength(1);
  const seen = await frames();
  const edited = nudged(startScenario, w1, 0.1);
  expectPrinted(seen[0]?.[0] ?? '', costOf(edited));
  expectPrinted(seen[0]?.[1] ?? '', gradientOf(edited, w1), differenceError);
});

test('every input, weight and target can be typed, and every number that depends on it follows', async ({ page }) => {
  const value = fc.integer({ min: 20, max: 200 }).map((n) => n / 100);
  const edits = fc.sample(
    fc.tuple(fc.constantFrom('input i₁', 'weight w₁', 'weight w₂', 'weight w₃', 'target y'), value),
    {
      numRuns: 15,
      seed: 3,
    },
  );
  let now = startScenario;
  for (const [name, to] of edits) {
    await field(page, name).fill(String(to));
    const layer = ['weight w₁', 'weight w₂', 'weight w₃'].indexOf(name);
    if (name === 'input i₁') now = withInput(now, 0, 0, to);
    else if (name === 'target y') now = withTarget(now, 0, 0, to);
    else now = { ...now, layers: now.layers.map((l, k) => (k === layer ? { ...l, weights: [[to]] } : l)) };
    const shown = (await textOf(diagram(page))).replace(/\s+/g, ' ');
    const of = (pattern: RegExp) => pattern.exec(shown)?.[1] ?? 'absent';
    expectPrinted(await textOf(cost(page)), costOf(now), 0, 'C');
    expectPrinted(of(/yp ?([\d.]+)/), outputsOf(now)[0] ?? Number.NaN, 0, 'y_p');
    for (const ref of parameters(now)) {
      const symbol = `w ?${ref.layer + 1}`;
      const text = of(new RegExp(`∂ ?C ?/∂ ?${symbol} ([−\\d.×⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)`));
      expectPrinted(text, gradientOf(now, ref), differenceError, `${name} = ${to}: ∂C/∂${symbol}`);
    }
  }
});

test('α changes the planned update and no gradient', async ({ page }) => {
  const before = await textOf(gradient(page));
  await field(page, 'learning rate α').fill('2');
  await expect(update(page)).toContainText('= 0.846');
  await expect(gradient(page)).toHaveText(before);
  await expect(cost(page)).toHaveText('0.142');
  await button(page, 'Step').click();
  const next = stepped({ ...startScenario, descent: { ...startScenario.descent, alpha: 2 } });
  expectPrinted(await field(page, 'weight w₁').inputValue(), next.layers[0]?.weights[0]?.[0] ?? 0, differenceError);
});

/** Presses on a number and moves sideways, not letting go. */
async function drag(page: Page, name: string, pixels: number): Promise<void> {
  const box = await field(page, name).boundingBox();
  if (!box) throw new Error(`${name} is not on screen`);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 10; i++) await page.mouse.move(x + (pixels * i) / 10, y);
}

test('dragging a number to the right makes it larger, to the left smaller, and the gradient follows before release', async ({
  page,
}) => {
  await drag(page, 'weight w₁', 30);
  await expect(field(page, 'weight w₁')).toHaveValue('0.500');
  expectPrinted(await textOf(gradient(page)), gradientOf(nudged(startScenario, w1, 0.1), w1), differenceError);
  await page.mouse.up();
  await drag(page, 'weight w₁', -60);
  await page.mouse.up();
  await expect(field(page, 'weight w₁')).toHaveValue('0.300');
});

test('a whole drag is one undo entry', async ({ page }) => {
  await drag(page, 'weight w₂', 45);
  await page.mouse.up();
  await expect(field(page, 'weight w₂')).toHaveValue('0.850');
  await button(page, 'Undo').click();
  await expect(field(page, 'weight w₂')).toHaveValue('0.700');
  await expect(button(page, 'Undo')).toBeDisabled();
  await button(page, 'Redo').click();
  await expect(field(page, 'weight w₂')).toHaveValue('0.850');
});

test('inputs, targets and α are dragged as weights are', async ({ page }) => {
  await drag(page, 'input i₁', 30);
  await page.mouse.up();
  await expect(field(page, 'input i₁')).toHaveValue('1.30');
  await drag(page, 'target y', -30);
  await page.mouse.up();
  await expect(field(page, 'target y')).toHaveValue('0.900');
  await drag(page, 'learning rate α', 30);
  await page.mouse.up();
  await expect(field(page, 'learning rate α')).toHaveValue('0.700');
});

test('Shift drags ten times as far, Alt a tenth', async ({ page }) => {
  await page.keyboard.down('Shift');
  await drag(page, 'weight w₁', 30);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(field(page, 'weight w₁')).toHaveValue('1.40');
  await page.keyboard.down('Alt');
  await drag(page, 'weight w₁', 30);
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect(field(page, 'weight w₁')).toHaveValue('1.41');
});

test('a drag keeps going beyond the field and over other numbers', async ({ page }) => {
  await drag(page, 'weight w₁', 300);
  await page.mouse.up();
  await expect(field(page, 'weight w₁')).toHaveValue('1.40');
  await expect(field(page, 'weight w₂')).toHaveValue('0.700');
});

test('− and + step the number beside them, ten times as far with Shift and a tenth with Alt', async ({ page }) => {
  await button(page, 'Increase weight w₁').click();
  await expect(field(page, 'weight w₁')).toHaveValue('0.410');
  await button(page, 'Decrease weight w₁').click({ modifiers: ['Shift'] });
  await expect(field(page, 'weight w₁')).toHaveValue('0.310');
  await button(page, 'Decrease weight w₁').click({ modifiers: ['Alt'] });
  await expect(field(page, 'weight w₁')).toHaveValue('0.309');
  for (const name of ['input i₁', 'weight w₂', 'weight w₃', 'target y', 'learning rate α']) {
    const before = Number(await field(page, name).getAttribute('aria-valuenow'));
    await button(page, `Increase ${name}`).click();
    await expect(field(page, name)).toHaveAttribute('aria-valuenow', String(Math.round(100 * before + 1) / 100));
  }
});

test('a button held down repeats, and the whole hold is one undo entry', async ({ page }) => {
  await button(page, 'Increase weight w₁').hover();
  await page.mouse.down();
  await expect.poll(async () => Number(await field(page, 'weight w₁').inputValue())).toBeGreaterThan(0.43);
  await page.mouse.up();
  const after = await field(page, 'weight w₁').inputValue();
  await page.waitForTimeout(300);
  await expect(field(page, 'weight w₁')).toHaveValue(after);
  await button(page, 'Undo').click();
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
  await expect(button(page, 'Undo')).toBeDisabled();
});

test('the arrow keys step a number, ten times as far with Shift and a tenth with Alt', async ({ page }) => {
  const w = field(page, 'weight w₁');
  await w.focus();
  for (const [key, value] of [
    ['ArrowUp', '0.41'],
    ['Shift+ArrowUp', '0.51'],
    ['Alt+ArrowUp', '0.511'],
    ['ArrowDown', '0.501'],
    ['Shift+ArrowDown', '0.401'],
    ['Alt+ArrowDown', '0.4'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(w).toHaveValue(value);
    await expect(w).toHaveAttribute('aria-valuenow', value);
  }
});

test('steps leave no noise of binary fractions behind', async ({ page }) => {
  await field(page, 'weight w₁').focus();
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowUp');
  await expect(field(page, 'weight w₁')).toHaveValue('0.7');
});

test('a text that is no finite number keeps the last good value and says so beside the field', async ({ page }) => {
  const w = field(page, 'weight w₁');
  const message = diagram(page).getByRole('status').filter({ hasText: 'kept' });
  for (const [typed, said] of [
    ['abc', strings.field.notANumber('abc', '0.400')],
    ['1e999', strings.field.tooLarge('1e999', '0.400')],
    ['-1e999', strings.field.tooLarge('-1e999', '0.400')],
    ['1.2.3', strings.field.notANumber('1.2.3', '0.400')],
    ['NaN', strings.field.notANumber('NaN', '0.400')],
    ['Infinity', 'kept 0.400'],
    ['0x10', strings.field.notANumber('0x10', '0.400')],
  ] as const) {
    await w.fill(typed);
    await expect(w).toHaveAttribute('aria-invalid', 'true');
    await expect(message).toContainText(said);
    const [near, at] = [await message.boundingBox(), await w.boundingBox()];
    expect(Math.hypot((near?.x ?? 0) - (at?.x ?? 0), (near?.y ?? 0) - (at?.y ?? 0))).toBeLessThan(120);
    await expect(cost(page)).toHaveText('0.142');
    await w.blur();
    await expect(w).toHaveValue('0.400');
    await expect(message).toBeVisible();
    await expect(button(page, 'Undo')).toBeDisabled();
  }
  await w.fill('0.41');
  await expect(message).toHaveCount(0);
  await expect(w).toHaveAttribute('aria-invalid', 'false');
});

test('a field left empty keeps the last good value and says so', async ({ page }) => {
  const w = field(page, 'weight w₁');
  await w.fill('');
  await expect(w).toHaveAttribute('aria-invalid', 'false');
  await w.blur();
  await expect(w).toHaveValue('0.400');
  await expect(diagram(page)).toContainText('Empty: kept 0.400');
});

test('the beginning of a number is no error while it is typed, and does not change the network', async ({ page }) => {
  const w = field(page, 'weight w₁');
  for (const draft of ['', '-', '−', '+', '.', '-.', '1e', '1e-']) {
    await w.fill('0.4');
    await w.fill(draft);
    await expect(w).toHaveAttribute('aria-invalid', 'false');
    await expect(cost(page)).toHaveText('0.142');
    await expect(w).toHaveValue(draft);
  }
  await w.fill('');
  await page.keyboard.type('-1.5e-1');
  await expect(w).toHaveAttribute('aria-valuenow', '-0.15');
});

test('Escape brings back the number that was there before typing', async ({ page }) => {
  const w = field(page, 'weight w₁');
  await w.fill('9');
  await expect(cost(page)).not.toHaveText('0.142');
  await page.keyboard.press('Escape');
  await expect(cost(page)).toHaveText('0.142');
  await w.fill('abc');
  await page.keyboard.press('Escape');
  await expect(w).toHaveAttribute('aria-invalid', 'false');
  await w.blur();
  await expect(w).toHaveValue('0.400');
});

test('a press on a number selects it whole and to its last digit, to type over', async ({ page }) => {
  await field(page, 'weight w₁').fill('0.123456789');
  await field(page, 'weight w₁').blur();
  await expect(field(page, 'weight w₁')).toHaveValue('0.123');
  await field(page, 'weight w₁').click();
  await expect(field(page, 'weight w₁')).toHaveValue('0.123456789');
  await page.keyboard.type('2');
  await expect(field(page, 'weight w₁')).toHaveValue('2');
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '2');
});

test('α cannot go below 0 by any means', async ({ page }) => {
  const alpha = field(page, 'learning rate α');
  await alpha.fill('-1');
  await expect(alpha).toHaveAttribute('aria-valuenow', '0.6');
  await expect(page.getByText(strings.field.tooSmall('0', '0.600'))).toBeVisible();
  await alpha.fill('0.005');
  await page.keyboard.press('ArrowDown');
  await expect(alpha).toHaveAttribute('aria-valuenow', '0');
  await drag(page, 'learning rate α', -90);
  await page.mouse.up();
  await expect(alpha).toHaveAttribute('aria-valuenow', '0');
});

test('the typing of one number is one undo entry', async ({ page }) => {
  await field(page, 'weight w₁').click();
  await page.keyboard.type('0.123');
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.123');
  await page.keyboard.press('Control+z');
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
  await expect(button(page, 'Undo')).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await expect(field(page, 'weight w₁')).toHaveValue('0.123');
});

test('a shut link says so: w₂ at 0 makes every gradient before it 0', async ({ page }) => {
  await field(page, 'weight w₂').fill('0');
  await expect(gradient(page)).toHaveText('0');
  await expect(network(page)).toContainText('∂C/∂w1 0');
});
