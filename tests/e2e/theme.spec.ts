// Themes: as the system asks, light, dark, and for a projector.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { settingsWords } from '../../web/src/format/strings/settings';
import type { Theme } from '../../web/src/format/themes';
import { expect, test } from './fixture';
import { twoThreeTwo } from './networks';
import { button, factors, openDocument, pickFrom, timeline, visit } from './reader';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function choose(page: Page, theme: Theme): Promise<void> {
  await button(page, 'Settings: digits and symbols').click();
  await pickFrom(page, settingsWords.theme, settingsWords.themes[theme]);
  await page.keyboard.press('Escape');
}

/** How light a colour is, 0 … 1, as the eye sees it. */
const lightness = (page: Page, selector: string, property: 'color' | 'backgroundColor') =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => {
      const [r = 0, g = 0, b = 0] = (getComputedStyle(element)[name].match(/[\d.]+/g) ?? []).map(Number);
      return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
    }, property);
const paper = (page: Page) => lightness(page, 'html', 'backgroundColor');

test('without a choice the page follows the system, also when that changes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await visit(page);
  expect(await paper(page)).toBeGreaterThan(0.9);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper(page)).toBeLessThan(0.2);
});

for (const [system, theme, isLight] of [
  ['dark', 'light', true],
  ['light', 'dark', false],
  ['dark', 'projector', true],
] as const) {
  test(`on a ${system} system, ${theme} can be chosen, stays after a reload, and can be given up`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system });
    await visit(page);
    await choose(page, theme);
    expect((await paper(page)) > 0.5).toBe(isLight);
    await page.reload();
    await expect.poll(async () => (await paper(page)) > 0.5).toBe(isLight);
    await choose(page, 'auto');
    expect((await paper(page)) > 0.5).toBe(system === 'light');
  });
}

test('for a projector the page is black on white, larger, its lines heavier, and nothing grey is pale', async ({
  page,
}) => {
  await visit(page);
  const sizeOf = () => page.locator('body').evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
  const strokeOf = () =>
    page
      .locator('svg polyline')
      .first()
      .evaluate((line) => Number.parseFloat(getComputedStyle(line).strokeWidth));
  const [size, stroke] = [await sizeOf(), await strokeOf()];
  await choose(page, 'projector');
  expect(await paper(page)).toBeCloseTo(1);
  expect(await lightness(page, 'body', 'color')).toBe(0);
  expect(await sizeOf()).toBeGreaterThan(1.1 * size);
  expect(await strokeOf()).toBeGreaterThan(1.4 * stroke);
  const pale = await page.evaluate(() => {
    const grey = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return Math.max(r, g, b) - Math.min(r, g, b) < 12 ? r : 0;
    };
    const written = [...document.querySelectorAll('main *')].filter(
      (e) => e.textContent?.trim() && !e.matches(':disabled, [aria-hidden="true"] *, .primary, .primary *'),
    );
    return written.map((e) => grey(getComputedStyle(e).color)).filter((value) => value > 110 && value < 250).length;
  });
  expect(pale).toBe(0);
  // The player stays in one row: its last part beside its first, not below.
  for (const width of [1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const [first, last] = await Promise.all([button(page, 'Step').boundingBox(), timeline(page).boundingBox()]);
    expect((last?.y ?? Number.NaN) - (first?.y ?? Number.NaN), `at ${width} px`).toBeLessThan(0);
  }
});

for (const width of [1440, 360]) {
  test(`axe finds nothing serious on the projector at ${width} px, in a chain and in a wide network`, async ({
    page,
  }) => {
    // As high as the page: the player lies over what scrolls under it.
    await page.setViewportSize({ width, height: 3000 });
    await visit(page);
    await choose(page, 'projector');
    await page.evaluate(axe);
    for (const document of [undefined, twoThreeTwo]) {
      if (document) await openDocument(page, document);
      const found = await page.evaluate(async () => {
        const { violations } = await Reflect.get(window, 'axe').run(globalThis.document, {
          runOnly: ['color-contrast', 'label', 'button-name', 'target-size'],
        });
        return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(found).toEqual([]);
    }
  });
}

test('in forced colours only what is computed once is underlined twice', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await visit(page);
  const underlined = () =>
    factors(page).evaluateAll((all) => all.filter((e) => getComputedStyle(e).borderBottomStyle === 'double').length);
  await expect.poll(underlined).toBe(2);
});
