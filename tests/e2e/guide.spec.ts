import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { guideWords as words } from '../../web/src/format/strings/guide';
import { helpWords } from '../../web/src/format/strings/help';
import { hopWords } from '../../web/src/format/strings/hop';
import { presets } from '../../web/src/scenario/presets';
import { parameters } from '../../web/src/scenario/refs';
import { expect, test } from './fixture';
import { fiveLayers, startScenario } from './networks';
import { costOf, nudged } from './oracle';
import { button, chain, choice, diagram, expectPrinted, field, gradient, nudge, openDocument, visit } from './reader';

test.beforeEach(({ page }) => visit(page));

const guide = (page: Page) => page.getByRole('region', { name: words.label });
const answer = (page: Page, words: string) => guide(page).getByRole('button', { name: words, exact: true }).click();

/** The first change of a new reader, which brings the first question. */
async function begin(page: Page): Promise<void> {
  await button(page, 'Increase weight w₁').click();
  await expect(guide(page)).toContainText('Which moves C most?');
}

test('the first question comes after the first change, and the next change sends it away unanswered', async ({
  page,
}) => {
  await expect(guide(page)).toHaveCount(0);
  await begin(page);
  // More of the same change leaves it.
  await button(page, 'Increase weight w₁').click();
  await button(page, 'Increase weight w₁').click();
  await expect(field(page, 'weight w₁')).toHaveValue('0.430');
  await expect(guide(page)).toContainText('Which moves C most?');
  await button(page, 'Increase weight w₂').click();
  await expect(guide(page)).toHaveCount(0);
  await button(page, 'Increase weight w₂').click();
  await expect(guide(page)).toHaveCount(0);
});

test('no question comes while a number is still being dragged', async ({ page }) => {
  await field(page, 'weight w₁').hover();
  await page.mouse.down();
  const box = await field(page, 'weight w₁').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 90, box?.y ?? 0, { steps: 5 });
  await page.waitForTimeout(2000);
  await expect(guide(page)).toHaveCount(0);
  await page.mouse.up();
  await expect(guide(page)).toContainText('Which moves C most?');
});

test('an answer is met with the true change of C for each weight', async ({ page }) => {
  // Which gradient is largest cannot be read off the drawing while it is asked.
  const gradients = diagram(page).locator('[data-covered] strong');
  await expect(gradients.first()).toBeVisible();
  await begin(page);
  await expect(gradients).toHaveCount(3);
  for (const one of await gradients.all()) await expect(one).toBeHidden();
  await answer(page, 'w3');
  for (const one of await gradients.all()) await expect(one).toBeVisible();
  const standing = { nearest: true, farthest: false, largest: true, smallest: false };
  await expect(guide(page)).toContainText(words.wrong('w₃', 'w₁', 'C', '3.6', standing));
  const now = nudged(startScenario, { layer: 0, unit: 0, input: 0 }, 0.01);
  const shown = await guide(page).getByRole('listitem').allInnerTexts();
  expect(shown).toHaveLength(3);
  for (const [i, ref] of parameters(now).entries()) {
    const change = costOf(nudged(now, ref, 0.01)) - costOf(now);
    expectPrinted(/[−+][\d.]+$/.exec(shown[i]?.trim() ?? '')?.[0] ?? '', change, 1e-15);
  }
});

test('where a step has shut the chain, no weight is told to move C more than another', async ({ page }) => {
  await openDocument(page, presets.fates);
  // The learning rate is another matter.
  await field(page, 'learning rate α').fill('10');
  await page.waitForTimeout(1000);
  await expect(guide(page)).toHaveCount(0);
  await button(page, 'Increase weight w₃').click();
  await expect(guide(page)).toContainText(words.question('+0.01', 'C'));
  await button(page, 'Step').click();
  await answer(page, 'w2');
  await expect(guide(page)).toContainText(words.none('C'));
  expect(await guide(page).getByRole('listitem').allInnerTexts()).toHaveLength(3);
  await button(page, words.follow('w₂')).click();
  await button(page, strings.nudge.next).click();
  await expect(nudge(page).getByRole('status')).toContainText(hopWords.hop('a₂', '0', 'w₂', '+0.0100', '0'));
});

