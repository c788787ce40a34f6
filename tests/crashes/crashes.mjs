// The tab crashes at random moments while input i₁ is set to the present time again and again; the page says each time when
// it has done so, and what stands in the field after coming back tells how much of that is lost. Every other time the tab is reloaded, else it is closed and a new one opened at the
// bare address; every third time Play is running.
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { chromium as executablePath } from '../../scripts/setup.mjs';

/** Milliseconds that may be lost. */
const most = 1000;

/** Milliseconds of editing before a crash: at least, and at most so many more. */
const [least, span] = [300, 1200];

/** @param {number} times */
export async function crashes(times) {
  const server = await preview({
    configFile: 'web/vite.config.ts',
    root: 'web',
    preview: { port: 0, strictPort: false },
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const context = await browser.newContext();
  /** @type {number[]} */
  const lost = [];
  try {
    let page = await context.newPage();
    await page.goto(address);
    for (let k = 0; k < times; k++) {
      const session = await context.newCDPSession(page);
      const crashed = new Promise((resolve) => session.once('Inspector.targetCrashed', resolve));
      await session.send('Inspector.enable');
      await session.send('Runtime.enable');
      await session.send('Runtime.addBinding', { name: 'edited' });
      /** @type {number[]} */
      const edits = [];
      session.on('Runtime.bindingCalled', ({ payload }) => edits.push(Number(payload)));
      await session.send('Runtime.evaluate', { expression: `(${edit})(${k % 3 === 0})`, awaitPromise: true });
      await new Promise((later) => setTimeout(later, least + span * Math.random()));
      session.send('Page.crash').catch(() => {});
      await crashed;
      if (k % 2 === 0) {
        await session.send('Page.reload');
        lost.push(missing(edits, await restored(session)));
      } else {
        await page.close();
        page = await context.newPage();
        await page.goto(address);
        lost.push(missing(edits, await restored(await context.newCDPSession(page))));
      }
      if (k % 20 === 19) console.log(`${k + 1} crashes, at most ${Math.max(...lost)} ms lost`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return report(lost);
}

/** In the page: the reader's edits. @param {boolean} playing */
async function edit(playing) {
  const field = () => /** @type {HTMLInputElement | null} */ (document.querySelector('input[aria-label="input i₁"]'));
  while (!field()) await new Promise((later) => setTimeout(later, 20));
  if (playing) [...document.querySelectorAll('button')].find((b) => b.textContent?.includes('Play'))?.click();
  setInterval(() => {
    const input = field();
    if (!input) return;
    input.focus();
    const now = String(Date.now());
    input.value = now;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    Reflect.get(window, 'edited')(now);
  }, 15);
}

/**
 * The time that input i₁ holds in the page that has come back.
 * @param {import('@playwright/test').CDPSession} session
 */
async function restored(session) {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((later) => setTimeout(later, 50))) {
    const expression = `document.querySelector('input[aria-label="input i₁"]')?.getAttribute('aria-valuenow')`;
    const answer = await session.send('Runtime.evaluate', { expression }).catch(() => undefined);
    const value = Number(answer?.result.value);
    if (value > 0) return value;
  }
  return Number.NaN;
}

/**
 * Milliseconds of editing that `found` lacks: what was on screen before the first edit is as old as that edit.
 * @param {readonly number[]} edits
 * @param {number} found
 */
function missing(edits, found) {
  if (Number.isNaN(found)) return found;
  const since = edits.filter((time) => time > found);
  return since.length === 0 ? 0 : (since.at(-1) ?? 0) - Math.max(found, edits[0] ?? 0);
}

/** @param {readonly number[]} lost */
function report(lost) {
  const failed = lost.filter((time) => !(time <= most)).length;
  const mean = lost.reduce((sum, time) => sum + time, 0) / lost.length;
  console.log(`${lost.length} crashes: ${mean.toFixed(0)} ms lost on average, ${Math.max(...lost)} ms at most`);
  console.log(`\n${lost.length - failed} passed, ${failed} failed`);
  return failed === 0;
}
