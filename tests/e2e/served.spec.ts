// How the built page is served: the policy, frames without an origin, what a first visit loads.
import { strings } from '../../web/src/format/strings';
import { expect, test } from './fixture';
import { test as around } from './host';

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; " +
  "font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; " +
  "object-src 'none'";

test('the page comes with the policy, and every file may be read from a frame without an origin', async ({ page }) => {
  const files: { url: string; policy: string | undefined; readers: string | undefined }[] = [];
  page.on('response', (response) => {
    const headers = response.headers();
    files.push({
      url: response.url(),
      policy: headers['content-security-policy'],
      readers: headers['access-control-allow-origin'],
    });
  });
  await page.goto('./', { waitUntil: 'networkidle' });
  expect(files.some(({ url }) => url.endsWith('.wasm'))).toBe(true);
  for (const file of files) expect(file).toEqual({ url: file.url, policy, readers: '*' });
});

around('the page runs in a frame that has scripts and no origin', async ({ page, host, baseURL }) => {
  await page.goto(
    host.serve('/', `<iframe sandbox="allow-scripts" src="${baseURL}" width="1000" height="700"></iframe>`),
  );
  const weight = page
    .frameLocator('iframe')
    .getByRole('spinbutton', { name: /^weight/ })
    .first();
  const before = await weight.getAttribute('aria-valuenow');
  await weight.press('ArrowUp');
  await expect(weight).not.toHaveAttribute('aria-valuenow', before ?? '');
});

test('formulas are set in the fonts the page brings', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: strings.chain.showAll }).click();
  await expect(page.locator('.katex').first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const loaded = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
  expect(loaded).toBeGreaterThan(0);
});
