// A host in a sub-folder, without a network, and from one version of the page to the next.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { headersOf } from '../../scripts/headers.mjs';
import { inRepository } from '../../scripts/page.mjs';
import { closerWords } from '../../web/src/format/strings/closer';
import { offlineWords } from '../../web/src/format/strings/offline';
import { complaintsIn } from '../e2e/fixture';
import { button, chain, field, where } from '../e2e/reader';
import { publish, type StaticHost } from '../staticHost';
import { nextVersion } from './nextVersion';

const test = base.extend<{ site: StaticHost; room: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern.
  site: async ({}, use) => {
    // Not localhost itself: see the last test.
    const site = await publish(inRepository('dist'), '/course/playground/', headersOf, 'course.localhost');
    await use(site);
    await site.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern.
  room: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'backprop-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

const versions = (page: Page) => page.evaluate(async () => (await caches.keys()).length);

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(chain(page)).toBeVisible();
}

/** From now on the worker answers for the page. */
const kept = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** Opens a view whose code and engine come only now. */
async function openView(page: Page, id: keyof typeof closerWords.names): Promise<void> {
  const name = closerWords.names[id];
  await page.getByRole('button', { name, exact: true }).click();
  const view = page.getByRole('region', { name, exact: true });
  await expect(view).toBeVisible();
  await expect(view.getByText(closerWords.loading)).toHaveCount(0);
}

test('after the first visit the page opens without a network, all of it, with the work and with a query', async ({
  page,
  context,
  site,
}) => {
  const complaints = await complaintsIn(context, site.address);
  await visit(page, site.address);
  await kept(page);
  await field(page, 'weight w₁').press('ArrowUp');
  await button(page, 'Step').click();
  expect(complaints).toEqual([]);
  const worked = await field(page, 'weight w₁').inputValue();

  await site.close();
  await page.reload();
  await expect(chain(page)).toBeVisible();
  await expect(where(page)).toContainText('step 1');
  await expect(field(page, 'weight w₁')).toHaveValue(worked);
  await expect(page.locator('.katex').first()).toBeVisible();
  const fonts = () => page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
  await expect.poll(fonts).toBeGreaterThan(0);
  for (const id of ['check', 'landscape', 'depth', 'diagnose', 'slips'] as const) await openView(page, id);
  await visit(page, `${site.address}index.html?theme=dark`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

async function deployed(context: BrowserContext, site: StaticHost, folder: string): Promise<Page> {
  nextVersion(site.folder, folder, 'The next version');
  site.folder = folder;
  const page = await context.newPage();
  await visit(page, site.address);
  return page;
}

test('a new version is offered, keeps the work, and leaves an old page working though its files are gone', async ({
  page,
  context,
  site,
  room,
}) => {
  await visit(page, site.address);
  await kept(page);
  await field(page, 'weight w₁').press('ArrowUp');
  await button(page, 'Step').click();
  const worked = await field(page, 'weight w₁').inputValue();

  const other = await deployed(context, site, join(room, 'next'));
  await expect(other).toHaveTitle('Backprop Playground');
  const offer = other.getByRole('status').filter({ hasText: offlineWords.ready });
  await expect(offer).toBeVisible();
  await openView(page, 'check');
  await offer.getByRole('button', { name: offlineWords.reload }).click();
  await expect(other).toHaveTitle('The next version');
  await expect(chain(other)).toBeVisible();
  await openView(other, 'check');

  await expect(page).toHaveTitle('Backprop Playground');
  await openView(page, 'landscape');
  await expect(field(page, 'weight w₁')).toHaveValue(worked);
  await page.reload();
  await expect(page).toHaveTitle('The next version');
  await expect(where(page)).toContainText('step 1');
  await expect(field(page, 'weight w₁')).toHaveValue(worked);
});

test('a deployment that is half done changes nothing', async ({ page, context, site, room }) => {
  await visit(page, site.address);
  await kept(page);
  const folder = join(room, 'half');
  nextVersion(site.folder, folder, 'Half of the next version');
  writeFileSync(join(folder, 'index.html'), 'Still the old page, say.');
  site.folder = folder;
  const settled = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const failed = new Promise((resolve) =>
      registration.addEventListener('updatefound', () => {
        const next = registration.installing;
        next?.addEventListener('statechange', () => resolve(next.state));
      }),
    );
    void registration.update();
    return failed;
  });
  expect(settled).toBe('redundant');
  expect(await versions(page)).toBe(1);
  const again = await context.newPage();
  await visit(again, site.address);
  await expect(again).toHaveTitle('Backprop Playground');
});

test('inside another page nothing is registered', async ({ page, site, room }) => {
  writeFileSync(join(room, 'index.html'), `<iframe src="${site.address}" width="1000" height="700"></iframe>`);
  const around = await publish(room, '/', () => ({}), 'course.localhost');
  await page.goto(around.address);
  const inside = page.frameLocator('iframe');
  await expect(inside.locator('.katex').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const frame = page.frames().find((each) => each.url() === site.address);
  expect(await frame?.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await around.close();
});

test('on a developer’s own machine the newest build is shown at once, and the last one when nothing is served', async ({
  page,
  room,
}) => {
  const site = await publish(inRepository('dist'));
  await visit(page, site.address);
  await kept(page);
  nextVersion(site.folder, join(room, 'next'), 'The next version');
  site.folder = join(room, 'next');
  await visit(page, site.address);
  await expect(page).toHaveTitle('The next version');
  await site.close();
  await page.reload();
  await expect(chain(page)).toBeVisible();
});
