// The single file, as somebody gets it by mail or from a stick: opened from a disk, without any server.

import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { inRepository } from '../../scripts/page.mjs';
import { strings } from '../../web/src/format/strings';
import { builderWords } from '../../web/src/format/strings/builder';
import { closerWords } from '../../web/src/format/strings/closer';
import { presets } from '../../web/src/scenario/presets';
import { complaintsIn } from '../e2e/fixture';
import { button, chain, field, openDocument, whereHeard } from '../e2e/reader';
import { publish } from '../staticHost';

const address = pathToFileURL(inRepository('dist/backprop-playground.html')).href;

async function openBuilder(page: Page): Promise<void> {
  await button(page, 'Share').click();
  await button(page, builderWords.open).click();
}

test('the single file runs from a disk: numbers, formulas in its own fonts, closer looks and other networks', async ({
  page,
  context,
}) => {
  const complaints = await complaintsIn(context, address);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url().slice(0, address.length)));
  await page.goto(address);
  await expect(chain(page)).toBeVisible();
  await field(page, 'weight w₁').press('ArrowUp');
  await expect(page.getByTestId('cost')).toContainText('0.140');
  await page.getByRole('button', { name: strings.chain.showAll }).click();
  await expect(page.locator('.katex').first()).toBeVisible();
  const fonts = () => page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
  await expect.poll(fonts).toBeGreaterThan(0);
  for (const name of Object.values(closerWords.names)) {
    await page.getByRole('button', { name, exact: true }).click();
    const view = page.getByRole('region', { name, exact: true });
    await expect(view).toBeVisible();
    await expect(view.getByText(closerWords.loading)).toHaveCount(0);
  }
  await openDocument(page, { version: 1, start: presets.xor, steps: 100 });
  await expect(whereHeard(page)).toContainText('step 100');
  await page.goto('about:blank');
  await page.goto(`${address}#w=0.5;0.7;1.5&step=12&digits=5`);
  await expect(whereHeard(page)).toContainText('step 12,');
  await openBuilder(page);
  await expect(page.getByText(builderWords.fromFile)).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !url.startsWith('data:') && url !== address)).toEqual([]);
});

test('the single file on a web server shows in its embed builder what its code makes', async ({ page, context }) => {
  const site = await publish(inRepository('dist'), '/files/', () => ({}));
  const complaints = await complaintsIn(context, site.address);
  await page.goto(`${site.address}backprop-playground.html`);
  await openBuilder(page);
  await expect(page.frameLocator('iframe').getByTestId('cost')).toHaveText('0.142');
  expect(complaints).toEqual([]);
  await site.close();
});
