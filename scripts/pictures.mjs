// npm run pictures: the pictures in README.md and docs/guide.md, taken of the built page; -- depth: those with it in their name.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { palettePng } from './palettePng.mjs';
import { main, root, say } from './run.mjs';
import { browserTools, chromium, installTools } from './setup.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** A small network on XOR, as a link. */
const exclusiveOr =
  '#net=2,2:tanh,1:sigmoid&w=1.1,-0.9,0.7,1.2;1.3,-1.1&b=0.1,-0.1;0&x=0,0;0,1;1,0;1,1&y=0;1;1;0&alpha=0.5';

/**
 * What each picture shows: the size of the window, the address, and what is done before it is taken.
 * @type {Record<string, { width: number, height?: number, address?: string, first?: boolean, of?: string, prepare?: (page: Page) => Promise<unknown> }>}
 */
const pictures = {
  'docs/playground.png': { width: 1440, height: 1180, first: true, prepare: (page) => press(page, 'show all') },
  'docs/guide/nudge.png': {
    width: 1220,
    of: 'Follow the nudge',
    prepare: async (page) => {
      await press(page, 'Follow it hop by hop');
      for (let hop = 0; hop < 4; hop++) await press(page, 'Next hop');
    },
  },
  'docs/guide/chain.png': {
    width: 1220,
    height: 1400,
    of: 'Chain rule',
    prepare: (page) => page.getByRole('button', { name: 'the change of a₃ per change of a₂: ' }).focus(),
  },
  'docs/guide/phases.png': {
    width: 1300,
    of: 'Network',
    prepare: async (page) => {
      await page.getByRole('button', { name: /Backward/ }).click();
      await press(page, 'One part of the step back');
    },
  },
  'docs/guide/paths.png': {
    width: 1220,
    height: 2600,
    of: 'Chain rule',
    prepare: async (page) => {
      await press(page, 'Examples');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /[Dd]iamond/ })
        .click();
      await page.locator('summary', { hasText: 'All paths' }).click();
    },
  },
  'docs/guide/runs.png': {
    width: 1300,
    of: 'Descent',
    prepare: async (page) => {
      for (let step = 0; step < 20; step++) await press(page, 'Step');
      await press(page, 'To the start');
      await page.getByRole('spinbutton', { name: 'learning rate α' }).fill('2');
      for (let step = 0; step < 20; step++) await press(page, 'Step');
      await page.getByRole('button', { name: /^Runs/ }).click();
      await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ index: 1 });
      await page.getByRole('slider', { name: 'Step to revisit' }).press('ArrowLeft');
    },
  },
  'docs/guide/data.png': {
    width: 1300,
    height: 1400,
    address: exclusiveOr,
    of: 'Examples',
    prepare: (page) => press(page, 'Data'),
  },
  'docs/guide/table.png': {
    width: 1300,
    height: 1400,
    address: exclusiveOr,
    of: 'Network',
    prepare: (page) => page.getByText('table', { exact: true }).click(),
  },
  'docs/guide/edit.png': { width: 1300, height: 1000, of: 'Network', prepare: (page) => press(page, 'Edit') },
  'docs/guide/landscape.png': {
    width: 1200,
    height: 1400,
    of: 'Landscape',
    prepare: (page) => press(page, 'Landscape'),
  },
  'docs/guide/contours.png': {
    width: 1200,
    height: 1400,
    of: 'Landscape',
    prepare: async (page) => {
      await press(page, 'Landscape');
      await page.getByText('two weights').click();
    },
  },
  ...Object.fromEntries(
    [
      ['depth', 'Depth'],
      ['check', 'Check'],
      ['slips', 'What if it were wrong?'],
    ].map(([file, name]) => [
      `docs/guide/${file}.png`,
      { width: 1200, height: 2400, of: name, prepare: (/** @type {Page} */ page) => press(page, name ?? '') },
    ]),
  ),
  'docs/guide/diagnose.png': {
    width: 1200,
    height: 1400,
    address: '#w=-0.4;0.7;1.5',
    of: 'What is wrong here?',
    prepare: (page) => press(page, 'What is wrong here?'),
  },
};

/** @param {Page} page @param {string} name */
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/**
 * A PNG, read by the browser.
 * @param {Page} page @param {Buffer} png
 */
const pixelsOf = (page, png) =>
  page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const { data: bytes } = pen?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    const pixels = [];
    for (let at = 0; at < bytes.length; at += 4) {
      pixels.push(((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0));
    }
    return { pixels, across: image.width };
  }, png.toString('base64'));

await main(async () => {
  await build();
  await installTools(browserTools);
  const { preview } = await import('vite');
  const { chromium: driver } = await import('playwright-core');
  const server = await preview({
    configFile: 'web/vite.config.ts',
    root: 'web',
    preview: { port: 0, strictPort: false },
  });
  const browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox'] });
  try {
    for (const [path, { width, height = 900, address = '', first = false, of, prepare }] of Object.entries(pictures)) {
      if (!path.includes(process.argv[2] ?? '')) continue;
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: 'light',
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      });
      const page = await context.newPage();
      if (!first) await page.addInitScript(() => localStorage.setItem('backprop-playground.welcomed', '1'));
      await page.goto(`${server.resolvedUrls?.local[0]}${address}`);
      await page.getByRole('region', { name: 'A closer look' }).waitFor();
      await prepare?.(page);
      // Formulas and finer lines come a moment later.
      await page.mouse.move(0, 0);
      await page.waitForTimeout(2500);
      const what = of ? page.getByRole('region', { name: new RegExp(`^${of.replace('?', '.')}`) }) : page;
      const { pixels, across } = await pixelsOf(page, await what.screenshot());
      writeFileSync(join(root, path), palettePng(Uint32Array.from(pixels), across));
      await context.close();
      say(path);
    }
  } finally {
    await browser.close();
    await server.close();
  }
});
