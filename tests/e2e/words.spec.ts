// Symbols, numbers and formulas: one notation everywhere, words for ears, and what the page says of itself.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { closer } from '../../web/src/format/strings/closer';
import { examples } from '../../web/src/format/strings/examples';
import { explain } from '../../web/src/format/strings/explain';
import { help } from '../../web/src/format/strings/help';
import { settings } from '../../web/src/format/strings/settings';
import { expect, test } from './fixture';
import { startScenario, twoThreeTwo } from './networks';
import { button, chain, field, openDocument, pickFrom, visit } from './reader';

test.beforeEach(({ page }) => visit(page));

/** Every text in the page: what is seen, what is heard, what a pointer is told, and what stands in fields. */
const texts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!(node instanceof Element)) found.push(node.textContent ?? '');
      else if (!node.closest('textarea, svg')) {
        for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title']) {
          const value = node.getAttribute(name);
          if (value) found.push(value);
        }
        if (node instanceof HTMLInputElement && node.type === 'text') found.push(node.value);
      }
    }
    return found.filter((text) => text.trim() !== '');
  });

async function expectNotation(page: Page, what: string): Promise<void> {
  const all = await texts(page);
  const wrong = all.filter((text) => /\d\.\d/.test(text) || /α/.test(text) || /(?<![\p{L}])C(?![\p{L}+])/u.test(text));
  // The names of keys and of settings are what they are.
  const meant = wrong.filter((text) => !/Ctrl|point 0\.5|^(α|C)$|Playground \d/.test(text));
  expect(meant, what).toEqual([]);
}

test('a decimal comma, η and L are everywhere at once', async ({ page }) => {
  test.slow();
  await button(page, 'Settings: digits and symbols').click();
  await pickFrom(page, settings.decimal, settings.decimals[',']);
  await pickFrom(page, settings.rate, 'η');
  await pickFrom(page, settings.cost, 'L');
  await page.keyboard.press('Escape');
  await expect(field(page, 'learning rate η')).toHaveValue('0,600');
  await expectNotation(page, 'start');
  for (let k = 0; k < 3; k++) await button(page, 'Step').click();
  await chain(page).locator('summary').filter({ hasText: 'paths from' }).click();
  await pickFrom(page, explain.factors, explain.grouped.parts);
  await button(page, strings.descent.runs).click();
  await expectNotation(page, 'after steps, everything opened');
  for (const name of Object.values(closer.names)) {
    const opens = page.getByRole('button', { name, exact: true });
    if ((await opens.count()) === 0) continue;
    await opens.click();
    await expect(page.getByText(closer.loading)).toHaveCount(0);
    await expectNotation(page, name);
  }
  await button(page, strings.header.help).click();
  await expect(page.getByRole('heading', { name: help.keys })).toBeVisible();
  await expectNotation(page, 'help');
  await page.keyboard.press('Escape');
  await button(page, strings.header.examples).click();
  await expect(page.getByText(examples.lead)).toBeVisible();
  await expectNotation(page, 'examples');
});

for (const digits of [2, 17]) {
  test(`${digits} digits are everywhere at once`, async ({ page }) => {
    await button(page, 'Settings: digits and symbols').click();
    await page.getByRole('slider', { name: settings.digits }).fill(String(digits));
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('gradient')).toHaveText(digits === 2 ? '−0.22' : /^−0\.22280\d{12,}$/);
    await expect(page.getByTestId('arrives')).toHaveText(digits === 2 ? '−0.19' : /^−0\.1856\d{12,}$/);
    await expect(page.getByTestId('cost')).toHaveText(digits === 2 ? '0.14' : /^0\.1418\d{12,}$/);
  });
}

for (const [title, scenario] of [
  ['the chain', startScenario],
  ['a wide network', twoThreeTwo],
] as const) {
  test(`in ${title} every derivative is heard in words, and no formula as its drawing`, async ({ page }) => {
    await openDocument(page, scenario);
    await pickFrom(page, 'Show as', 'symbols');
    await expect(page.locator('.katex').first()).toBeVisible();
    const unheard = await page.evaluate(() => {
      const hidden = (element: Element) => element.closest('[aria-hidden="true"]') !== null;
      const named = (element: Element) => element.closest('button[aria-label], [role="img"][aria-label]') !== null;
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const bare: string[] = [];
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const parent = node.parentElement;
        if (
          /[∂\\]/.test(node.textContent ?? '') &&
          parent &&
          !parent.closest('script') &&
          !hidden(parent) &&
          !named(parent)
        )
          bare.push(parent.outerHTML.slice(0, 160));
      }
      const drawn = [...document.querySelectorAll('.katex')].filter((formula) => !hidden(formula));
      return [...bare, ...drawn.map((formula) => formula.outerHTML.slice(0, 160))];
    });
    expect(unheard).toEqual([]);
    const names = await page.getByRole('img', { name: /^the change of / }).count();
    expect(names).toBeGreaterThan(5);
  });
}

test('help tells version, licence, and what to send along with a report', async ({ page }) => {
  const { version, license } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  await field(page, 'weight w₂').fill('0.9');
  await button(page, strings.header.help).click();
  await expect(page.getByText(help.version(strings.name, version, license))).toBeVisible();
  await page.getByText(help.problem).click();
  const details = await page.getByRole('textbox', { name: help.details }).inputValue();
  expect(details).toContain(version);
  expect(details).toContain('Chrome');
  const document = JSON.parse(details.split('\n').at(-1) ?? '');
  expect(document.start.layers[1].weights).toEqual([[0.9]]);
  await button(page, help.copy).click();
  await expect(
    page.getByRole('status').filter({ hasText: new RegExp(`${help.copied}|${help.notCopied}`) }),
  ).toBeVisible();
});