test('the way leads on to the nudge, the shut link, the reuse of factors, the sign and the count of links', async ({
  page,
}) => {
  await begin(page);
  await answer(page, 'w1');
  await answer(page, words.follow('w₁'));
  // The walk has the focus, and one question of its own.
  await page.keyboard.press('ArrowRight');
  await expect(nudge(page)).toContainText(words.guess('a₂'));
  await nudge(page).getByRole('button', { name: '+0.0190', exact: true }).click();
  await expect(nudge(page)).toContainText(words.guessed.added('+0.0190'));
  await expect(nudge(page)).toContainText('a₂ changes by +0.00840');
  await page.keyboard.press('ArrowRight');
  await expect(nudge(page)).not.toContainText(words.guessed.added('+0.0190'));
  await nudge(page).getByRole('button', { name: strings.nudge.next }).click();
  await expect(nudge(page)).toContainText(hopWords.turns('the cost', 'a₃'));
  await nudge(page).getByRole('button', { name: strings.nudge.toRatio }).click();
  await nudge(page).getByRole('button', { name: strings.nudge.toSymbol }).click();
  await expect(guide(page)).toContainText(words.powerless('w₁', 'C'));
  await field(page, 'weight w₂').fill('0');
  await expect(gradient(page)).toHaveText('0');
  await expect(guide(page)).toContainText('one shut link stops everything');
  // 1.2 + 0 + σ′(0)·1.5 + 2(0.5 − 1)
  await expect(guide(page)).toContainText(words.added('0.575'));
  await expect(guide(page)).toContainText(words.badges(1, 4));
  await field(page, 'weight w₂').fill('0.7');
  // To touch w₁ itself is no answer.
  await field(page, 'weight w₁').fill('-0.4');
  await expect(gradient(page)).toHaveText('0');
  await expect(guide(page)).toContainText(words.badges(1, 4));
  await expect(guide(page)).toContainText(words.byItself('w₁'));
  await field(page, 'weight w₁').fill('0.42');
  // It may have been touched: what shuts the chain now is something else.
  await field(page, 'input i₁').fill('0');
  await expect(guide(page)).toContainText(words.badges(2, 4));
  await field(page, 'input i₁').fill('1.2');
  await field(page, 'weight w₃').fill('0');
  await expect(guide(page)).toContainText(words.badges(3, 4));
  await field(page, 'weight w₃').fill('1.5');
  await field(page, 'target y').fill('0.63');
  await field(page, 'target y').press('ArrowDown');
  await expect(guide(page)).toContainText(words.badges(4, 4));
  await field(page, 'target y').fill('1');
  await expect(guide(page)).toContainText(words.allFound('w₁', 'C'));
  await field(page, 'weight w₁').fill('0.41');
  await answer(page, words.goOn);
  await choice(page, 'w₂').click();
  await expect(guide(page)).toContainText('∂a₃/∂a₂, ∂C/∂a₃ stayed');
  await answer(page, words.goOn);
  await answer(page, words.up);
  await expect(guide(page)).toContainText(words.answered(true, 'up', 'w₂'));
  await button(page, 'Step').click();
  await expect(guide(page)).toContainText(words.stepped('w₂', '0.700', '0.777', 'C', '0.140', '0.0992'));
  await answer(page, words.goOn);
  await answer(page, '5');
  await expect(guide(page)).toContainText(words.linksRight(5));
  await answer(page, words.done);
  await expect(guide(page)).toHaveCount(0);
});

test('the questions can be left at any time, do not come back by themselves, and come back under Help', async ({
  page,
}) => {
  await begin(page);
  await answer(page, words.skip);
  await expect(guide(page)).toHaveCount(0);
  await button(page, 'Increase weight w₁').click();
  await page.reload();
  await button(page, 'Increase weight w₁').click();
  await page.waitForTimeout(2000);
  await expect(guide(page)).toHaveCount(0);
  await button(page, strings.header.help).click();
  await button(page, helpWords.first).click();
  await begin(page);
});

test('each prompt comes back under Help by itself', async ({ page }) => {
  const { prompts } = helpWords;
  const ask = async (prompt: string) => {
    await button(page, strings.header.help).click();
    await button(page, prompt).click();
  };
  await ask(prompts.question('C'));
  await expect(guide(page)).toContainText(words.question('+0.01', 'C'));
  await ask(prompts.powerless);
  await expect(guide(page)).toContainText(words.powerless('w₁', 'C'));
  await ask(prompts.reuse);
  await expect(guide(page)).toContainText(words.choose('w₁'));
  await ask(prompts.predict);
  await expect(guide(page)).toContainText(words.predict('∂C/∂w₁ = −0.223', 'w₁'));
  await ask(prompts.links);
  await expect(guide(page)).toContainText(words.links('w₁', 'C'));
  await ask(prompts.walk);
  await nudge(page).getByRole('button', { name: strings.nudge.next }).click();
  await expect(nudge(page)).toContainText(words.guess('a₂'));
  await ask(helpWords.first);
  await expect(guide(page)).toHaveCount(0);
  await expect(chain(page)).toContainText(strings.chain.slots(4));
  await openDocument(page, fiveLayers);
  await button(page, strings.header.help).click();
  await expect(page.getByText(helpWords.noSteps)).toBeVisible();
});

test('nothing is asked of a network that the question does not fit', async ({ page }) => {
  await openDocument(page, fiveLayers);
  await button(page, 'Increase weight w₁').click();
  await page.waitForTimeout(2000);
  await expect(guide(page)).toHaveCount(0);
  await expect(chain(page)).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('each question is in sight when it comes, and waits while the walk and its symbols are looked at', async ({
    page,
  }) => {
    await button(page, 'Increase weight w₁').tap();
    await expect(guide(page)).toBeInViewport({ ratio: 1 });
    await answer(page, 'all alike');
    await answer(page, words.follow('w₁'));
    await expect(guide(page)).toBeHidden();
    for (let hop = 0; hop < 4; hop++) await nudge(page).getByRole('button', { name: strings.nudge.next }).tap();
    await nudge(page).getByRole('button', { name: strings.nudge.toRatio }).tap();
    await nudge(page).getByRole('button', { name: strings.nudge.toSymbol }).tap();
    await expect(guide(page)).toBeHidden();
    await nudge(page).getByRole('button', { name: words.goOn }).tap();
    await expect(guide(page)).toContainText(words.powerless('w₁', 'C'));
    await expect(guide(page)).toBeInViewport({ ratio: 1 });
    // The target stops where it meets the prediction.
    await field(page, 'target y').fill('0.63');
    await field(page, 'target y').press('ArrowDown');
    await expect(gradient(page)).toHaveText('0');
    await expect(guide(page)).toContainText(words.badges(1, 4));
  });
});
