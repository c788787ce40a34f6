// Symbols, numbers and formulas: one notation everywhere, words for ears, and what the page says of itself.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { closerWords } from '../../web/src/format/strings/closer';
import { dataWords } from '../../web/src/format/strings/data';
import { exampleWords } from '../../web/src/format/strings/examples';
import { explainWords } from '../../web/src/format/strings/explain';
import { helpWords } from '../../web/src/format/strings/help';
import { landscapeWords } from '../../web/src/format/strings/landscape';
import { meaningWords } from '../../web/src/format/strings/meaning';
import { settingsWords } from '../../web/src/format/strings/settings';
import { tableWords } from '../../web/src/format/strings/table';
import { toolWords } from '../../web/src/format/strings/tools';
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
  await pickFrom(page, settingsWords.decimal, settingsWords.decimals[',']);
  await pickFrom(page, settingsWords.rate, 'η');
  await pickFrom(page, settingsWords.cost, 'L');
  await page.keyboard.press('Escape');
  await expect(field(page, 'learning rate η')).toHaveValue('0,600');
  await expectNotation(page, 'start');
  for (let k = 0; k < 3; k++) await button(page, 'Step').click();
  await chain(page).locator('summary').filter({ hasText: 'paths from' }).click();
  await pickFrom(page, explainWords.factors, explainWords.grouped.parts);
  await button(page, strings.descent.runs).click();
  await expectNotation(page, 'after steps, everything opened');
  for (const name of Object.values(closerWords.names)) {
    const opens = page.getByRole('button', { name, exact: true });
    if ((await opens.count()) === 0) continue;
    await opens.click();
    await expect(page.getByText(closerWords.loading)).toHaveCount(0);
    await expectNotation(page, name);
  }
  await button(page, strings.header.help).click();
  await expect(page.getByRole('heading', { name: helpWords.keys })).toBeVisible();
  await expectNotation(page, 'help');
  await page.keyboard.press('Escape');
  await button(page, strings.header.examples).click();
  await expect(page.getByText(exampleWords.lead)).toBeVisible();
  await expectNotation(page, 'examples');
});

for (const digits of [2, 17]) {
  test(`${digits} digits are everywhere at once`, async ({ page }) => {
    await button(page, 'Settings: digits and symbols').click();
    await page.getByRole('slider', { name: settingsWords.digits }).fill(String(digits));
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('gradient')).toHaveText(digits === 2 ? '−0.22' : /^−0\.22280\d{12,}$/);
    await expect(page.getByTestId('arrives')).toHaveText(digits === 2 ? '−0.19' : /^−0\.1856\d{12,}$/);
    await expect(page.getByTestId('cost')).toHaveText(digits === 2 ? '0.14' : /^0\.1418\d{10,}$/);
  });
}

/** What a screen reader finds that no ear understands: a symbol of several places, a ∂, TeX. */
async function unheard(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  // A picture or a button is heard by its name, and so is nothing inside it.
  const isInside = ({ parentId }: (typeof nodes)[number]): boolean => {
    const parent = byId.get(parentId ?? '');
    if (!parent) return false;
    const whole = ['image', 'button', 'option'].includes(parent.role?.value) && parent.name?.value;
    return Boolean(whole) || isInside(parent);
  };
  return nodes
    .filter((node) => !node.ignored && !isInside(node))
    .flatMap(({ name, description, value }) => [name, description, value].map((text) => String(text?.value ?? '')))
    .filter((text) => /[∂⁽\\]|^\(\d+\)$/.test(text));
}

for (const [title, scenario] of [
  ['the chain', startScenario],
  ['a wide network', twoThreeTwo],
] as const) {
  test(`in ${title} ears hear words for every symbol, in every view`, async ({ page }) => {
    test.slow();
    const look = async (what: string) => expect.soft(await unheard(page), what).toEqual([]);
    await openDocument(page, scenario);
    await pickFrom(page, 'Show as', 'symbols');
    await expect(page.locator('.katex').first()).toBeVisible();
    await look('the first screen');
    expect(await page.getByRole('img', { name: /^the change of the cost per change of / }).count()).toBeGreaterThan(5);
    await chain(page).locator('summary').filter({ hasText: 'paths from' }).click();
    await chain(page).locator('summary').filter({ hasText: meaningWords.heading }).click();
    await pickFrom(page, explainWords.factors, explainWords.grouped.parts);
    for (const tile of await chain(page).getByTestId('factor').all()) await tile.hover();
    await look('the chain rule, everything opened');
    for (const name of Object.values(closerWords.names)) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByText(closerWords.loading)).toHaveCount(0);
      await look(name);
    }
    await page.getByRole('button', { name: closerWords.names.landscape, exact: true }).click();
    await pickFrom(page, landscapeWords.over('C'), landscapeWords.two);
    await look('two weights');
    await button(page, toolWords.edit).click();
    await button(page, toolWords.data).click();
    await expect(page.getByRole('table', { name: dataWords.caption })).toBeVisible();
    await look('editing');
    await pickFrom(page, toolWords.face, toolWords.faces.table);
    await expect(page.getByRole('table', { name: tableWords.parameters })).toBeVisible();
    await look('tables');
    for (const name of [strings.header.help, strings.header.settings, strings.header.examples]) {
      await button(page, name).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(name);
      await page.keyboard.press('Escape');
    }
    for (let k = 0; k < 4; k++) {
      await button(page, strings.descent.nextStage).click();
      await look(`phase by phase, ${k + 1}`);
    }
  });
}

test('help tells version, licence, and what to send along with a report', async ({ page }) => {
  const { version, license } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  await field(page, 'weight w₂').fill('0.9');
  await button(page, strings.header.help).click();
  await expect(page.getByText(helpWords.version(strings.name, version, license))).toBeVisible();
  await page.getByText(helpWords.problem).click();
  const details = await page.getByRole('textbox', { name: helpWords.details }).inputValue();
  expect(details).toContain(version);
  expect(details).toContain('Chrome');
  const document = JSON.parse(details.split('\n').at(-1) ?? '');
  expect(document.start.layers[1].weights).toEqual([[0.9]]);
  await button(page, helpWords.copy).click();
  await expect(
    page.getByRole('status').filter({ hasText: new RegExp(`${helpWords.copied}|${helpWords.copyByHand}`) }),
  ).toBeVisible();
});
