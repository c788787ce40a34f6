// Own work: kept over a reload, a closed tab, two tabs, refused and spoilt storage, and one undo away from what arrives.
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { startScenario } from './networks';
import { atRest, button, field, openDocument, readDocument, visit, where } from './reader';

const workKeys = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.work.')));

/** Until what is on screen is in storage: a reload right after a change also keeps it, but a test wants to look at storage. */
const settled = (page: Page) => atRest(() => page.evaluate(() => JSON.stringify(localStorage)), 700);

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

  // A copy of the tab, which knows what the tab knows, keeps a work of its own.
  await settled(page);
  const opening = context.waitForEvent('page');
  await page.evaluate(() => window.open(location.href));
  const other = await opening;
  await expect(field(other, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.75');
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

test('a spoilt state is put aside as it was, the one before it is opened, and the page says so', async ({ page }) => {
  await visit(page);
  for (const value of ['0.25', '0.5']) {
    await field(page, 'weight w₁').fill(value);
    await settled(page);
  }
  const spoil = () =>
    page.evaluate(() => {
      const keys = Object.keys(localStorage).filter((key) => key.includes('.work.'));
      const saved = (key: string) => JSON.parse(localStorage.getItem(key) ?? '').saved;
      const [newest = ''] = keys.sort((a, b) => saved(b) - saved(a));
      localStorage.setItem(newest, '{"saved":9');
    });
  await spoil();
  await page.goto('/?');
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.25');
  const alert = page.getByRole('alert').filter({ hasText: 'could not be read' });
  const [aside = ''] = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.includes('.unreadable.')),
  );
  await expect(alert).toContainText(aside);
  expect(await page.evaluate((key) => localStorage.getItem(key), aside)).toBe('{"saved":9');
  await alert.getByRole('button', { name: 'Dismiss' }).click();

  // Where there is no other state, the page begins as on a first visit.
  await spoil();
  await page.goto('/?x=1');
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.4');
  await expect(page.getByRole('alert').filter({ hasText: 'could not be read' })).toHaveCount(1);
});

test('where storage is refused, links open, the address follows and brings back the work, and nothing complains', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
    }
  });
  await page.goto('/#w=1;2;3');
  await expect(field(page, 'weight w₃')).toHaveAttribute('aria-valuenow', '3');
  await field(page, 'weight w₁').fill('0.25');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('w=0.25;2;3');
  await page.reload();
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.25');
  await page.evaluate(() => location.assign('#w=5;6;7'));
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '5');
  await button(page, 'Undo').click();
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.25');
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
});

test('a link over kept work opens at once, keeps the work one undo away and in storage, and refused leaves it on screen', async ({
  page,
  context,
}) => {
  await visit(page);
  await field(page, 'weight w₁').fill('0.25');
  await settled(page);
  await page.close();
  const later = await context.newPage();
  await later.goto('/#w=5;6;x');
  await expect(later.getByRole('alert').filter({ hasText: '“w”' })).toBeVisible();
  await expect(field(later, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.25');
  await later.goto('/?#w=5;6;7');
  await expect(field(later, 'weight w₁')).toHaveAttribute('aria-valuenow', '5');
  await settled(later);
  // Also after a reload.
  await later.reload();
  await expect(field(later, 'weight w₁')).toHaveAttribute('aria-valuenow', '5');
  await button(later, 'Undo').click();
  await expect(field(later, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.25');
  const kept = await later.evaluate(() => Object.values(localStorage).filter((text) => text.includes('[[0.25]]')));
  expect(kept.length).toBeGreaterThan(0);
  // No more addresses than a browser bears, and none in the history.
  const entries = await later.evaluate(() => history.length);
  const written = await later.evaluate(async () => {
    let count = 0;
    const replace = history.replaceState.bind(history);
    history.replaceState = (...args) => {
      count += 1;
      replace(...args);
    };
    const more = document.querySelector<HTMLButtonElement>('button[aria-label="Increase weight w₁"]');
    for (const end = performance.now() + 3000; performance.now() < end; ) {
      more?.click();
      await new Promise(requestAnimationFrame);
    }
    return count;
  });
  expect(written).toBeGreaterThan(1);
  expect(written).toBeLessThanOrEqual(6);
  expect(await later.evaluate(() => history.length)).toBe(entries);
});
