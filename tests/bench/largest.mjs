// How long the page is deaf while it plays and steps networks as large as they may be.
import { openPage } from './edit.mjs';
import { longestTask, network, open, pressing, rounds, scale, seconds, teller } from './play.mjs';

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

/** Prints the longest tasks; true when all are within the budget. */
export async function benchLargest() {
  const { page, devtools, close } = await openPage(1440);
  const { tell, within } = teller();
  console.log(`Longest task of the page with the largest networks, ${scale(2 * seconds)}`);
  try {
    for (const { what, widths, count } of cases) {
      await open(page, network(widths, count));
      await page.waitForTimeout(3000);
      for (const [deed, name] of deeds) {
        const press = await pressing(page, name);
        const tasks = [];
        for (let round = 0; round < rounds; round++) {
          tasks.push(await longestTask(devtools, press, 2 * seconds));
          if (deed === 'Play') await press();
          await page.waitForTimeout(1000 * seconds);
        }
        tell(`${deed}: ${what}`, tasks);
      }
    }
  } finally {
    await close();
  }
  return within();
}
