// A lesson on the page: by mouse, keyboard and touch, kept over a reload, and as the page around asks for it and hears of it.
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { lessonWords as words } from '../../web/src/format/strings/lesson';
import { builtInLessonWords } from '../../web/src/format/strings/lessons';
import { slipWords } from '../../web/src/format/strings/slips';
import { lessonIds } from '../../web/src/lesson/builtIn';
import { lessonFragment } from '../../web/src/scenario/link/encode';
import { axe, findings } from './axe';
import { expect, test } from './fixture';
import { test as around, ask, heard, ready } from './host';
import { everyKind } from './lessonText';
import { atRest, button, chain, cost, field, nudge, timeline, visit } from './reader';

const card = (page: Page | FrameLocator): Locator => page.getByRole('region', { name: /^Lesson/ });
const said = (page: Page | FrameLocator): Locator => card(page).locator('[data-said]').filter({ hasText: /./ }).last();
const heading = (page: Page | FrameLocator, name: string): Locator =>
  card(page).getByRole('heading', { name, exact: true });
const turn = (page: Page | FrameLocator, way: string = words.nextPage): Promise<void> =>
  card(page).getByRole('button', { name: way, exact: true }).click();
const check = (page: Page | FrameLocator): Promise<void> =>
  card(page).getByRole('button', { name: words.check }).click();

/** The teacher's way to see a lesson of their own. */
async function openFile(page: Page, text = everyKind): Promise<void> {
  await button(page, 'Lessons').click();
  const file = { name: 'lesson.md', mimeType: 'text/markdown', buffer: Buffer.from(text) };
  await page.getByLabel(words.file).setInputFiles(file);
}

