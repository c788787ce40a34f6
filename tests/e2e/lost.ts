// Where text is larger than usual: what of it cannot be read.
import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { closerWords } from '../../web/src/format/strings/closer';
import { dataWords } from '../../web/src/format/strings/data';
import { explainWords } from '../../web/src/format/strings/explain';
import { tableWords } from '../../web/src/format/strings/table';
import { toolWords } from '../../web/src/format/strings/tools';
import { presets } from '../../web/src/scenario/presets';
import { expect } from './fixture';
import { button, chain, openDocument, pickFrom, visit } from './reader';

/**
 * Words that cannot be read: cut off by what is around them, beyond the edge of a window that does not scroll there, or in a
 * row or column where one thing lies over the next.
 */
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
    for (const row of document.querySelectorAll('main *, dialog *')) {
      if (!/flex|grid/.test(getComputedStyle(row).display) || row.closest('.katex') || !isSeen(row)) continue;
      const boxes = [...row.children]
        .filter(
          (e) => !/absolute|fixed|sticky/.test(getComputedStyle(e).position) && isSeen(e) && e.textContent?.trim(),
        )
        .map((element) => ({ element, box: element.getBoundingClientRect() }));
      boxes.forEach(({ element, box }, k) => {
        const over = boxes.slice(k + 1).find(({ box: other }) => {
          const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          return width > 3 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 3;
        });
        if (over)
          found.push(`over one another: ${element.outerHTML.slice(0, 80)} ${over.element.outerHTML.slice(0, 80)}`);
      });
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
  await pickFrom(page, explainWords.factors, explainWords.grouped.parts);
  await look('the chain rule, opened');
  for (const name of Object.values(closerWords.names)) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('region', { name, exact: true })).not.toContainText(closerWords.loading);
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
  // Numbers that need a power of ten.
  await openDocument(page, presets.vanishing);
  await look('a vanishing gradient');
}
