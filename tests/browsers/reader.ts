// What a reader does with the page and sees on it.
import { strings } from '../../web/src/format/strings';
import { type Browser, until } from './browser';

export const button = (name: string): string => `//button[@aria-label="${name}" or normalize-space()="${name}"]`;

const textAndFields = `
  const fields = [...document.querySelectorAll('#app input')].map((field) => [field.ariaLabel, field.value].join('='));
  return [document.getElementById('app').textContent, ...fields].join('\\n');`;

/** On a first visit the product is folded away. */
const unfold = `[...document.querySelectorAll('main button')].find((b) => b.textContent === '${strings.chain.showAll}')?.click();`;

/** All text and fields of the page when it is complete: the product is told, formulas are set, and nothing changes any more. */
export async function shown(browser: Browser): Promise<string> {
  await until(browser, 'the first formula', `${unfold} return document.querySelector('main .katex') !== null`);
  let text = '';
  for (let before: string | undefined; before !== text; ) {
    before = text;
    await new Promise((resolve) => setTimeout(resolve, 500));
    text = await browser.run<string>(textAndFields);
  }
  return text;
}
