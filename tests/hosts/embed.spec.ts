// The embed as it ends up: pasted into a MkDocs site and into a reveal.js deck, each on another host than the playground.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type FrameLocator } from '@playwright/test';
import { inRepository } from '../../scripts/page.mjs';
import { type Embedding, elementSnippet, frameSnippet } from '../../web/src/embed/snippet';
import { fragmentFor } from '../../web/src/scenario/link/encode';
import { presets } from '../../web/src/scenario/presets';
import { bookmarkOf } from '../../web/src/scenario/start';
import { publish, type StaticHost } from '../staticHost';

/** What another host's page says about frames and messages is not the playground's policy. */
const plain = () => ({});

const test = base.extend<{ playground: StaticHost; room: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern.
  playground: async ({}, use) => {
    const host = await publish(inRepository('dist'), '/tools/playground/');
    await use(host);
    await host.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern.
  room: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'backprop-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

/** What the embed builder is handed, and gives. */
const chosen: Embedding = { hide: [], show: [], lock: ['y'], autoplay: false, motion: true };
const placeIn = ({ address }: StaticHost) => ({
  page: address,
  fragment: fragmentFor(bookmarkOf(presets.diamond)),
  title: 'A diamond',
  link: 'Open it in a window of its own',
});
const weight = (inside: FrameLocator) => inside.getByRole('spinbutton', { name: /^weight of layer 1/ });
const cost = (inside: FrameLocator) => inside.getByTestId('cost');

test('in a MkDocs site the element shows the linked network at its own height, and answers the page', async ({
  page,
  playground,
  room,
}) => {
  mkdirSync(join(room, 'docs'));
  writeFileSync(join(room, 'mkdocs.yml'), 'site_name: A course\ntheme: { name: mkdocs, highlightjs: false }\n');
  writeFileSync(
    join(room, 'docs/index.md'),
    `# Backpropagation

Two terms of opposite sign:

${elementSnippet(chosen, placeIn(playground))}

What follows it stays *below* it.
`,
  );
  execFileSync('mkdocs', ['build', '--quiet', '--site-dir', join(room, 'site')], { cwd: room });
  const site = await publish(join(room, 'site'), '/', plain);
  await page.goto(site.address);

  const inside = page.frameLocator('backprop-playground iframe');
  await expect(cost(inside)).toHaveText('0.212');
  await expect(inside.locator('.katex').first()).toBeVisible();
  await weight(inside).press('ArrowUp');
  await expect(cost(inside)).not.toHaveText('0.212');
  await expect(inside.getByRole('spinbutton', { name: /^target/ })).toHaveAttribute('readonly', '');
  await expect(page.getByText('Open it in a window of its own')).toBeHidden();

  const frame = page.locator('backprop-playground iframe');
  const heights = async () => {
    const { height = 0 } = (await frame.boundingBox()) ?? {};
    const content = await inside.locator('html').evaluate((root) => root.scrollHeight);
    return Math.abs(height - content);
  };
  await expect.poll(heights).toBeLessThanOrEqual(1);
  const below = await page.getByText('What follows it stays').boundingBox();
  const box = await frame.boundingBox();
  expect(below?.y).toBeGreaterThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));

  const steps = await page.locator('backprop-playground').evaluate(async (element) => {
    const { step, getState } = element as HTMLElementTagNameMap['backprop-playground'];
    await step(3);
    return (await getState()).bookmark.steps;
  });
  expect(steps).toBe(3);
  await site.close();
});

test('in a reveal.js deck the frame waits on a slide that is not shown, takes keys only when it is used, and never turns a slide', async ({
  page,
  playground,
  room,
}) => {
  cpSync(inRepository('build/hosts-packages/node_modules/reveal.js/dist'), join(room, 'reveal'), { recursive: true });
  writeFileSync(
    join(room, 'index.html'),
    `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>A lecture</title><link rel="stylesheet" href="reveal/reveal.css" /></head>
  <body>
    <div class="reveal"><div class="slides">
      <section><h2>First</h2></section>
      <section>
        ${frameSnippet(chosen, placeIn(playground), 556)}
      </section>
      <section><h2>Last</h2></section>
    </div></div>
    <script src="reveal/reveal.js"></script>
    <script>Reveal.initialize({ hash: true, transition: 'none' });</script>
  </body>
</html>
`,
  );
  const site = await publish(room, '/', plain);
  await page.goto(site.address);
  await page.getByRole('heading', { name: 'First' }).waitFor();
  const slide = () => page.evaluate(() => Reflect.get(window, 'Reveal').getIndices().h);
  await page.keyboard.press('ArrowRight');
  expect(await slide()).toBe(1);

  const inside = page.frameLocator('.slides iframe');
  await expect(cost(inside)).toHaveText('0.212');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
  await weight(inside).press('ArrowRight');
  await weight(inside).press('ArrowUp');
  await expect(cost(inside)).not.toHaveText('0.212');
  expect(await slide()).toBe(1);

  await page.getByRole('link', { name: 'Open it in a window of its own' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await slide()).toBe(2);
  await page.keyboard.press('ArrowLeft');
  await expect(cost(inside)).toBeVisible();
  await site.close();
});
