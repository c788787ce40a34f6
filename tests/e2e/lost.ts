// Where text is larger than usual: what of it cannot be read.
import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { closer } from '../../web/src/format/strings/closer';
import { dataWords } from '../../web/src/format/strings/data';
import { explain } from '../../web/src/format/strings/explain';
import { tableWords } from '../../web/src/format/strings/table';
import { toolWords } from '../../web/src/format/strings/tools';
import { expect } from './fixture';
import { button, chain, pickFrom, visit } from './reader';

/** Words that cannot be read: cut off by what is around them, or beyond the edge of a window that does not scroll there. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const around = (element: Element) => {
      const all: Element[] = [];
      for (let e = element.parentElement; e; e = e.parentElement) all.push(e);
      return all;
    };
    const isSeen = (element: Element) =>
      [element, ...around(element)].every((e) => {
        const { display, visibility } = getComputedStyle(e);
        return display !== 'none' && visibility !== 'hidden' && !e.classList.contains('visually-hidden');
      });
    for (const element of document.querySelectorAll('body *')) {
      const own = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '');
      if (own.length === 0 || element.closest('svg, .katex, script, select') || !isSeen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(own[0] as Node);
      const text = range.getBoundingClientRect();
      if (text.width < 2) continue;
      for (const outer of [element, ...around(element)]) {
        const { overflowX, textOverflow } = getComputedStyle(outer);
        if (/auto|scroll/.test(overflowX)) break;
        // What ends in an ellipsis stands elsewhere whole.
        if (!/hidden|clip/.test(overflowX) || textOverflow === 'ellipsis' || outer === document.body) continue;
        const box = outer.getBoundingClientRect();
        if (box.width < 3) break;
        if (text.left < box.left - 2 || text.right > box.right + 2)
          found.push(`cut off: ${element.outerHTML.slice(0, 120)}`);
      }
    }
    for (const input of document.querySelectorAll<HTMLInputElement>('input[role="spinbutton"]')) {
      if (isSeen(input) && input.scrollWidth > input.clientWidth + 1)
        found.push(`cut off: ${input.ariaLabel} ${input.value}`);
    }
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide in a window of ${innerWidth}`);
    return found;
  });

/** Everything there is to see, one after the other. */
export async function expectAllWords(page: Page): Promise<void> {
  const look = async (what: string) => expect.soft(await lost(page), what).toEqual([]);
  await visit(page);
  await look('the first screen');
  await chain(page).locator('summary').filter({ hasText: 'paths from' }).click();
  await pickFrom(page, explain.factors, explain.grouped.parts);
  await look('the chain rule, opened');
  for (const name of Object.values(closer.names)) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('region', { name, exact: true })).not.toContainText(closer.loading);
    await look(name);
  }
  await button(page, toolWords.edit).click();
  await button(page, toolWords.data).click();
  await expect(page.getByRole('table', { name: dataWords.caption })).toBeVisible();
  await look('editing and data');
  await pickFrom(page, toolWords.face, toolWords.faces.table);
  await expect(page.getByRole('table', { name: tableWords.parameters })).toBeVisible();
  await look('tables');
  for (const name of ['Document', strings.header.help, strings.header.settings, strings.header.examples]) {
    await button(page, name).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(name);
    await page.keyboard.press('Escape');
  }
}
