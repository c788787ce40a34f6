// What the query of an address does to the page. Every id of hide and show is walked through in messages.spec.ts.
import { closerWords } from '../../web/src/format/strings/closer';
import { dataWords } from '../../web/src/format/strings/data';
import { editWords } from '../../web/src/format/strings/edit';
import { tableWords } from '../../web/src/format/strings/table';
import { toolWords } from '../../web/src/format/strings/tools';
import { panelIds } from '../../web/src/scenario/ids';
import { expect, test } from './fixture';
import { startScenario } from './networks';
import { button, chain, cost, descent, diagram, field, nudge, openDocument, timeline, where } from './reader';

test('a query hides, opens and dresses; a bad value is told, and the page is there', async ({ page }) => {
  await page.goto('./?theme=dark&hide=nudge,timeline,depth,foo&show=landscape&motion=0&embed=maybe');
  await expect(chain(page)).toBeVisible();
  await expect(nudge(page)).toBeHidden();
  await expect(timeline(page)).toBeHidden();
  await expect(page.getByRole('button', { name: closerWords.names.landscape })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await expect(page.getByRole('button', { name: closerWords.names.depth })).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('alert')).toContainText('foo');
  await expect(page.getByRole('alert')).toContainText('maybe');
  // What is beside a hidden panel takes its room.
  const [room, taken] = [await page.getByRole('main').boundingBox(), await chain(page).boundingBox()];
  expect(taken?.width).toBeGreaterThan(0.9 * (room?.width ?? 0));
  // Where everything is hidden nothing is left, no empty card either.
  await page.goto(`./?hide=${panelIds}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button').or(page.getByRole('region')).or(page.getByRole('textbox'))).toHaveCount(0);
  // The choice of a page that somebody sent is not the reader's own.
  await page.goto('./');
  await expect(chain(page)).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
});

test('what is locked is read, not changed, by field, key, drag, table, head or document; a step still trains it', async ({
  page,
}) => {
  await page.goto('./?lock=1&show=landscape');
  const before = (await cost(page).textContent()) ?? '';
  for (const name of ['weight w₁', 'input i₁', 'target y', 'learning rate α']) {
    const number = field(page, name);
    const value = await number.inputValue();
    await expect(number).toHaveAttribute('readonly', '');
    await number.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('7');
    await number.blur();
    await expect(number).toHaveValue(value);
    await number.hover();
    const box = await number.boundingBox();
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 200, box?.y ?? 0, { steps: 3 });
    await page.mouse.up();
    await expect(number).toHaveValue(value);
    await expect(button(page, `Increase ${name}`)).toBeHidden();
  }
  await expect(cost(page)).toHaveText(before);

  // The heads of the layers say why they do nothing; the choices beside them cannot be made.
  await button(page, toolWords.edit).click();
  await button(page, editWords.addUnit(1)).click({ force: true });
  await expect(page.getByText('keeps the layers and units')).toBeVisible();
  await expect(page.getByRole('combobox', { name: editWords.activation(1) })).toBeDisabled();
  await expect(page.getByRole('combobox', { name: editWords.loss })).toBeDisabled();
  await expect(page.getByRole('combobox', { name: editWords.training.rule })).toBeDisabled();
  await button(page, toolWords.data).click();
  await expect(button(page, dataWords.add)).toBeDisabled();
  await expect(button(page, dataWords.paste)).toBeDisabled();
  await page.getByText(toolWords.faces.table, { exact: true }).click();
  await expect(page.getByRole('checkbox', { name: tableWords.frozen('w₁') })).toBeDisabled();
  await page.getByText(toolWords.faces.drawing, { exact: true }).click();
  await expect(diagram(page)).toBeVisible();

  // The picture of the landscape is no way around, nor is a document.
  const picture = page.getByRole('region', { name: closerWords.names.landscape }).locator('svg').first();
  await picture.click({ position: { x: 40, y: 40 } });
  await openDocument(page, { ...startScenario, loss: 'huber' });
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('the loss');
  await page.keyboard.press('Escape');
  await expect(cost(page)).toHaveText(before);

  await button(page, 'Step').click();
  await expect(where(page)).toContainText('step 1 ');
  await expect(cost(page)).not.toHaveText(before);
  await expect(descent(page)).toBeVisible();
});

test('autoplay plays, but never for a reader who asked for no motion, nor where the address asks for none', async ({
  page,
  context,
}) => {
  await page.goto('./?autoplay=1');
  await expect(where(page)).not.toContainText('step 0 ');
  // Each in a tab of its own: one tab goes on where it was.
  const unmoved = await context.newPage();
  await unmoved.goto('./?autoplay=1&motion=0');
  await expect(unmoved.getByRole('alert')).toContainText('press Play');
  await expect(where(unmoved)).toContainText('step 0 ');
  const calm = await context.newPage();
  await calm.emulateMedia({ reducedMotion: 'reduce' });
  await calm.goto('./?autoplay=1');
  await expect(chain(calm)).toBeVisible();
  await calm.waitForTimeout(400);
  await expect(where(calm)).toContainText('step 0 ');
});

test('without a query and outside of a frame nothing of it is fetched', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('./', { waitUntil: 'networkidle' });
  expect(fetched.filter((url) => /present|embed|locks/.test(url))).toEqual([]);
});