test('by mouse: pages open, lock and hide and give back; questions wait, name slips and let go; the work before comes back', async ({
  page,
}) => {
  await visit(page);
  await field(page, 'weight w₁').fill('0.9');
  await field(page, 'weight w₁').blur();
  await openFile(page, everyKind.replace('"y"]', '"z"]'));
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('line 31: lock.1');
  await page.keyboard.press('Escape');
  await openFile(page);

  // Page 1: its network, one undo from the reader's own; a choice that the nudge waits for.
  await expect(heading(page, 'Four links')).toBeFocused();
  await expect(card(page)).toContainText('The network says 0.623');
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
  await button(page, 'Undo').click();
  await expect(field(page, 'weight w₁')).toHaveValue('0.900');
  await expect(card(page)).not.toContainText('0.623');
  await button(page, 'Redo').click();
  await expect(page.locator('html')).toHaveAttribute('data-about', 'nudge');
  const hop = nudge(page).getByRole('button', { name: /hop/i }).last();
  // The reason stands with the button, not below everything it would move.
  const why = await nudge(page).getByText(words.nudgeWaits).boundingBox();
  const waiting = await hop.boundingBox();
  expect((why?.y ?? 0) - ((waiting?.y ?? 0) + (waiting?.height ?? 0))).toBeLessThan(20);
  await expect(hop).toBeDisabled();
  await card(page).getByRole('radio').nth(1).check();
  await check(page);
  await expect(said(page)).toContainText(words.notYet);
  await expect(hop).toBeEnabled();
  await card(page).getByRole('radio').nth(0).check();
  await check(page);
  await expect(said(page)).toContainText(words.right);
  await expect(card(page).getByRole('button', { name: words.check })).toHaveCount(0);

  // Page 2: what it locks, hides and lights; a number, as often as it takes, with point or comma.
  await turn(page);
  await expect(heading(page, 'Backwards')).toBeFocused();
  await expect(field(page, 'input i₁')).toHaveAttribute('readonly', '');
  await expect(timeline(page)).toBeHidden();
  await expect(chain(page).locator('button[data-lit="true"]')).toHaveCount(1);
  await expect(button(page, 'Step')).toBeDisabled();
  await expect(page.getByText(words.stepWaits)).toBeVisible();
  const number = card(page).getByRole('textbox');
  await number.fill('minus');
  await check(page);
  await expect(card(page).getByText('is not a number')).toBeVisible();
  await number.fill('-0.186');
  await number.press('Enter');
  await expect(said(page)).toContainText(slipWords.names.forgotInput);
  await expect(button(page, 'Step')).toBeEnabled();
  await expect(card(page).getByRole('radio')).toHaveCount(0);
  await number.fill('-0,222');
  await number.press('Enter');
  await expect(said(page)).toContainText('Right, near enough: ∂C/∂w₁ = −0.223');
  // The next question of the page comes when this one is settled; it may be left out.
  await card(page).getByRole('radio', { name: words.signs['1'] }).check();
  await check(page);
  await expect(said(page)).toContainText(words.notYet);
  await card(page).getByRole('button', { name: words.skip }).click();
  await expect(said(page)).toContainText(words.left);
  await button(page, 'Step').click();
  await expect(cost(page)).toHaveText('0.101');
  // A link in the text opens a network.
  await card(page).getByRole('link', { name: 'network without its last layers' }).click();
  await expect(field(page, 'weight w₁')).toHaveValue('0.500');
  await expect(field(page, 'weight w₂')).toHaveCount(0);

  // Page 3: what page 2 had taken is given back; a view is opened.
  await turn(page);
  await expect(field(page, 'input i₁')).not.toHaveAttribute('readonly', '');
  await expect(timeline(page)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Landscape' })).toBeInViewport();
  await check(page);
  await expect(said(page)).toContainText(words.notYet);
  for (let up = 0; up < 2; up++)
    await card(page)
      .getByRole('button', { name: / w₁ up$/ })
      .click();
  await card(page)
    .getByRole('button', { name: / w₂ up$/ })
    .click();
  await check(page);
  await expect(said(page)).toContainText(words.right);

  // Page 4: a goal is reached by what is done on the page.
  await turn(page);
  await expect(page.getByRole('region', { name: 'Landscape' })).toHaveCount(0);
  await expect(card(page)).toContainText('now 0.129');
  for (let step = 0; step < 2; step++) await button(page, 'Step').click();
  await expect(said(page)).toHaveCount(0);
  await button(page, 'Play').click();
  await expect(said(page)).toContainText(words.reached);
  await button(page, 'Pause').click();

  // Back to what was there before the lesson, which is one undo away.
  await card(page).getByRole('button', { name: words.done, exact: true }).click();
  await expect(card(page)).toHaveCount(0);
  await expect(button(page, 'Lessons')).toBeFocused();
  await expect(field(page, 'weight w₁')).toHaveValue('0.900');
  await button(page, 'Undo').click();
  await expect(field(page, 'weight w₁')).not.toHaveValue('0.900');
});

test('by keyboard: from the menu through the pages; a reload keeps page and answers, a link keeps its lesson', async ({
  page,
}) => {
  await visit(page);
  await button(page, 'Lessons').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: builtInLessonWords.nudge.title }).focus();
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('heading', { level: 3 }).first()).toBeFocused();
  await card(page).getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText(words.notYet);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText(words.right);
  // The focus is where it goes on: after what was said the next stop is the way on.
  await expect(said(page)).toBeFocused();
  await card(page).getByRole('button', { name: words.nextPage }).press('Enter');
  await expect(card(page).getByRole('heading', { level: 3 }).first()).toBeFocused();
  const at = await card(page).getByRole('heading', { level: 3 }).first().textContent();
  await page.reload();
  await expect(card(page).getByRole('heading', { level: 3 }).first()).toHaveText(at ?? '');
  await turn(page, words.previousPage);
  await expect(said(page)).toContainText(words.right);

  // A link to a lesson stays in the address while it is open, whatever happens on the page.
  const fragment = lessonFragment(everyKind);
  await page.goto(`./${fragment}`);
  await expect(heading(page, 'Four links')).toBeVisible();
  await field(page, 'weight w₁').press('ArrowUp');
  await turn(page);
  await turn(page);
  await card(page)
    .getByRole('button', { name: / w₁ up$/ })
    .focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(card(page).getByRole('listitem').first()).toContainText('w1');
  await expect(card(page).getByRole('button', { name: / w₁ down$/ })).toBeFocused();
  await page.waitForTimeout(700);
  await page.reload();
  await expect(heading(page, 'By size')).toBeVisible();
  expect(new URL(page.url()).hash).toBe(fragment);
  await card(page).getByRole('button', { name: words.close }).click();
  await field(page, 'weight w₁').press('ArrowUp');
  await expect.poll(() => new URL(page.url()).hash).not.toBe(fragment);
  // Opened again it is where it was left.
  await openFile(page);
  await expect(heading(page, 'By size')).toBeFocused();

  // A name that is not there is told with those that are, and the page is there.
  await page.goto('./?lesson=nose');
  for (const id of lessonIds) await expect(page.getByRole('alert').first()).toContainText(id);
  await expect(cost(page)).toBeVisible();
  // What a page before has reached is not reached by the next one, whose network is another.
  const done = '# Done\n\n```playground\n{ "state": "#w=3;3;3" }\n```\n';
  const goal = '{ "state": "#w=0.4;0.7;1.5", "ask": { "kind": "reach", "of": "C", "below": 0.1, "text": "Less" } }';
  await openFile(page, `${done}\n---\n\n# Go\n\n\`\`\`playground\n${goal}\n\`\`\`\n`);
  await expect(heading(page, 'Done')).toBeFocused();
  await turn(page);
  await expect(card(page)).toContainText('now 0.142');
  await expect(said(page)).toHaveCount(0);
  await page.goto('./?lesson=step&page=2');
  await expect(card(page).getByRole('status').filter({ hasText: 'Page 2 of' })).toBeVisible();
  // A goal that the network before would have reached is asked of the page's own.
  await page.goto('./?lesson=still&page=5');
  await expect(card(page)).toContainText('now 0');
  await expect(said(page)).toHaveCount(0);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('at 360 px the lesson lies above, what it speaks of is in reach below it, and it folds to a line', async ({
    page,
  }) => {
    await visit(page);
    await openFile(page);
    await expect(heading(page, 'Four links')).toBeInViewport();
    await expect(nudge(page).getByRole('heading')).toBeInViewport();
    await expect(async () => {
      const [over, below] = [await card(page).boundingBox(), await nudge(page).boundingBox()];
      expect(below?.y).toBeGreaterThanOrEqual((over?.y ?? 0) + (over?.height ?? 0));
    }).toPass();
    const scrolled = () => page.evaluate(() => scrollY);
    await expect.poll(scrolled).toBeGreaterThan(500);
    const before = await atRest(scrolled);
    // Events of their own: a tap of Playwright's scrolls the page to whatever it taps.
    await card(page).getByRole('radio').nth(2).dispatchEvent('click');
    await card(page).getByRole('button', { name: words.check }).dispatchEvent('click');
    await expect(said(page)).toBeInViewport();
    // Nothing that is done in the lesson moves the page under it.
    expect(await scrolled()).toBe(before);
    await card(page).getByRole('button', { name: words.fold }).tap();
    expect((await card(page).boundingBox())?.height).toBeLessThan(60);
    await field(page, 'weight w₁').focus();
    await expect(field(page, 'weight w₁')).toBeInViewport({ ratio: 1 });
    await card(page).getByRole('button', { name: words.unfold }).tap();
    await card(page).getByRole('button', { name: words.nextPage }).tap();
    await expect(heading(page, 'Backwards')).toBeFocused();
    await expect(chain(page).getByRole('heading').first()).toBeInViewport();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
});

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 360],
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing serious in a lesson, asked, wrong, right or left out', async ({ page }) => {
      await visit(page);
      await page.evaluate(axe);
      await button(page, 'Lessons').click();
      await expect(page.getByRole('dialog', { name: words.heading })).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await openFile(page);
      await expect(heading(page, 'Four links')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      for (const option of [2, 0]) {
        await card(page).getByRole('radio').nth(option).check();
        await check(page);
      }
      await expect(said(page)).toContainText(words.right);
      expect(await findings(page)).toEqual([]);
      await turn(page);
      await card(page).getByRole('textbox').fill('-0.186');
      await check(page);
      await expect(said(page)).toContainText(slipWords.names.forgotInput);
      expect(await findings(page)).toEqual([]);
      await card(page).getByRole('button', { name: words.skip }).click();
      await turn(page);
      await expect(page.getByRole('region', { name: 'Landscape' })).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await turn(page);
      await expect(heading(page, 'Down')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}

around('a page around opens a lesson, turns its pages and hears what is answered', async ({ page, host, baseURL }) => {
  const frame = page.frameLocator('iframe').first();
  const markdown = JSON.stringify(everyKind);
  await page.goto(
    host.serve(
      '/',
      `<script src="${baseURL}/embed/v1/embed.js"></script>
       <backprop-playground lesson="reuse" page="2" style="width: 1200px"></backprop-playground>
       <script>
         const playground = document.querySelector('backprop-playground');
         const events = window.events = [];
         for (const type of ['progress', 'answer', 'complete'])
           playground.addEventListener(type, ({ detail }) => events.push({ type, ...detail }));
         window.everyKind = ${markdown};
       </script>`,
    ),
  );
  // By attribute. In a frame nothing takes the focus, and the entry to other lessons is the host's affair.
  await expect(card(frame).getByRole('status').filter({ hasText: 'Page 2 of' })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await expect(frame.getByRole('button', { name: 'Lessons', exact: true })).toBeHidden();

  // By promise, with its events.
  const asked = await page.evaluate(async () => {
    const playground = document.querySelector('backprop-playground');
    if (!playground) throw new Error('no element');
    const refusal = (promise: Promise<unknown>) =>
      promise.then(
        () => 'taken',
        (error: Error & { path?: string }) => `${error.path}: ${error.message}`,
      );
    await playground.subscribe('progress', 'answer', 'complete');
    return {
      unknown: await refusal(playground.loadLesson('nose')),
      broken: await refusal(playground.loadLesson('# One\n\n```playground\n{ "panel": "nose" }\n```\n')),
      named: await playground.loadLesson('step'),
      own: await playground.loadLesson(Reflect.get(window, 'everyKind')),
      second: await playground.page(2),
      beyond: await refusal(playground.page(9)),
    };
  });
  expect(asked).toEqual({
    unknown: expect.stringMatching(/^lesson: .*nudge, reuse, step/),
    broken: expect.stringMatching(/^lesson: .*line 4/),
    named: { lesson: 'step', page: 1, pages: expect.any(Number) },
    own: { lesson: 'Every kind', page: 1, pages: 4 },
    second: { lesson: 'Every kind', page: 2, pages: 4 },
    beyond: expect.stringMatching(/^page: .*4/),
  });
  const events = () => page.evaluate(() => Reflect.get(window, 'events'));
  const there = { lesson: 'Every kind', pages: 4 };
  expect(await events()).toEqual([
    { type: 'progress', lesson: 'step', page: 1, pages: asked.named.pages },
    { type: 'progress', ...there, page: 1 },
    { type: 'progress', ...there, page: 2 },
  ]);

  // What the student does.
  const question = { type: 'answer', lesson: 'Every kind', page: 2, question: 'What is ∂C/∂w₁?' };
  for (const answer of ['-0.186', '-0.223']) {
    await card(frame).getByRole('textbox').fill(answer);
    await check(frame);
  }
  await card(frame).getByRole('radio', { name: words.signs['-1'] }).check();
  await check(frame);
  await turn(frame, words.previousPage);
  await card(frame).getByRole('radio').first().check();
  await check(frame);
  for (const _ of [2, 3]) await turn(frame);
  await card(frame).getByRole('button', { name: words.skip }).click();
  await turn(frame);
  await frame.getByRole('button', { name: 'Play', exact: true }).click();
  await expect
    .poll(async () => (await events()).at(-1))
    .toEqual({ type: 'complete', lesson: 'Every kind', score: 3, max: 5 });
  const told = (await events()).filter(({ type }: { type: string }) => type === 'answer');
  expect(told).toEqual([
    { ...question, correct: false, tries: 1, slip: 'forgotInput' },
    { ...question, correct: true, tries: 2 },
    { ...question, question: expect.any(String), correct: true, tries: 1 },
    { ...question, page: 1, question: expect.any(String), correct: true, tries: 1 },
    { ...question, page: 4, question: 'Get C below 0.05.', correct: true, tries: 1 },
  ]);

  // By bare messages, of the reader's own frame; who has not subscribed hears nothing.
  await page.goto(
    host.serve('/bare', `<iframe src="${baseURL}/?embed=1&origin=${host.origin}" width="360" height="900"></iframe>`),
  );
  await ready(page);
  expect(await ask(page, 'page', { page: 1 })).toMatchObject({ ok: false, error: { message: words.noneOpen } });
  expect(await ask(page, 'loadLesson', { lesson: 'nudge' })).toMatchObject({
    ok: true,
    result: { lesson: 'nudge', page: 1, pages: expect.any(Number) },
  });
  expect(await heard(page, 'progress')).toEqual([]);
  await ask(page, 'subscribe', { events: ['progress'] });
  expect(await ask(page, 'page', { page: 2 })).toMatchObject({ ok: true, result: { lesson: 'nudge', page: 2 } });
  await expect.poll(() => heard(page, 'progress')).toMatchObject([{ lesson: 'nudge', page: 2 }]);
  // Nothing lies over the page in a frame, which may be as high as its content.
  await expect(card(frame)).toHaveCSS('position', 'static');
});
