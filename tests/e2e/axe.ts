import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Where {
  /** A selector; otherwise the whole page. */
  within?: string;
  /** Also what is not serious. */
  slight?: boolean;
}

/**
 * What axe finds, as sentences. Evaluated rather than added as a script, which the policy would refuse. One rule is not
 * asked of symbols and formulas: that the name holds the text as it stands. A fraction's text is its bottom, then its top.
 */
export async function findings(page: Page, where: Where = {}, options: RunOptions = {}): Promise<string[]> {
  return page.evaluate(
    async ({ within, slight, options }) => {
      const { violations }: AxeResults = await Reflect.get(window, 'axe').run(within ?? document, options);
      const isDrawn = (selector: unknown) => {
        const named = document.querySelector(String(selector));
        return named?.querySelector('.katex, sub') != null || /[⁽∂]/.test(named?.textContent ?? '');
      };
      return violations
        .filter(({ impact }) => slight || impact === 'serious' || impact === 'critical')
        .flatMap(({ id, help, nodes }) => {
          const meant = nodes.filter(({ target }) => id !== 'label-content-name-mismatch' || !isDrawn(target[0]));
          return meant.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`);
        });
    },
    { ...where, options: { resultTypes: ['violations' as const], ...options } },
  );
}

/** The same in both schemes. The dark one has other colours and nothing else: only these are looked at again. */
export async function findingsLightAndDark(page: Page, where: Where = {}): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await findings(page, where);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await findings(page, where, { runOnly: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((finding) => `dark, ${finding}`)];
}
