// The fork at each z: one number arrives and leaves by two exits.
import { explainWords as words } from '../../web/src/format/strings/explain';
import { parameters } from '../../web/src/scenario/refs';
import { expect, test } from './fixture';
import { startScenario, twoThreeTwo } from './networks';
import { answerTo, differenceError, gradientOf } from './oracle';
import {
  chain,
  expectPrinted,
  explain,
  field,
  gradient,
  openDocument,
  pickFrom,
  printed,
  textOf,
  visit,
} from './reader';

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });
    test.beforeEach(({ page }) => visit(page));

    test('at the start −0.186 arrives at z₁ and leaves as −0.223 to the weight and −0.0743 to the input', async ({
      page,
    }) => {
      await expect(page.getByTestId('arrives')).toHaveText('−0.186');
      await expect(page.getByTestId('exit')).toHaveText(['−0.223', '−0.0743']);
      await expect(chain(page)).toContainText(words.given);
    });

    test('another input changes what the way to the weight is multiplied by, not the weight on the way back', async ({
      page,
    }) => {
      const exits = page.getByRole('region', { name: words.fork('z₁') }).getByRole('listitem');
      await expect(exits.first()).toContainText('1.20');
      await expect(exits.last()).toContainText('0.400');
      await field(page, 'input i₁').fill('2');
      await expect(exits.first()).toContainText('2.00');
      await expect(exits.last()).toContainText('0.400');
    });

    test('the fork at each z on the way can be looked at, w₁ still chosen', async ({ page }) => {
      const at = (z: string) => pickFrom(page, words.forkAt, z);
      await at('z₃');
      await expect(page.getByTestId('arrives')).toHaveText('−0.177');
      await expect(page.getByTestId('exit')).toHaveText(['−0.0594', '−0.265']);
      await at('z₂');
      await expect(page.getByTestId('exit')).toHaveText(['−0.127', '−0.186']);
      await expect(gradient(page)).toHaveText('−0.223');
      await explain(page, 'w₂');
      await expect(page.getByRole('group', { name: words.forkAt }).getByRole('radio')).toHaveCount(2);
    });

    test('an exit leads on: to the activation before, and from its own fork to the weight before', async ({ page }) => {
      await explain(page, 'w₃');
      await page
        .getByRole('button', { name: /^the change of the cost per change of a₂: / })
        .last()
        .click();
      expectPrinted(await textOf(gradient(page)), answerTo(startScenario, 1), differenceError, '∂C/∂a₂');
      const toWeight = page
        .getByRole('region', { name: words.fork('z₂') })
        .getByRole('button')
        .first();
      await toWeight.focus();
      await page.keyboard.press('Enter');
      await expect(gradient(page)).toHaveText('−0.127');
    });
  });
}

test('in a wide network the exit to the weight is its gradient, and the exits of all units add up', async ({
  page,
}) => {
  await visit(page);
  await openDocument(page, twoThreeTwo);
  const parts: number[] = [];
  for (const ref of parameters(twoThreeTwo).filter((r) => 'input' in r && r.layer === 1 && r.input === 0)) {
    await explain(page, `w⁽²⁾${'₁₂₃'[ref.unit]}₁`);
    const [toWeight, toBefore] = await page.getByTestId('exit').allInnerTexts();
    expectPrinted(toWeight ?? '', gradientOf(twoThreeTwo, ref), differenceError);
    parts.push(printed(toBefore ?? ''));
  }
  const sum = parts.reduce((total, part) => total + part, 0);
  const note = await textOf(chain(page).locator('small').filter({ hasText: 'in all' }));
  const whole = /= (−?[\d.]+)/.exec(note)?.[1] ?? '';
  expectPrinted(whole, sum, 0.002, note);
});
