import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds, as sentences. Evaluated rather than added as a script, which the policy would refuse. One rule is not
 * asked of symbols and formulas: that the name holds the text as it stands. A fraction's text is its bottom, then its top.
 */
export async function findings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations }: AxeResults = await Reflect.get(window, 'axe').run(document);
    const isDrawn = (selector: unknown) => {
      const named = document.querySelector(String(selector));
      return named?.querySelector('.katex, sub') != null || /[⁽∂]/.test(named?.textContent ?? '');
    };
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, help, nodes }) => {
        const meant = nodes.filter(({ target }) => id !== 'label-content-name-mismatch' || !isDrawn(target[0]));
        return meant.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`);
      });
  });
}
