// Own work: kept over a reload, a closed tab, two tabs, refused and spoilt storage, and one undo away from what arrives.
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { startScenario } from './networks';
import { button, field, openDocument, readDocument, visit, where } from './reader';

const workKeys = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.work.')));

/** Until what is on screen is in storage: a reload right after a change also keeps it, but a test wants to look at storage. */
const settled = (page: Page) => page.waitForTimeout(700);

test('a reload and a new tab return to the step, the shown example, the choice and the notation; two tabs keep apart', async ({
  page,
  context,
}) => {
  await visit(page);
  expect(await workKeys(page)).toEqual([]);
  await field(page, 'weight w₁').fill('0.75');
  await openDocument(page, {
    version: 1,
    start: { ...startScenario, examples: [...startScenario.examples, { inputs: [-0.3], targets: [0.1] }] },
    steps: 3,
    example: 1,
    pick: { layer: 1, unit: 0, input: 0 },
    notation: { rate: 'η', cost: 'L', decimal: ',', digits: 7 },
  });
  await button(page, 'Step').click();
  const first = await readDocument(page);
  expect(first.steps).toBe(4);
  await page.reload();
  await expect(where(page)).toContainText('step 4');
  expect(await readDocument(page)).toEqual(first);
  // What had been on screen before the document came is still one undo away.
  await button(page, 'Undo').click();
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.75');

  const other = await context.newPage();
  await visit(other);
  await field(other, 'weight w₁').fill('0.25');
  await settled(other);
  await button(page, 'Redo').click();
  await page.reload();
  await other.reload();
  await expect(where(page)).toContainText('step 4');
  await expect(field(other, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.25');

  // A new tab takes over what was closed last, and leaves alone what is open.
  await page.close();
  await expect(async () => {
    const third = await context.newPage();
    await third.goto('/');
    await expect(where(third)).toContainText('step 4', { timeout: 2000 });
  }).toPass();
});
