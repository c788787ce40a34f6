// How long the page is deaf while it works: the longest stretch of wall time between two turns of its event loop, while it
// plays a network of 200 parameters, one of 10,000 examples and one of both, and while the views that look closer open.
import { openPage } from './edit.mjs';
import { median } from './statistics.mjs';

export const rounds = 3;
export const seconds = 3;
/** Milliseconds. */
export const budget = 50;

/** @param {readonly number[]} widths */
const layersOf = (widths) =>
  widths.slice(1).map((units, k) => ({
    activation: k + 2 < widths.length ? 'tanh' : 'sigmoid',
    weights: Array.from({ length: units }, (_, j) =>
      Array.from({ length: widths[k] ?? 1 }, (_, i) => Math.round(1000 * Math.sin(1 + 7 * j + 13 * i + 3 * k)) / 1000),
    ),
    biases: Array(units).fill(0.1),
  }));

/** @param {readonly number[]} widths @param {number} count */
export const network = (widths, count) => ({
  version: 1,
  layers: layersOf(widths),
  dataset: { name: 'circle', count, noise: 0.1, seed: 1 },
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.1 },
});

const cases = [
  { what: '2-10-12-3-1 (205 parameters), 100 examples', document: network([2, 10, 12, 3, 1], 100) },
  { what: '2-4-2-1 (25 parameters), 10,000 examples', document: network([2, 4, 2, 1], 10_000) },
  { what: '2-10-12-3-1 (205 parameters), 10,000 examples', document: network([2, 10, 12, 3, 1], 10_000) },
];

/** @param {import('@playwright/test').Page} page @param {unknown} document */
export async function open(page, document) {
  await page.getByRole('button', { name: 'Document', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(JSON.stringify(document));
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.waitForTimeout(1500);
}

/**
 * The longest stretch without a turn of the event loop, in milliseconds, from `deed` on.
 * @param {import('@playwright/test').Page} page @param {() => Promise<void>} deed
 * @param {number} time in seconds
 */
export async function longest(page, deed, time = seconds) {
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    const watch = { last: performance.now(), longest: 0, over: false };
    port1.onmessage = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (!watch.over) port2.postMessage(0);
    };
    Reflect.set(window, 'watch', watch);
    port2.postMessage(0);
  });
  await deed();
  await page.waitForTimeout(1000 * time);
  return page.evaluate(() => {
    const watch = Reflect.get(window, 'watch');
    watch.over = true;
    return /** @type {number} */ (watch.longest);
  });
}

/**
 * Pressed by the page itself, with the pointer over the drawing: a search for the button among thousands of elements, which
 * Playwright makes in the page, would block it longer than anything that is measured.
 * @param {import('@playwright/test').Page} page @param {RegExp} name
 */
export async function pressing(page, name) {
  const button = await page.getByRole('button', { name }).elementHandle();
  const box = await page.locator('[data-part="diagram"]').first().boundingBox();
  await page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 150);
  await page.waitForTimeout(1000);
  return () => page.evaluate((it) => void setTimeout(() => /** @type {HTMLElement} */ (it).click()), button);
}

/** Prints the longest blocks; true when all are within the budget. */
export async function benchPlay() {
  const opened = await openPage(1440);
  const { page } = opened;
  let within = true;
  console.log(
    `Longest block of the page, ms of wall time over ${seconds} s, median of ${rounds} runs; the budget is ${budget}`,
  );
  /** @param {string} what @param {number[]} blocks */
  const tell = (what, blocks) => {
    console.log(`${median(blocks).toFixed(1).padStart(10)}  ${what}`);
    within &&= median(blocks) < budget;
  };
  try {
    for (const { what, document } of cases) {
      await open(page, document);
      const speed = page.getByRole('combobox', { name: 'Speed' });
      await speed.selectOption({ index: (await speed.locator('option').count()) - 1 });
      const playing = [];
      const press = await pressing(page, /^Play/);
      for (let round = 0; round < rounds; round++) {
        playing.push(await longest(page, press));
        await press();
      }
      tell(`Play: ${what}`, playing);
      await page.getByRole('button', { name: 'Landscape' }).click();
      await page.waitForTimeout(1000);
      const drawing = [];
      for (let round = 0; round < rounds; round++) {
        const two = page.getByRole('radio', { name: 'two weights' });
        drawing.push(await longest(page, () => two.check()));
        await page.getByRole('group', { name: /over$/ }).getByRole('radio').first().check();
      }
      tell(`contours of two weights: ${what}`, drawing);
      await page.getByRole('button', { name: 'Landscape' }).click();
      for (const name of ['What is wrong here?', 'Check', 'What if it were wrong?']) {
        const view = page.getByRole('button', { name });
        const looking = [];
        for (let round = 0; round < rounds; round++) {
          looking.push(
            await longest(page, async () => {
              await view.click();
              // What takes long waits to be asked for.
              const start = page.getByRole('button', { name: /^Check all/ });
              await page.waitForTimeout(500);
              if (await start.isVisible()) await start.click();
            }),
          );
          await view.click();
        }
        tell(`“${name}”: ${what}`, looking);
      }
    }
  } finally {
    await opened.close();
  }
  return within;
}
