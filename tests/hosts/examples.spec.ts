// The still pages of the built-in examples, on a host in a sub-folder.
import { expect, test } from '@playwright/test';
import { inRepository } from '../../scripts/page.mjs';
import { type PresetId, presets } from '../../web/src/scenario/presets';
import { complaintsIn } from '../e2e/fixture';
import { chain, readDocument } from '../e2e/reader';
import { publish } from '../staticHost';

test('every example’s page asks for nothing but its own files, and its link opens that network', async ({
  page,
  context,
}) => {
  const site = await publish(inRepository('dist'), '/course/playground/');
  const complaints = await complaintsIn(context, site.address);
  await page.goto(`${site.address}examples/`);
  for (const id of Object.keys(presets) as PresetId[]) {
    await page.goto(`${site.address}examples/${id}.html`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(presets[id].title ?? '');
  }
  await page.goto(`${site.address}examples/xor.html`);
  await page.getByRole('link', { name: 'Open it in the playground' }).click();
  await expect(chain(page)).toBeVisible();
  expect((await readDocument(page)).start).toEqual(presets.xor);
  expect(complaints).toEqual([]);
  await site.close();
});
