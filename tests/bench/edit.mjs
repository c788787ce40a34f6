// What one edit costs in the page: an arrow key in a weight's field of the built page, in real Chromium, from the key to
// the frame that shows its result. Script, style and layout are what the browser itself reports of its main thread, in
// time on the processor: what the rest of the machine does in between is not the page's.
import { chromium as browserType } from '@playwright/test';
import { preview } from 'vite';
import { chromium } from '../../scripts/setup.mjs';
import { median, quantile } from './statistics.mjs';

const rounds = 9;
const edits = 60;
/** Milliseconds of script and layout an edit may take, in 95 of 100 cases. */
export const budget = 8;

/**
 * Milliseconds of script, style and layout so far.
 * @param {import('@playwright/test').CDPSession} devtools
 */
async function mainThread(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const seconds = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return 1000 * (seconds('ScriptDuration') + seconds('RecalcStyleDuration') + seconds('LayoutDuration'));
}

/** @param {import('@playwright/test').Page} page */
const nextFrame = (page) =>
  page.evaluate(
    () =>
      new Promise((done, fail) => {
        requestAnimationFrame(() => setTimeout(done));
        setTimeout(() => fail(new Error('The browser drew no frame for 10 s.')), 10_000);
      }),
  );

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} devtools
 * @param {() => Promise<unknown>} act
 */
export async function cost(page, devtools, act) {
  const before = await mainThread(devtools);
  await act();
  await nextFrame(page);
  return (await mainThread(devtools)) - before;
}

/** @param {number} width of the window */
export async function openPage(width) {
  const server = await preview({
    configFile: 'web/vite.config.ts',
    root: 'web',
    preview: { port: 0, strictPort: false },
  });
  const browser = await browserType.launch({ executablePath: chromium });
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  const weight = page.getByRole('spinbutton', { name: /^weight/ }).first();
  await weight.focus();
  await page.waitForLoadState('networkidle');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { page, weight, devtools, close };
}

/** Prints the cost of an edit; true when it is within the budget. */
export async function benchEdit() {
  const { page, weight, devtools, close } = await openPage(1440);
  const idle = /** @type {number[]} */ ([]);
  const p50 = /** @type {number[]} */ ([]);
  const p95 = /** @type {number[]} */ ([]);
  try {
    for (let round = 0; round < rounds; round++) {
      const costs = [];
      for (let n = 0; n < edits; n++) {
        const before = await weight.getAttribute('aria-valuenow');
        costs.push(await cost(page, devtools, () => page.keyboard.press(n % 2 === 0 ? 'ArrowUp' : 'ArrowDown')));
        if ((await weight.getAttribute('aria-valuenow')) === before)
          throw new Error('The key did not change the weight.');
        idle.push(await cost(page, devtools, async () => {}));
      }
      p50.push(quantile(costs, 0.5));
      p95.push(quantile(costs, 0.95));
    }
  } finally {
    await close();
  }
  const result = median(p95);
  console.log(
    `Edit in the page: ms of script, style and layout on the processor, from the key to its frame, ${rounds} runs of ${edits} edits`,
  );
  console.log(`${median(p50).toFixed(2).padStart(10)}  half of the edits (median of the runs)`);
  console.log(`${result.toFixed(2).padStart(10)}  95 of 100 edits (median of the runs); the budget is ${budget}`);
  console.log(
    `${median(idle).toFixed(2).padStart(10)}  the same measurement without an edit, interleaved: what measuring itself costs`,
  );
  return result < budget;
}
