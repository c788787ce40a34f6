import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { builderWords } from '../../web/src/format/strings/builder';
import { dataWords } from '../../web/src/format/strings/data';
import { editWords } from '../../web/src/format/strings/edit';
import { explainWords as words } from '../../web/src/format/strings/explain';
import { runWords } from '../../web/src/format/strings/runs';
import { shareWords } from '../../web/src/format/strings/share';
import { tableWords } from '../../web/src/format/strings/table';
import { toolWords } from '../../web/src/format/strings/tools';
import { phases } from '../../web/src/state/phase';
import { axe, findingsLightAndDark } from './axe';
import { expect, test } from './fixture';
import { deep, fiveLayers, twoThreeTwo, widest } from './networks';
import { button, chain, cost, dialog, field, nudge, openDocument, phase, pickFrom, visit } from './reader';

/** Opens what the chain rule panel and the player have closed at first. */
async function openAll(page: Page): Promise<void> {
  await chain(page).locator('summary').filter({ hasText: 'paths from' }).click();
  await expect(chain(page).getByRole('table')).toBeVisible();
  await pickFrom(page, words.factors, words.grouped.parts);
  await button(page, strings.descent.runs).click();
  await expect(button(page, runWords.start)).toBeVisible();
}

for (const width of [1440, 360]) {
  test.describe(`at ${width} px, light and dark`, () => {
    // Without motion, so that nothing is measured in the middle of a transition.
    test.use({ viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing serious, whatever is on screen', async ({ page }) => {
      test.slow();
      await visit(page);
      await page.evaluate(axe);
      const found: Record<string, string[]> = {};
      const look = async (what: string) => {
        const seen = await findingsLightAndDark(page);
        if (seen.length > 0) found[what] = seen;
      };
      await look('start');
      await field(page, 'weight w₁').fill('abc');
      await look('a refused text');
      await field(page, 'weight w₁').fill('0.4');
      for (const name of phases) {
        await phase(page, name).click();
        await look(name);
      }
      await button(page, 'Leave the phases: show everything').click();
      await pickFrom(page, 'Show as', 'symbols');
      await look('symbols');
      await openAll(page);
      await look('all paths, slope and weight, runs');
      await nudge(page).getByRole('button', { name: 'From the start' }).click();
      await look('the nudge at its first hop');
      await button(page, 'Document').click();
      await dialog(page).getByRole('textbox').fill('{');
      await dialog(page).getByRole('button', { name: 'Open', exact: true }).click();
      await look('dialog with a broken document');
      await page.keyboard.press('Escape');
      await openDocument(page, twoThreeTwo);
      await look('2-3-2');
      await button(page, 'Step').click();
      await look('2-3-2 after a step');
      expect(found).toEqual({});
    });

    test('axe finds nothing serious in what edits the network and in its tables', async ({ page }) => {
      test.slow();
      await visit(page);
      await page.evaluate(axe);
      const found: Record<string, string[]> = {};
      const look = async (what: string) => {
        const seen = await findingsLightAndDark(page);
        if (seen.length > 0) found[what] = seen;
      };
      await button(page, toolWords.edit).click();
      await button(page, editWords.addUnit(1)).click();
      await expect(page.getByText(/^New weights drawn/)).toBeVisible();
      await look('editing, and what it says');
      await pickFrom(page, toolWords.face, toolWords.faces.table);
      await expect(page.getByRole('table', { name: tableWords.parameters })).toBeVisible();
      await look('the tables');
      await button(page, toolWords.data).click();
      await button(page, dataWords.paste).click();
      await page.getByRole('textbox', { name: dataWords.text }).fill('1\tx');
      await button(page, dataWords.replace).click();
      await look('a bad cell');
      await button(page, dataWords.builtIn).click();
      await look('built-in examples');
      await pickFrom(page, toolWords.face, toolWords.faces.drawing);
      await openDocument(page, deep);
      await button(page, toolWords.numbers('a⁽¹⁾₁')).click();
      await look('the numbers of a small unit');
      await button(page, 'Share').click();
      await expect(page.getByRole('textbox', { name: shareWords.link })).toBeVisible();
      await look('a link to share');
      await button(page, builderWords.open).click();
      await expect(page.frameLocator('iframe').getByTestId('cost')).toBeVisible();
      await look('the embed builder');
      expect(found).toEqual({});
    });
  });
}

test.describe('where motion is not wanted', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves by itself and nothing glides', async ({ page }) => {
    await visit(page);
    const moving = () => page.evaluate(() => document.getAnimations().length);
    expect(await moving()).toBe(0);
    await field(page, 'weight w₁').fill('0.9');
    expect(await moving()).toBe(0);
    await nudge(page).getByRole('button', { name: 'Follow it hop by hop' }).click();
    await nudge(page).getByRole('button', { name: 'Next hop' }).click();
    expect(await moving()).toBe(0);
  });
});

test('where motion is welcome, the first weight rocks to offer itself', async ({ page }) => {
  await visit(page);
  const rocking = await field(page, 'weight w₁').evaluate((element) => element.getAnimations().length);
  expect(rocking).toBe(1);
});

for (const width of [360, 800, 1440]) {
  test(`at ${width} px the page never scrolls sideways, whatever network it shows`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await visit(page);
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await over(), 'start').toBe(0);
    for (const name of phases) {
      await phase(page, name).click();
      expect(await over(), name).toBe(0);
    }
    await button(page, 'Leave the phases: show everything').click();
    for (const value of ['-123456.789012345678', '1e-300']) {
      await field(page, 'weight w₁').fill(value);
      expect(await over(), value).toBe(0);
    }
    await openAll(page);
    for (const document of [fiveLayers, twoThreeTwo, widest]) {
      await openDocument(page, document);
      await expect(page.getByText(document.title ?? '')).toBeAttached();
      expect(await over(), document.title).toBe(0);
    }
  });

  test(`at ${width} px every number of the start page is in the window’s width and none lies on another`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page);
    await expect(cost(page)).toBeVisible();
    const boxes = await page.getByRole('spinbutton').evaluateAll((all) =>
      all.map((e) => {
        const { left, right, top, bottom } = e.getBoundingClientRect();
        return { name: e.getAttribute('aria-label'), left, right, top, bottom };
      }),
    );
    for (const a of boxes) {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(width);
      for (const b of boxes) {
        // α may stand in the bar that floats over the page.
        if (a === b || [a, b].some(({ name }) => name === 'learning rate α')) continue;
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart, `${a.name} and ${b.name}`).toBe(true);
      }
    }
  });
}

test('the page tells its language, has one main part, one first heading, and names its regions', async ({ page }) => {
  await visit(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backprop Playground');
  for (const name of ['Network', 'Descent', 'Chain rule']) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  }
});
