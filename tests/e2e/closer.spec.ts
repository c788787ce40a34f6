import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { checkWords } from '../../web/src/format/strings/check';
import { closerWords as words } from '../../web/src/format/strings/closer';
import { diagnoseWords } from '../../web/src/format/strings/diagnose';
import { finiteWords } from '../../web/src/format/strings/finite';
import { landscapeWords } from '../../web/src/format/strings/landscape';
import { predictionWords } from '../../web/src/format/strings/prediction';
import { slipWords } from '../../web/src/format/strings/slips';
import { presets } from '../../web/src/scenario/presets';
import { type CloserId, closerIds } from '../../web/src/view/closer/closer';
import { axe, findingsLightAndDark } from './axe';
import { expect, test } from './fixture';
import { widest } from './networks';
import { button, nudge, openDocument, phase, visit } from './reader';

const opener = (page: Page, id: CloserId) => page.getByRole('button', { name: words.names[id], exact: true });
const view = (page: Page, id: CloserId) => page.getByRole('region', { name: words.names[id], exact: true });
/** Everything that opens a closer look loads with it. */
async function loaded(page: Page, id: CloserId): Promise<void> {
  await expect(view(page, id)).toBeVisible();
  await expect(view(page, id).getByText(words.loading)).toHaveCount(0);
}

test('one closer look is open at a time, opened and closed by its button, by keys too', async ({ page }) => {
  await visit(page);
  for (const id of closerIds) {
    await opener(page, id).focus();
    await page.keyboard.press('Enter');
    await expect(view(page, id)).toBeVisible();
    await expect(opener(page, id)).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('section[id^="closer-"]')).toHaveCount(1);
  }
  await page.keyboard.press('Enter');
  await expect(page.locator('section[id^="closer-"]')).toHaveCount(0);
});

for (const width of [800, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('nothing moves once the page stands, nor what opens a closer look while the page scrolls to it', async ({
      page,
    }) => {
      await visit(page);
      const tops = (scroll: boolean) =>
        opener(page, 'diagnose').evaluate(async (element, scroll) => {
          if (scroll) element.scrollIntoView({ block: 'center' });
          const seen = new Set<number>();
          for (let frame = 0; frame < 20; frame++) {
            seen.add(Math.round(element.getBoundingClientRect().top));
            await new Promise(requestAnimationFrame);
          }
          return [...seen];
        }, scroll);
      expect(await tops(false)).toHaveLength(1);
      expect(await tops(true)).toHaveLength(1);
    });
  });
}

test('where steps have led beyond the finite numbers, the nudge and every closer look say so in words', async ({
  page,
}) => {
  await visit(page);
  await openDocument(page, presets.exploding);
  for (let n = 0; n < 4; n++) await button(page, 'Step').click();
  await expect(nudge(page)).toContainText(`${finiteWords.lost('w₁', '+0.01')} ${finiteWords.notCompared('C')}`);
  await expect(nudge(page)).not.toContainText(predictionWords.shrink);
  await button(page, strings.nudge.walk).click();
  for (let n = 0; n < 7; n++) await button(page, strings.nudge.next).click();
  await expect(nudge(page).getByRole('status')).toHaveText(finiteWords.change('the cost'));
  await expect(nudge(page).getByText(strings.nudge.shut)).toHaveCount(4);

  await opener(page, 'landscape').click();
  await expect(page.getByTestId('not-finite')).toHaveText(`${finiteWords.left('C')} ${landscapeWords.noStep}`);
  await page.getByText(landscapeWords.two).click();
  await expect(view(page, 'landscape').getByRole('combobox')).toBeVisible();
  await expect(page.getByTestId('not-finite')).toHaveText(`${finiteWords.left('C')} ${landscapeWords.noStep}`);
  await opener(page, 'check').click();
  await expect(view(page, 'check').getByRole('status')).toHaveText(checkWords.nothingFinite);
  await expect(view(page, 'check').getByRole('cell', { name: finiteWords.not, exact: true })).toHaveCount(6);
  await opener(page, 'diagnose').click();
  await expect(view(page, 'diagnose')).toContainText(diagnoseWords.nonFinite('z₅', '1'));
  await opener(page, 'slips').click();
  await expect(page.getByTestId('slips-remark')).toHaveText(finiteWords.notCompared('C'));
  await expect(view(page, 'slips').locator('[data-slip=right]')).toContainText(finiteWords.not);
  await expect(view(page, 'slips')).not.toContainText(slipWords.tryRate('α'));
});

test('a closer look is fetched only when it is opened', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await visit(page);
  await page.waitForLoadState('networkidle');
  const late = () => fetched.filter((url) => /Landscape|Check|Diagnose|Slips|Depth|backprop-.*\.wasm/.test(url));
  expect(late()).toEqual([]);
  await opener(page, 'check').click();
  await loaded(page, 'check');
  expect(late().filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
  await opener(page, 'slips').click();
  await loaded(page, 'slips');
  expect(late().filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
});

test.describe('where the engine cannot be fetched', () => {
  test.use({ provoked: /wasm|Failed to load|ERR_FAILED|aborted|fetch/i });

  test('the view says so in its place, and opens when it can be', async ({ page }) => {
    await visit(page);
    await page.route(/backprop-.*\.wasm/, (route) => route.abort());
    await opener(page, 'diagnose').click();
    await expect(view(page, 'diagnose').getByRole('alert')).toContainText('could not be loaded');
    await page.unroute(/backprop-.*\.wasm/);
    await opener(page, 'diagnose').click();
    await opener(page, 'diagnose').click();
    await expect(view(page, 'diagnose').getByRole('status')).toBeVisible();
  });
});

test('while a step is walked through, a closer look waits until the step is known', async ({ page }) => {
  await visit(page);
  await opener(page, 'landscape').click();
  await expect(view(page, 'landscape').getByRole('slider')).toBeVisible();
  await phase(page, 'forward').click();
  await expect(view(page, 'landscape')).toHaveCount(0);
  await expect(page.getByText(words.later)).toBeVisible();
  await button(page, 'Leave the phases: show everything').click();
  await expect(view(page, 'landscape')).toBeVisible();
});

for (const width of [1440, 360]) {
  test.describe(`at ${width} px, without motion`, () => {
    test.use({ viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

    for (const [name, shown] of Object.entries({ note: presets.note, dead: presets.dead, xor: presets.xor, widest })) {
      test(`axe finds nothing in any closer look at ${name}, light and dark, and none is wider than the page`, async ({
        page,
      }) => {
        test.slow();
        await visit(page);
        await page.evaluate(axe);
        await openDocument(page, shown);
        for (const id of closerIds) {
          await opener(page, id).click();
          await loaded(page, id);
          if (id === 'landscape' && name === 'xor')
            await view(page, id).getByText('two weights', { exact: true }).click();
          expect(await findingsLightAndDark(page, { within: `#closer-${id}`, slight: true }), id).toEqual([]);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(wide, id).toBeLessThanOrEqual(0);
        }
      });
    }
  });
}
