// Long runs with progress and cancel, and two runs on one cost curve.
import { countText } from '../../web/src/format/number';
import { strings } from '../../web/src/format/strings';
import { runWords as words } from '../../web/src/format/strings/runs';
import { startNotation as notation } from '../../web/src/scenario/start';
import { expect, test } from './fixture';
import { widest } from './networks';
import { button, descent, field, openDocument, timeline, visit, where } from './reader';

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });
    test.beforeEach(async ({ page }) => {
      await visit(page);
      await button(page, strings.descent.runs).click();
    });

    test('a run of 1000 steps takes exactly them and is one undo entry', async ({ page }) => {
      await page.getByRole('combobox', { name: words.howMany }).selectOption({ label: words.steps('1000') });
      await button(page, words.start).click();
      await expect(where(page)).toContainText('step 1000');
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await button(page, 'Undo').click();
      await expect(where(page)).toContainText('step 0');
    });

    test('a long run shows how far it is, and stops where it is when it is cancelled', async ({ page }) => {
      await openDocument(page, { ...widest, title: 'Slow' });
      await page
        .getByRole('combobox', { name: words.howMany })
        .selectOption({ label: words.steps(countText(100_000, notation)) });
      await button(page, words.start).click();
      const progress = page.getByRole('progressbar');
      await expect(progress).toHaveAttribute('max', '100000');
      await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0);
      await button(page, words.cancel).click();
      await expect(progress).toHaveCount(0);
      const stopped = await timeline(page).getAttribute('aria-valuenow');
      expect(Number(stopped)).toBeGreaterThan(0);
      expect(Number(stopped)).toBeLessThan(100_000);
      await page.waitForTimeout(300);
      expect(await timeline(page).getAttribute('aria-valuenow')).toBe(stopped);
    });

    test('the run with another α lies on the same curve, and both costs are told at any step', async ({ page }) => {
      await expect(descent(page)).toContainText(words.none);
      for (let k = 0; k < 3; k++) await button(page, 'Step').click();
      await button(page, strings.descent.reset).click();
      await field(page, 'learning rate α').fill('2');
      for (let k = 0; k < 3; k++) await button(page, 'Step').click();
      const lines = timeline(page).locator('path');
      const before = await lines.count();
      await page.getByRole('combobox', { name: words.compare }).selectOption({ index: 1 });
      expect(await lines.count()).toBe(before + 1);
      // However long the line that tells of a run, it keeps to the card, as the curve does.
      const [menu, curve] = await Promise.all([
        page.getByRole('combobox', { name: words.compare }).boundingBox(),
        timeline(page).boundingBox(),
      ]);
      if (!menu || !curve) throw new Error('not on screen');
      expect(menu.x + menu.width).toBeLessThanOrEqual(curve.x + curve.width + 1);
      // One step at α = 0.6 leads to 0.101; it is the curve's second point.
      await timeline(page).focus();
      await page.keyboard.press('Home');
      await expect(descent(page)).toContainText(words.there('C', '0.142', '0.142'));
      await page.keyboard.press('ArrowRight');
      await expect(descent(page)).toContainText('here C was 0.101 and is 0.0');
      await page.getByRole('combobox', { name: words.compare }).selectOption({ label: words.nothing });
      expect(await lines.count()).toBe(before);
    });
  });
}

test('between two frames of a long run the page works less than 50 ms', async ({ page }) => {
  await visit(page);
  await button(page, strings.descent.runs).click();
  // What the browser reports of its main thread, in time on the processor: what else the computer does is not the page's.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  await page.evaluate(() => {
    const count = () => {
      Reflect.set(window, 'frames drawn', 1 + (Reflect.get(window, 'frames drawn') ?? 0));
      requestAnimationFrame(count);
    };
    count();
  });
  const frames = (): Promise<number> => page.evaluate(() => Reflect.get(window, 'frames drawn'));
  await page
    .getByRole('combobox', { name: words.howMany })
    .selectOption({ label: words.steps(countText(100_000, notation)) });
  await button(page, words.start).click();
  const perFrame: number[] = [];
  for (let k = 0; k < 15 && (await page.getByRole('progressbar').count()) > 0; k++) {
    const [drawn, before] = [await frames(), await worked()];
    await page.waitForTimeout(100);
    perFrame.push(((await worked()) - before) / Math.max(1, (await frames()) - drawn));
  }
  expect(perFrame.length).toBeGreaterThan(0);
  console.log(`a frame of a long run takes ${Math.max(...perFrame).toFixed(1)} ms of the main thread at most`);
  expect(Math.max(...perFrame)).toBeLessThan(50);
});
