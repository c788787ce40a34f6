import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import type { Phase } from '../../web/src/state/phase';
import { expect, test } from './fixture';
import { twoThreeTwo } from './networks';
import {
  atRest,
  button,
  chain,
  choice,
  cost,
  descent,
  diagram,
  field,
  gradient,
  network,
  neuron,
  nudge,
  openDocument,
  phase,
  timeline,
  update,
  visit,
  where,
} from './reader';

test.beforeEach(({ page }) => visit(page));

const enter = (page: Page, name: Phase) => phase(page, name).click();
const next = (page: Page) => button(page, strings.descent.nextStage).click();
const previous = (page: Page) => button(page, strings.descent.previousStage).click();

/** Everything that is in the page, seen or not: texts, names for ears, titles, values of fields. */
const everything = async (page: Page): Promise<string> => {
  const html = await page.getByRole('main').innerHTML();
  const values = await page.getByRole('spinbutton').evaluateAll((all) => all.map((e) => (e as HTMLInputElement).value));
  return `${html} ${values.join(' ')}`;
};
/** Whether a number stands anywhere, as a number of its own. */
const has = (text: string, number: string) =>
  new RegExp(`(?<![\\d.])${number.replace(/[.+]/g, '\\$&')}(?!\\d)`).test(text);

const costs = ['0.142'];
const derivatives = ['−0.223', '−0.127', '−0.0594', '−0.186', '−0.265', '−0.753', '0.352', '0.235'];
const updates = ['0.534', '0.776', '1.54'];

const expectPresent = async (page: Page, present: readonly string[], absent: readonly string[]) => {
  const text = await everything(page);
  for (const number of present) expect(has(text, number), `${number} is on the page`).toBe(true);
  for (const number of absent) expect(has(text, number), `${number} is nowhere in the page`).toBe(false);
};

/** Straight lines of the drawing: axes, and in each neuron the tangent once there is one. */
const straightLines = (page: Page) => diagram(page).locator('svg line').count();
const waysBack = (page: Page) => diagram(page).locator('path[marker-end="url(#backwards)"]').count();

test('outside the phases everything is there but the values after the step in the picture', async ({ page }) => {
  await expectPresent(page, [...costs, ...derivatives], []);
  await expect(update(page)).toContainText('0.534');
});

test('in the forward phase there are values, and no cost, derivative, tangent, product or update', async ({ page }) => {
  const tangents = await straightLines(page);
  await enter(page, 'forward');
  await expectPresent(page, ['0.480', '0.336', '0.623'], [...costs, ...derivatives, ...updates]);
  // The padlocks are no freezing: the legend says until when they are there.
  await expect(network(page)).toContainText(strings.network.legendLocked);
  await expect(network(page)).not.toContainText(strings.network.legendChangeable);
  await expect(cost(page)).toHaveText(/^\s*$/);
  await expect(gradient(page)).toHaveCount(0);
  await expect(update(page)).toHaveCount(0);
  await expect(neuron(page, 'a₁')).not.toContainText('∂');
  expect(await straightLines(page)).toBe(tangents - 3);
  expect(await waysBack(page)).toBe(0);
  await expect(where(page)).toHaveText('step 0');
  await expect(nudge(page).getByRole('list')).toHaveCount(0);
  await expect(network(page)).not.toContainText('backward');
});

test('in the cost phase the cost comes, and no derivative yet', async ({ page }) => {
  await enter(page, 'cost');
  await expectPresent(page, costs, [...derivatives, ...updates]);
  await expect(cost(page)).toHaveText('0.142');
  await expect(where(page)).toHaveText('step 0 · C 0.142');
  expect(await waysBack(page)).toBe(0);
  await expect(gradient(page)).toHaveCount(0);
  await expect(chain(page)).toContainText('∂C/∂w₁ is not computed yet');
});

test('in the backward phase derivatives, tangents and the product come, and no weight has moved', async ({ page }) => {
  const tangents = await straightLines(page);
  await enter(page, 'backward');
  await expectPresent(page, [...costs, ...derivatives], updates);
  await expect(gradient(page)).toHaveText('−0.223');
  await expect(update(page)).toHaveCount(0);
  expect(await straightLines(page)).toBe(tangents);
  expect(await waysBack(page)).toBeGreaterThan(0);
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
});

test('in the update phase each weight shows its next value beside the old one', async ({ page }) => {
  await enter(page, 'update');
  await expectPresent(page, [...costs, ...derivatives, ...updates], []);
  for (const [symbol, before, after] of [
    ['w₁', '0.400', '0.534'],
    ['w₂', '0.700', '0.776'],
    ['w₃', '1.50', '1.54'],
  ] as const) {
    await expect(field(page, `weight ${symbol}`)).toHaveValue(before);
    await expect(choice(page, symbol)).toContainText(`→ ${after}`);
  }
  await expect(cost(page)).toHaveText('0.142');
});

