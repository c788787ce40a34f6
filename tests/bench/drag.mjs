// What one frame of a drag costs in a wide network with the landscape open: a weight of 2-8-8-8-1 is dragged over its
// number, the contours of two other weights follow. Measured as an edit is, on the main thread's time on the processor.
import { cost, openPage } from './edit.mjs';
import { median, quantile } from './statistics.mjs';

const rounds = 5;
const moves = 60;
const examples = 20;
/** Milliseconds of script, style and layout that a frame may take, in 95 of 100 cases. */
const budget = 20;

/** 2-8-8-8-1 with biases and twenty examples; any weights do, as long as no unit is dead. */
function wide() {
  const widths = [2, 8, 8, 8, 1];
  const layers = widths.slice(1).map((units, k) => ({
    activation: k + 2 < widths.length ? 'tanh' : 'sigmoid',
    weights: Array.from({ length: units }, (_, j) =>
      Array.from({ length: widths[k] ?? 1 }, (_, i) => Math.round(1000 * Math.sin(1 + 7 * j + 13 * i + 3 * k)) / 1000),
    ),
    biases: Array(units).fill(0.1),
  }));
  const inputs = Array.from({ length: examples }, (_, n) => [Math.cos(n), Math.sin(3 * n)]);
  return {
    version: 1,
    title: 'Wide',
    layers,
    examples: inputs.map(([a = 0, b = 0]) => ({ inputs: [a, b], targets: [a * b > 0 ? 1 : 0] })),
    loss: 'squared_error',
    descent: { rule: 'gradient_descent', alpha: 0.1 },
  };
}

/** @param {import('@playwright/test').Page} page */
async function openWide(page) {
  await page.getByRole('button', { name: 'Document', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(JSON.stringify(wide()));
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: 'Landscape' }).click();
}

/**
 * Drags the last weight to and fro, a step of its value each time. It is on no axis, so every step is another landscape.
 * @param {Awaited<ReturnType<typeof openPage>>} opened
 */
async function drag({ page, devtools }) {
  const picture = page.getByRole('slider', { name: /arrow keys/ });
  const weight = page.getByRole('spinbutton', { name: /^weight/ }).last();
  await weight.scrollIntoViewIfNeeded();
  const box = await weight.boundingBox();
  if (!box) throw new Error('The weight is not on screen.');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  const costs = [];
  const points = /** @type {number[]} */ ([]);
  for (let n = 1; n <= moves; n++) {
    const before = await weight.getAttribute('aria-valuenow');
    const x = at.x + 6 * (n <= moves / 2 ? n : moves - n);
    costs.push(await cost(page, devtools, () => page.mouse.move(x, at.y)));
    if ((await picture.getAttribute('data-old')) === 'true') throw new Error('The landscape was not redrawn.');
    points.push(Number(await picture.getAttribute('data-points')));
    if (n > 1 && (await weight.getAttribute('aria-valuenow')) === before) throw new Error('The drag stood still.');
  }
  await page.mouse.up();
  return { costs, points: Math.min(...points) };
}

/** Prints what a frame costs; true when all are within the budget. */
export async function benchDrag() {
  const opened = await openPage(1440);
  let within = true;
  console.log(
    `Drag of a weight of 2-8-8-8-1, ${examples} examples, landscape open: ms of script, style and layout a frame, ${rounds} runs of ${moves} frames`,
  );
  try {
    await openWide(opened.page);
    const slider = opened.page.getByRole('slider', { name: /arrow keys/ });
    for (const [view, choose] of /** @type {const} */ ([
      ['curve', async () => {}],
      ['contours', () => opened.page.getByText('two weights', { exact: true }).click()],
    ])) {
      await choose();
      await slider.waitFor();
      await opened.page.waitForTimeout(2000);
      const p50 = /** @type {number[]} */ ([]);
      const p95 = /** @type {number[]} */ ([]);
      const fewest = /** @type {number[]} */ ([]);
      for (let round = 0; round < rounds; round++) {
        const { costs, points } = await drag(opened);
        fewest.push(points);
        p50.push(quantile(costs, 0.5));
        p95.push(quantile(costs, 0.95));
      }
      console.log(
        `${median(p50).toFixed(2).padStart(10)}  ${view}: half of the frames (median of the runs); drawn through at least ${median(fewest)} points an axis`,
      );
      console.log(
        `${median(p95).toFixed(2).padStart(10)}  ${view}: 95 of 100 frames (median of the runs); the budget is ${budget}`,
      );
      within &&= median(p95) < budget;
    }
  } finally {
    await opened.close();
  }
  return within;
}
