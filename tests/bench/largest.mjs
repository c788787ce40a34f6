// How long the page is deaf while it plays and steps networks as large as they may be: the longest task of its main thread,
// in time on the processor as the browser itself traces it (what the rest of the machine does in between is not the page's),
// and beside it the longest stretch of wall time, measured as in play.mjs.
import { setTimeout } from 'node:timers/promises';
import { openPage } from './edit.mjs';
import { budget, longest, network, open, pressing, rounds, seconds } from './play.mjs';
import { median } from './statistics.mjs';

/** As many parameters as a network may have, or nearly. A step of the last is more work than a frame bears. */
const cases = [
  {
    what: '2-64-64-64-64-64-45-1 (19,803 parameters), 100 examples',
    widths: [2, 64, 64, 64, 64, 64, 45, 1],
    count: 100,
  },
  {
    what: '15 layers of 36 and one of 1 (18,793 parameters), 100 examples',
    widths: [2, ...Array(15).fill(36), 1],
    count: 100,
  },
  {
    what: '2-64-64-64-64-64-45-1 (19,803 parameters), 10,000 examples',
    widths: [2, 64, 64, 64, 64, 64, 45, 1],
    count: 10_000,
  },
];

const deeds = /** @type {const} */ ([
  ['Play', /^Play/],
  ['Step', /^Step$/],
]);

/**
 * Milliseconds on the processor that the longest task takes from `deed` on.
 * @param {import('@playwright/test').CDPSession} devtools
 * @param {() => Promise<unknown>} deed
 * @param {number} time in seconds
 */
async function longestTask(devtools, deed, time) {
  const events = /** @type {any[]} */ ([]);
  const collect = (/** @type {{ value: any[] }} */ { value }) => void events.push(...value);
  devtools.on('Tracing.dataCollected', collect);
  await devtools.send('Tracing.start', { categories: 'toplevel,devtools.timeline', transferMode: 'ReportEvents' });
  await deed();
  await setTimeout(1000 * time);
  const complete = new Promise((done) => devtools.once('Tracing.tracingComplete', done));
  await devtools.send('Tracing.end');
  await complete;
  devtools.off('Tracing.dataCollected', collect);
  const threadOf = (/** @type {any} */ { pid, tid }) => `${pid} ${tid}`;
  // The page's own thread is the one that runs its scripts.
  const main = new Set(events.filter(({ name }) => name === 'FunctionCall').map(threadOf));
  const tasks = events.filter((event) => /RunTask$/.test(event.name) && event.tdur && main.has(threadOf(event)));
  return tasks.reduce((longest, { tdur }) => Math.max(longest, tdur / 1000), 0);
}

/** Prints the longest tasks; true when all are within the budget. */
export async function benchLargest() {
  const { page, devtools, close } = await openPage(1440);
  let within = true;
  console.log(
    `Longest task of the page with the largest networks, ms on the processor (longest block, ms of wall time) over ${2 * seconds} s, median of ${rounds} runs; the budget is ${budget}`,
  );
  try {
    for (const { what, widths, count } of cases) {
      await open(page, network(widths, count));
      await page.waitForTimeout(3000);
      for (const [deed, name] of deeds) {
        const press = await pressing(page, name);
        const blocks = [];
        const tasks = [];
        // One after the other: what asks for the time all the time and what is traced slow each other down.
        const rest = async () => {
          if (deed === 'Play') await press();
          await page.waitForTimeout(1000 * seconds);
        };
        for (let round = 0; round < rounds; round++) {
          blocks.push(await longest(page, press, 2 * seconds));
          await rest();
          tasks.push(await longestTask(devtools, press, 2 * seconds));
          await rest();
        }
        console.log(`${median(tasks).toFixed(1).padStart(10)}  (${median(blocks).toFixed(1)}) ${deed}: ${what}`);
        within &&= median(tasks) < budget;
      }
    }
  } finally {
    await close();
  }
  return within;
}