test('α cannot be used before the update phase, and says so', async ({ page }) => {
  for (const name of ['forward', 'cost', 'backward'] as const) {
    await enter(page, name);
    await expect(field(page, 'learning rate α')).toBeDisabled();
    await expect(button(page, 'Increase learning rate α')).toBeDisabled();
    await expect(button(page, 'Decrease learning rate α')).toBeDisabled();
    await expect(descent(page).getByText('not used here')).toBeVisible();
  }
  await enter(page, 'update');
  await expect(field(page, 'learning rate α')).toBeEnabled();
  await expect(descent(page).getByText('not used here')).toHaveCount(0);
  await field(page, 'learning rate α').fill('2');
  await expect(update(page)).toContainText('0.846');
});

test('the weights are locked until the update, which unlocks all of them at once', async ({ page }) => {
  for (const name of ['forward', 'cost', 'backward'] as const) {
    await enter(page, name);
    for (const symbol of ['w₁', 'w₂', 'w₃']) {
      await expect(field(page, `weight ${symbol}`)).toBeDisabled();
      await expect(choice(page, symbol)).toHaveAccessibleName(new RegExp(`${strings.network.legendLocked}$`));
      await expect(choice(page, symbol).locator('svg')).toBeVisible();
    }
  }
  await enter(page, 'update');
  for (const symbol of ['w₁', 'w₂', 'w₃']) {
    await expect(field(page, `weight ${symbol}`)).toBeEnabled();
    await expect(choice(page, symbol).locator('svg')).toHaveCount(0);
  }
});

/** What each part of a step brings, in the order in which it is computed; the numbers are those of the worked example. */
const parts: readonly (readonly [Phase, string, readonly string[]])[] = [
  ['forward', 'layer 1 of 3', ['0.480']],
  ['forward', 'layer 2 of 3', ['0.336']],
  ['forward', 'layer 3 of 3', ['0.504', '0.623']],
  ['cost', 'how far the output is', ['0.142']],
  ['backward', 'layer 3 of 3', ['−0.753', '0.235', '−0.0594']],
  ['backward', 'layer 2 of 3', ['−0.265', '−0.127']],
  ['backward', 'layer 1 of 3', ['−0.186', '−0.223']],
  ['update', 'all weights move at once', ['0.534', '0.776', '1.54']],
];

test('forward and backward go layer by layer: each part brings its own numbers and none of the next', async ({
  page,
}) => {
  for (const [k, [name, words]] of parts.entries()) {
    await next(page);
    await expect(phase(page, name)).toHaveAttribute('aria-pressed', 'true');
    await expect(network(page).getByRole('status').filter({ hasText: words })).toBeVisible();
    const numbers = (from: number, to?: number) => parts.slice(from, to).flatMap(([, , brought]) => brought);
    await expectPresent(page, numbers(0, k + 1), numbers(k + 1));
  }
});

test('the same way back: what a part brought leaves the page again', async ({ page }) => {
  await enter(page, 'update');
  for (let k = parts.length - 2; k >= 0; k--) {
    await previous(page);
    await expect(phase(page, parts[k]?.[0] ?? 'update')).toHaveAttribute('aria-pressed', 'true');
    const numbers = (from: number, to?: number) => parts.slice(from, to).flatMap(([, , brought]) => brought);
    await expectPresent(page, numbers(0, k + 1), numbers(k + 1));
  }
});

test('walking past the update takes the step and begins the next forward phase', async ({ page }) => {
  for (const _ of parts) {
    await next(page);
    await expect(where(page)).toContainText('step 0');
  }
  await expect(phase(page, 'update')).toHaveAttribute('aria-pressed', 'true');
  await next(page);
  await expect(phase(page, 'forward')).toHaveAttribute('aria-pressed', 'true');
  await expect(where(page)).toHaveText('step 1');
  await expect(field(page, 'weight w₁')).toHaveValue('0.534');
  await expect(field(page, 'weight w₂')).toHaveValue('0.776');
  await expect(field(page, 'weight w₃')).toHaveValue('1.54');
  await expectPresent(page, [], ['0.101']);
});

test('walking back returns over the step to the old weights', async ({ page }) => {
  for (let i = 0; i <= parts.length; i++) await next(page);
  await expect(where(page)).toHaveText('step 1');
  await previous(page);
  await expect(phase(page, 'update')).toHaveAttribute('aria-pressed', 'true');
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
  await expectPresent(page, [...costs, ...derivatives, ...updates], []);
  for (let i = 1; i < parts.length; i++) await previous(page);
  await expect(phase(page, 'forward')).toHaveAttribute('aria-pressed', 'true');
  await expectPresent(page, ['0.480'], [...costs, ...derivatives, ...updates]);
  await previous(page);
  await expect(phase(page, 'forward')).toHaveAttribute('aria-pressed', 'true');
  await expect(where(page)).toHaveText('step 0');
});

