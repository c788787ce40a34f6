// The Share dialog: a link to copy, a code, a file; and what takes long to replay.
import { readFile } from 'node:fs/promises';
import { arrivalWords } from '../../web/src/format/strings/arrival';
import { shareWords } from '../../web/src/format/strings/share';
import { bookmarkOf } from '../../web/src/scenario/start';
import type { Layer, Scenario } from '../../web/src/scenario/types';
import { expect, test } from './fixture';
import { startScenario } from './networks';
import { button, field, openDocument, readDocument, visit, where } from './reader';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('what is on screen is shared as a readable or packed link, a code and a file; a large one as a file', async ({
  page,
  context,
}) => {
  const title = '../<b>Déjà vu</b>\u202e.exe';
  await visit(page);
  await openDocument(page, { ...startScenario, title });
  await button(page, 'Step').click();
  const sent = await readDocument(page);
  const share = page.getByRole('dialog', { name: shareWords.heading });
  const link = share.getByRole('textbox', { name: shareWords.link });
  await button(page, 'Share').click();
  await expect(share.getByRole('img', { name: shareWords.qr(title) })).toBeVisible();
  const forms: string[] = [];
  for (const form of Object.values(shareWords.forms)) {
    await share.getByText(form, { exact: true }).click();
    await share.getByRole('button', { name: shareWords.copy }).click();
    await expect(share.getByRole('status')).toHaveText(shareWords.copied);
    forms.push(await page.evaluate(() => navigator.clipboard.readText()));
    expect(await link.inputValue()).toBe(forms.at(-1));
  }
  expect(forms[0]).toContain('#crc=');
  expect(forms[1]).toContain('#s=1.');

  const downloading = page.waitForEvent('download');
  await share.getByRole('button', { name: shareWords.file }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('b Déjà vu b .exe.backprop.json');
  expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toEqual(sent);

  // Where the page may not copy, the link is selected for whoever presses the keys.
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await share.getByRole('button', { name: shareWords.copy }).click();
  await expect(share.getByRole('status')).toHaveText(shareWords.copyByHand);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(forms[1]);
  await page.keyboard.press('Escape');

  for (const form of forms) {
    const other = await context.newPage();
    await other.goto(form);
    await expect(where(other)).toContainText('step 1');
    expect(await readDocument(other)).toEqual(sent);
    await other.close();
  }

  const rows = Array.from({ length: 600 }, (_, n) => ({ inputs: [Math.sin(n), Math.cos(n)], targets: [n % 2] }));
  await openDocument(page, network(8, rows));
  await button(page, 'Share').click();
  await expect(share.getByText(/send the file instead/)).toBeVisible();
  await expect(share.getByRole('img')).toHaveCount(0);
  await page.keyboard.press('Escape');
  const most = Array.from({ length: 5000 }, (_, n) => ({ inputs: [Math.sin(n), Math.cos(n)], targets: [n % 2] }));
  await openDocument(page, network(8, most));
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('');
  await button(page, 'Share').click();
  await expect(share.getByText(shareWords.noLink)).toBeVisible();
});

/** Two hidden layers of so many units. */
function network(units: number, examples: Scenario['examples']): Scenario {
  const layer = (inputs: number, count: number): Layer => ({
    activation: 'tanh',
    weights: Array.from({ length: count }, (_, j) =>
      Array.from({ length: inputs }, (_, i) => Math.sin(1 + 3 * j + 7 * i) / inputs),
    ),
  });
  return {
    version: 1,
    layers: [layer(2, units), layer(units, units), layer(units, 1)],
    examples,
    loss: 'squared_error',
    descent: { rule: 'gradient_descent', alpha: 0.01 },
  };
}

test('what takes long to replay opens in slices that can be cut short, and is shared from the network on screen', async ({
  page,
}) => {
  test.slow();
  const rows = Array.from({ length: 1000 }, (_, n) => ({ inputs: [Math.sin(n), Math.cos(n)], targets: [n % 2] }));
  const long = { ...bookmarkOf(network(64, rows)), steps: 20_000 };
  await visit(page);
  await field(page, 'weight w₁').fill('0.75');
  await openDocument(page, long);
  const waiting = page.getByRole('alert').filter({ hasText: arrivalWords.replaying(20_000) });
  await expect(waiting.getByRole('progressbar')).toBeVisible();
  // Meanwhile the page answers, and keeps what it has.
  await field(page, 'weight w₁').fill('0.8');
  await waiting.getByRole('button', { name: arrivalWords.cancel }).click();
  await expect(waiting).toHaveCount(0);
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.8');

  await openDocument(page, long);
  // As many steps as take any computer more than a second; a busy one is given the time for them.
  const progress = waiting.getByRole('progressbar');
  await expect.poll(() => progress.getAttribute('value').then(Number), { timeout: 90_000 }).toBeGreaterThan(0.06);
  await waiting.getByRole('button', { name: arrivalWords.openHere }).click();
  await expect(where(page)).toContainText(/step [1-9]/);
  const { steps } = await readDocument(page);
  expect(steps).toBeGreaterThan(0);
  expect(steps).toBeLessThan(20_000);
  await button(page, 'Share').click();
  await expect(page.getByText(shareWords.rebased)).toBeVisible();
  const downloading = page.waitForEvent('download');
  await button(page, shareWords.file).click();
  const kept = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
  expect(kept.steps).toBeUndefined();
  expect(kept.start.layers[0].weights).not.toEqual(long.start.layers[0]?.weights);
});
