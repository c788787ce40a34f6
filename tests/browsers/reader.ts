// What a reader does with the page and sees on it.
import { type Browser, until } from './browser';

export const button = (name: string): string => `//button[@aria-label="${name}" or normalize-space()="${name}"]`;

const textAndFields = `
  const fields = [...document.querySelectorAll('#app input')].map((field) => [field.ariaLabel, field.value].join('='));
  return [document.getElementById('app').textContent, ...fields].join('\\n');`;

/** All text and fields of the page when it is complete: formulas are set, and nothing changes any more. */
export async function shown(browser: Browser): Promise<string> {
  await until(browser, 'the first formula', `return document.querySelector('main .katex') !== null`);
  let text = '';
  for (let before: string | undefined; before !== text; ) {
    before = text;
    await new Promise((resolve) => setTimeout(resolve, 500));
    text = await browser.run<string>(textAndFields);
  }
  return text;
}

/** Opens a document through the dialog, as if its text had been pasted. */
export async function openDocument(browser: Browser, document: unknown): Promise<void> {
  await browser.click(button('Document'));
  await until(browser, 'the dialog', `return document.querySelector('dialog[open] textarea') !== null`);
  await browser.run(`
    const area = document.querySelector('dialog[open] textarea');
    area.value = ${JSON.stringify(JSON.stringify(document))};
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));`);
  await browser.click(`//dialog${button('Open')}`);
}
