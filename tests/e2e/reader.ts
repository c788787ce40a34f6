// What a reader does with the page and sees on it, by roles and names. The words are the page's own, from its one list of
// them, so that a better word breaks no test; numbers and symbols are spelled out in the tests.
import { expect, type Locator, type Page } from '@playwright/test';
import { spoken } from '../../web/src/format/spoken';
import { strings } from '../../web/src/format/strings';
import { closerWords } from '../../web/src/format/strings/closer';
import { documentWords } from '../../web/src/format/strings/document';
import type { Phase } from '../../web/src/state/phase';

/** Opens the page; on a first visit the product is folded into empty slots, which most readers here have seen. */
export async function visit(page: Page, folded: 'folded' | 'shown' = 'shown'): Promise<void> {
  await page.goto('/');
  await expect(chain(page)).toBeVisible();
  if (folded === 'folded') return;
  // Without bringing it in sight: the page stays at its top.
  await button(page, strings.chain.showAll).dispatchEvent('click');
  // What comes late comes in one frame, this with it, and the formulas with their fonts; before that the page still moves.
  await expect(page.getByRole('region', { name: closerWords.heading })).toBeVisible();
  await expect(chain(page).locator('.katex').first()).toBeVisible();
}

// Places.
export const network = (page: Page): Locator =>
  page.getByRole('region', { name: strings.network.heading, exact: true });
/** The drawing alone, without the sentence above it and the legend below. */
export const diagram = (page: Page): Locator => page.getByRole('region', { name: strings.network.scroll });
export const chain = (page: Page): Locator => page.getByRole('region', { name: strings.chain.heading });
export const nudge = (page: Page): Locator => page.getByRole('region', { name: strings.nudge.heading });
export const descent = (page: Page): Locator => page.getByRole('region', { name: strings.descent.heading });

// Things. Their names are heard: symbols in them are told.
export const field = (page: Page, name: string): Locator =>
  page.getByRole('spinbutton', { name: spoken(name), exact: true });
export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: spoken(name), exact: true });
export const neuron = (page: Page, symbol: string): Locator =>
  page.getByRole('group', { name: spoken(strings.network.neuron(symbol)), exact: true });
export const cost = (page: Page): Locator => page.getByTestId('cost');
/** ∂C/∂pick, where the row of factors ends. */
export const gradient = (page: Page): Locator => page.getByTestId('gradient');
/** The numbers of the row of factors. */
export const factors = (page: Page): Locator => page.getByTestId('factor');
/** The tile of one factor: `tile(page, 'a₂', 'a₁')`. */
export const tile = (page: Page, of: string, by: string): Locator =>
  chain(page).getByRole('button', { name: spoken(`∂${of}/∂${by}: `) });
/** Where the run stands, beside the buttons; ears hear the same from a status. */
export const where = (page: Page): Locator =>
  descent(page).locator('[aria-hidden="true"]').filter({ hasText: /^step/ });
export const whereHeard = (page: Page): Locator => descent(page).getByRole('status').filter({ hasText: /^step/ });
export const phase = (page: Page, name: Phase): Locator =>
  page.getByRole('group', { name: strings.descent.phases }).getByRole('button', {
    name: new RegExp(`${strings.descent.phase[name]}$`),
  });
export const choice = (page: Page, symbol: string): Locator =>
  page.getByRole('button', { name: spoken(strings.network.choose(symbol)) });
export const timeline = (page: Page): Locator => page.getByRole('slider', { name: strings.descent.scrub });
export const update = (page: Page): Locator => page.getByTestId('update');
export const dialog = (page: Page): Locator => page.getByRole('dialog', { name: documentWords.heading });
export const documentText = (page: Page): Locator => page.getByRole('textbox', { name: documentWords.text });

/** What is read, once it has been the same for a while: where something glides, or comes in several steps. */
export async function atRest<T>(read: () => Promise<T>, time = 400): Promise<T> {
  let last = await read();
  await expect(async () => {
    const before = last;
    await new Promise((done) => setTimeout(done, time));
    last = await read();
    expect(JSON.stringify(last)).toBe(JSON.stringify(before));
  }).toPass();
  return last;
}

export const textOf = async (locator: Locator): Promise<string> => (await locator.textContent()) ?? '';

// Deeds.
/** One of a few choices side by side: a click on its word. */
export const pickFrom = (page: Page, group: string, choice: string): Promise<void> =>
  page.getByRole('group', { name: group }).getByText(choice, { exact: true }).click();
export const explain = (page: Page, symbol: string): Promise<void> => choice(page, symbol).click();

export async function openDocument(page: Page, document: unknown): Promise<void> {
  await button(page, 'Document').click();
  await documentText(page).fill(typeof document === 'string' ? document : JSON.stringify(document));
  await dialog(page).getByRole('button', { name: 'Open', exact: true }).click();
  // The dialog goes with the drawing of what it opened, or says why not: a press before that is lost.
  await expect(page.locator('dialog[open] #document-problem:empty')).toHaveCount(0, { timeout: 60_000 });
}

/** What the Document dialog says is on screen. */
export async function readDocument(page: Page) {
  await button(page, 'Document').click();
  const text = await documentText(page).inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  return JSON.parse(text);
}

// Printed numbers, read as a person reads them and not with the code that wrote them.
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** (−0.753) → −0.753, 1.20×10⁻⁸ → 1.2e-8; NaN where there is no single number. */
export function printed(text: string): number {
  const bare = text.trim().replace(/^\((.*)\)$/, '$1');
  const match = /^([−+]?)([\d.]+)(?:×10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(bare);
  if (!match) return Number.NaN;
  const [, sign = '', digits = '', below = '', power = ''] = match;
  const exponent = [...power].map((d) => raised.indexOf(d)).join('') || '0';
  return Number(`${sign.replace('−', '-')}${digits}e${below ? '-' : ''}${exponent}`);
}

/** Half a unit of the last digit of a printed number: how far the number itself may be from it. */
export function halfUnit(text: string): number {
  const bare = text.trim().replace(/^\((.*)\)$/, '$1');
  const decimals = /\.(\d+)/.exec(bare)?.[1]?.length ?? 0;
  const [, power = ''] = bare.split('×');
  const exponent = power ? Math.round(Math.log10(printed(`1×${power}`))) : 0;
  return 0.5 * 10 ** (exponent - decimals);
}

/** The doubles of a test's own sum or product are not exact either. */
const rounding = 1e-12;

/** `text` is what `value` is printed as; `off` is how far `value` itself may be from the truth. */
export function expectPrinted(text: string, value: number, off = 0, what = ''): void {
  const far = Math.abs(printed(text) - value);
  const close = far <= halfUnit(text) * (1 + rounding) + off;
  expect(close, `${what} ${text} is printed where ${value} is computed`.trim()).toBe(true);
}

/** "0.01 × 1.20 × (−0.753)" → its factors as printed. */
export const factorsIn = (product: string): string[] =>
  product.split(/×(?!10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/).map((part) => part.trim());

export const multiplied = (texts: readonly string[]): number => texts.reduce((product, t) => product * printed(t), 1);
