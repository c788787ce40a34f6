import type { Locator, Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { expect, test } from './fixture';
import { fiveLayers } from './networks';
import {
  button,
  chain,
  choice,
  cost,
  dialog,
  documentText,
  field,
  gradient,
  nudge,
  phase,
  tile,
  timeline,
  visit,
  where,
} from './reader';

test.beforeEach(({ page }) => visit(page));

/** More presses of Tab than there are stops on the page. */
const most = 80;

/** Tab after Tab until the thing has the focus. */
async function tabTo(page: Page, thing: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key);
    if (await thing.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`no way by ${key} to ${thing}`);
}

test('everything can be reached and done with the keyboard alone', async ({ page }) => {
  const { keyboard } = page;

  // Change a given number, then a weight, by typing and by arrows.
  await tabTo(page, field(page, 'input i₁'));
  await keyboard.type('2');
  await expect(cost(page)).not.toHaveText('0.142');
  await keyboard.press('Escape');
  await expect(cost(page)).toHaveText('0.142');
  await tabTo(page, field(page, 'weight w₁'));
  await keyboard.press('ArrowUp');
  await expect(field(page, 'weight w₁')).toHaveAttribute('aria-valuenow', '0.41');
  await keyboard.press('Control+z');

  // Choose a weight in the picture, then another in the chain rule panel.
  await tabTo(page, choice(page, 'w₂'));
  await keyboard.press('Enter');
  await expect(gradient(page)).toHaveText('−0.127');

  // Walk a step through its phases, change α, leave.
  await tabTo(page, phase(page, 'forward'));
  await keyboard.press('Enter');
  await expect(gradient(page)).toHaveCount(0);
  await tabTo(page, button(page, strings.descent.nextStage));
  // Cost, three layers back, update.
  for (let i = 0; i < 5; i++) await keyboard.press('Enter');
  await expect(phase(page, 'update')).toHaveAttribute('aria-pressed', 'true');
  await tabTo(page, button(page, 'Leave the phases: show everything'));
  await keyboard.press('Space');
  await tabTo(page, field(page, 'learning rate α'));
  await keyboard.type('0.5');

  // Step, play, pause, look back.
  await tabTo(page, button(page, 'Step'), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(where(page)).toContainText('step 1 ');
  await tabTo(page, button(page, 'Play'));
  await keyboard.press('Enter');
  await expect(button(page, 'Pause')).toBeFocused();
  await expect(where(page)).not.toContainText('step 1 ');
  await keyboard.press('Enter');
  await tabTo(page, timeline(page));
  await keyboard.press('Home');
  await expect(where(page)).toContainText('step 0 ');

  // Follow the nudge.
  await tabTo(page, nudge(page).getByRole('radio', { name: '0.01', exact: true }));
  await keyboard.press('ArrowRight');
  await expect(nudge(page).getByRole('radio', { name: '0.001', exact: true })).toBeChecked();
  await tabTo(page, nudge(page).getByRole('button', { name: 'Follow it hop by hop' }));
  await keyboard.press('Enter');
  await keyboard.press('ArrowRight');
  await expect(nudge(page).getByRole('button', { name: 'Next hop' })).toBeFocused();

  // Read a factor.
  await tabTo(page, chain(page).getByRole('radio', { name: 'w₂', exact: true }));
  await keyboard.press('ArrowLeft');
  await expect(chain(page).getByRole('radio', { name: 'w₁', exact: true })).toBeChecked();
  await tabTo(page, tile(page, 'a₂', 'a₁'));
  await expect(tile(page, 'a₂', 'a₁')).toHaveAttribute('data-lit', 'true');

  // Open a document.
  await tabTo(page, button(page, 'Document'), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await tabTo(page, documentText(page));
  await keyboard.press('Control+a');
  await keyboard.insertText(JSON.stringify(fiveLayers));
  await tabTo(page, dialog(page).getByRole('button', { name: 'Open', exact: true }));
  await keyboard.press('Enter');
  await expect(field(page, 'weight w₅')).toHaveValue('0.600');
});

test('the dialog gives the focus back to where it came from', async ({ page }) => {
  await button(page, 'Document').focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(button(page, 'Document')).toBeFocused();
});

test('Tab goes from one number to the next: its − and + are no stops of their own', async ({ page }) => {
  await field(page, 'weight w₁').focus();
  await page.keyboard.press('Tab');
  await expect(choice(page, 'w₂')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(field(page, 'weight w₂')).toBeFocused();
});

test('whatever has the focus is on screen, not under the player', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.keyboard.press('Tab');
  const hidden = new Set<string>();
  for (let i = 0; i < 45; i++) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body || focused.classList.contains('visually-hidden')) return undefined;
      const { left, top, width, height } = focused.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      const seen = above !== null && (focused.contains(above) || above.contains(focused));
      return seen ? undefined : focused.getAttribute('aria-label') || focused.textContent;
    });
    if (covered) hidden.add(covered);
  }
  expect([...hidden]).toEqual([]);
});

test('a focus in the player, which is always in sight, leaves the page where it is', async ({ page }) => {
  for (const thing of [button(page, 'Step'), button(page, 'Play'), phase(page, 'backward'), timeline(page)]) {
    await thing.focus();
    // As Tab does; what is brought into sight stands there when the next frame is drawn.
    expect(await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(window.scrollY))))).toBe(0);
  }
});
