// How long the page is deaf while it works, on a network of 200 parameters, one of 10,000 examples and one of both: while it
// plays, and while the views that look closer open. Told is the longest task of its main thread, as the browser traces it:
// https://w3c.github.io/longtasks/ calls one of 50 ms long. Beside the time of the clock stands that on the processor: what
// the rest of the machine does in between is not the page's.
import { setTimeout as pause } from 'node:timers/promises';
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
 * Milliseconds that the longest task takes from `deed` on, by the clock and on the processor.
 * @param {import('@playwright/test').CDPSession} devtools
 * @param {() => Promise<unknown>} deed
 * @param {number} time in seconds
 */
export async function longestTask(devtools, deed, time = seconds) {
  const events = /** @type {any[]} */ ([]);
  const collect = (/** @type {{ value: any[] }} */ { value }) => void events.push(...value);
  devtools.on('Tracing.dataCollected', collect);
  await devtools.send('Tracing.start', { categories: 'toplevel,devtools.timeline', transferMode: 'ReportEvents' });
  await deed();
  await pause(1000 * time);
  const complete = new Promise((done) => devtools.once('Tracing.tracingComplete', done));
  await devtools.send('Tracing.end');
  await complete;
  devtools.off('Tracing.dataCollected', collect);
  const threadOf = (/** @type {any} */ { pid, tid }) => `${pid} ${tid}`;
  // The page's own thread is the one that runs its scripts.
  const main = new Set(events.filter(({ name }) => name === 'FunctionCall').map(threadOf));
  const tasks = events.filter((event) => /RunTask$/.test(event.name) && event.tdur && main.has(threadOf(event)));
  const most = (/** @type {string} */ key) => Math.max(0, ...tasks.map((task) => task[key] / 1000));
  return { clock: most('dur'), processor: most('tdur') };
}

/** @param {number} time in seconds */
export const scale = (time) =>
  `ms by the clock (on the processor) over ${time} s, median of ${rounds} runs; the budget is ${budget}`;

/** Prints what is measured, and holds it against the budget. */
export function teller() {
  let within = true;
  return {
    within: () => within,
    /** @param {string} what @param {readonly { readonly clock: number, readonly processor: number }[]} tasks */
    tell(what, tasks) {
      const clock = median(tasks.map((task) => task.clock));
      const processor = median(tasks.map((task) => task.processor));
      console.log(`${clock.toFixed(1).padStart(10)} ${`(${processor.toFixed(1)})`.padStart(8)}  ${what}`);
      within &&= clock < budget;
    },
  };
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

/** Prints the longest tasks; true when all are within the budget. */
export async function benchPlay() {
  const { page, devtools, close } = await openPage(1440);
  const { tell, within } = teller();
  console.log(`Longest task of the page, ${scale(seconds)}`);
  try {
    for (const { what, document } of cases) {
      await open(page, document);
      const speed = page.getByRole('combobox', { name: 'Speed' });
      await speed.selectOption({ index: (await speed.locator('option').count()) - 1 });
      const playing = [];
      const press = await pressing(page, /^Play/);
      for (let round = 0; round < rounds; round++) {
        playing.push(await longestTask(devtools, press));
        await press();
      }
      tell(`Play: ${what}`, playing);
      await page.getByRole('button', { name: 'Landscape' }).click();
      await page.waitForTimeout(1000);
      const drawing = [];
      for (let round = 0; round < rounds; round++) {
        const two = page.getByRole('radio', { name: 'two weights' });
        drawing.push(await longestTask(devtools, () => two.check()));
        await page.getByRole('group', { name: /over$/ }).getByRole('radio').first().check();
      }
      tell(`contours of two weights: ${what}`, drawing);
      await page.getByRole('button', { name: 'Landscape' }).click();
      for (const name of ['What is wrong here?', 'Check', 'What if it were wrong?']) {
        const view = page.getByRole('button', { name });
        const looking = [];
        for (let round = 0; round < rounds; round++) {
          looking.push(
            await longestTask(devtools, async () => {
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
    await close();
  }
  return within();
}