test('in a wide network each part brings the numbers of one layer', async ({ page }) => {
  await openDocument(page, twoThreeTwo);
  await next(page);
  await expect(neuron(page, 'a⁽¹⁾₃')).toContainText(/z\(1\)3 −?\d/);
  await expect(neuron(page, 'a⁽²⁾₁')).not.toContainText(/z\(2\)1 −?\d/);
  await next(page);
  await expect(neuron(page, 'a⁽²⁾₁')).toContainText(/z\(2\)1 −?\d/);
  await next(page);
  await next(page);
  await expect(neuron(page, 'a⁽²⁾₁')).toContainText('slope');
  await expect(neuron(page, 'a⁽¹⁾₃')).not.toContainText('slope');
  await expect(chain(page)).toContainText('is not computed yet');
  await next(page);
  await expect(neuron(page, 'a⁽¹⁾₃')).toContainText('slope');
  await expect(gradient(page)).toBeVisible();
});

test('each phase says in a sentence what it does, and tells it to ears', async ({ page }) => {
  for (const [name, words] of [
    ['forward', 'No cost yet.'],
    ['cost', 'No derivative yet.'],
    ['backward', 'No weight has moved.'],
    ['update', 'all weights move at once'],
  ] as const) {
    await enter(page, name);
    await expect(network(page).getByRole('status').filter({ hasText: words })).toBeVisible();
  }
});

test('leaving the phases shows everything again', async ({ page }) => {
  await enter(page, 'forward');
  await button(page, 'Leave the phases: show everything').click();
  await expectPresent(page, [...costs, ...derivatives], []);
  await expect(button(page, strings.descent.previousStage)).toBeDisabled();
  await expect(button(page, 'Leave the phases: show everything')).toBeDisabled();
});

test('an edit in a phase changes what is there and brings nothing that is not', async ({ page }) => {
  await enter(page, 'forward');
  await field(page, 'input i₁').fill('1.5');
  await expect(neuron(page, 'a₁')).toContainText('0.600');
  await expect(cost(page)).toHaveText(/^\s*$/);
  await expect(gradient(page)).toHaveCount(0);
  await expect(neuron(page, 'a₁')).not.toContainText('∂');
});

test('while a step is walked through, the curve does not tell a cost that is not computed', async ({ page }) => {
  for (let i = 0; i < 3; i++) await button(page, 'Step').click();
  await enter(page, 'forward');
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', 'step 3');
  await enter(page, 'cost');
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /^step 3, C 0\.0/);
});

test('at every width the page keeps to the window, and the player to one row where there is room, walking or not', async ({
  page,
}) => {
  for (const walking of [false, true]) {
    if (walking) await enter(page, 'backward');
    for (const width of [320, 500, 560, 1101, 1180, 1280, 1366, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
      const [first, last] = await Promise.all([button(page, 'Step').boundingBox(), timeline(page).boundingBox()]);
      if (width >= 1280) expect((last?.y ?? Number.NaN) - (first?.y ?? Number.NaN), `${width}`).toBeLessThan(0);
    }
  }
});

test('while a step is walked through, what is pressed, the drawing and the curve stay where they are', async ({
  page,
}) => {
  const xor = '#net=2,2:tanh,1:sigmoid&w=1.1,-0.9,0.7,1.2;1.3,-1.1&x=0,0;0,1;1,0;1,1&y=0;1;1;0';
  for (const [width, link] of [
    [1600, xor],
    [1440, '#alpha=0.5'],
    [1366, '#alpha=0.4'],
    [360, '#alpha=0.3'],
  ] as const) {
    await page.setViewportSize({ width, height: 768 });
    await page.goto('about:blank');
    await page.goto(`/${link}`);
    const on = button(page, strings.descent.nextStage);
    await on.scrollIntoViewIfNeeded();
    await expect(chain(page).locator('.katex').first()).toBeVisible();
    const pressed = await atRest(() => on.boundingBox());
    if (!pressed) throw new Error('no button');
    const seen: unknown[] = [];
    // From layer to layer and over the update into the next step, the mouse held still.
    for (let i = 0; i < 9; i++) {
      await page.mouse.click(pressed.x + pressed.width / 2, pressed.y + pressed.height / 2);
      await expect(button(page, strings.descent.leavePhases)).toBeEnabled();
      const [own, drawing, curve] = await Promise.all([
        on.boundingBox(),
        diagram(page).locator('svg').first().boundingBox(),
        timeline(page).boundingBox(),
      ]);
      // Subpixels: a page scrolls by whole ones.
      expect(Math.abs((own?.y ?? Number.NaN) - pressed.y), `${width}, press ${i}`).toBeLessThan(1.5);
      seen.push(width > 1100 ? [own?.x, drawing?.y, curve] : [own?.x]);
    }
    expect(new Set(seen.map((places) => JSON.stringify(places))).size, `${width}`).toBe(1);
    await expect(where(page)).toContainText('step 1');
  }
});
