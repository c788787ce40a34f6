// node scripts/examplePictures.mjs: a picture of each built-in example, for programs that preview links, into docs/examples.
// Run by hand when the drawing or an example has changed: it takes a browser, which a build does without.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { chromium as browserType } from '@playwright/test';
import { preview, runnerImport } from 'vite';
import { inRepository } from './page.mjs';
import { main } from './run.mjs';
import { chromium } from './setup.mjs';

/** What the networks that show links ask for. */
const size = { width: 1200, height: 630 };
/** Bytes: fewer colours make a file smaller, and a picture of lines and letters needs few. */
const largest = 30_000;
const colourCounts = [22, 16, 12, 8];

/** The narrowest page in which the network lies in a row; wider than the last it does not become. */
const widths = [1200, 1660];

/** @typedef {{ width: number, height: number, pixels: Uint32Array }} Picture */

/**
 * The drawing under its title, as pixels. Runs in a page around the playground. A long column only where it is `wanted`.
 * @param {{ title: string, width: number, height: number, wanted: boolean }} of
 */
async function drawn({ title, width, height, wanted }) {
  const playground = document.querySelector('backprop-playground');
  if (!playground) throw new Error('There is no playground.');
  await playground.ready;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await playground.screenshot('svg'))}`;
  await picture.decode();
  const column = picture.height > 1.2 * picture.width;
  if (column && !wanted) return undefined;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('There is no canvas.');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#1a2230';
  pen.font = 'bold 52px sans-serif';
  pen.fillText(title, 50, 92, width - 100);
  pen.fillStyle = '#4b5768';
  pen.font = '30px sans-serif';
  pen.fillText('Backprop Playground', 50, height - 40);
  const room = { left: 50, top: 130, width: width - 100, height: height - 130 - 95 };
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  if (!column) {
    const [wide, high] = [picture.width * scale, picture.height * scale];
    pen.drawImage(picture, room.left + (room.width - wide) / 2, room.top + (room.height - high) / 2, wide, high);
  } else {
    // A long column: its beginning, to be read.
    const left = room.left + (room.width - picture.width) / 2;
    pen.drawImage(picture, 0, 0, picture.width, room.height, left, room.top, picture.width, room.height);
  }
  const { data } = pen.getImageData(0, 0, width, height);
  let bytes = '';
  for (let i = 0; i < data.length; i += 8192) bytes += String.fromCharCode(...data.subarray(i, i + 8192));
  return btoa(bytes);
}

/** @param {number} a @param {number} b */
const distance = (a, b) =>
  [0, 8, 16].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);

/**
 * The commonest colours that are not too much alike.
 * @param {Uint32Array} pixels
 * @param {number} most
 */
function paletteOf(pixels, most) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  /** @type {number[]} */
  const palette = [];
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (palette.length < most && palette.every((other) => distance(colour, other) > 450)) palette.push(colour);
  }
  const nearest = new Map(
    [...counts.keys()].map((colour) => {
      const far = palette.map((other) => distance(colour, other));
      return [colour, far.indexOf(Math.min(...far))];
    }),
  );
  return { palette, nearest };
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/**
 * A PNG with a palette. https://www.w3.org/TR/png-3/
 * @param {Picture} picture
 * @param {number} colourCount
 */
function png({ width, height, pixels }, colourCount) {
  const { palette, nearest } = paletteOf(pixels, colourCount);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, by palette.
  header.set([8, 3, 0, 0, 0], 8);
  // Each row begins with its filter: none.
  const rows = Buffer.alloc(height * (width + 1));
  pixels.forEach((pixel, i) => {
    rows[i + Math.floor(i / width) + 1] = nearest.get(pixel) ?? 0;
  });
  const colours = Buffer.from(palette.flatMap((colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

await main(async () => {
  const load = (/** @type {string} */ path) =>
    runnerImport(inRepository(path), { configFile: false, logLevel: 'error' }).then(({ module }) => module);
  /** @type {typeof import('../web/src/scenario/presets')} */
  const { presets } = await load('web/src/scenario/presets.ts');
  /** @type {typeof import('../web/src/scenario/link/encode')} */
  const { fragmentFor } = await load('web/src/scenario/link/encode.ts');
  /** @type {typeof import('../web/src/scenario/start')} */
  const { bookmarkOf } = await load('web/src/scenario/start.ts');
  const server = await preview({ configFile: inRepository('web/vite.config.ts'), root: inRepository('web') });
  const [address = ''] = server.resolvedUrls?.local ?? [];
  const browser = await browserType.launch({ executablePath: chromium, args: ['--no-sandbox'] });
  const folder = inRepository('docs/examples');
  mkdirSync(folder, { recursive: true });
  for (const [id, scenario] of Object.entries(presets)) {
    const page = await browser.newPage({ viewport: { width: widths[0] ?? 0, height: 900 } });
    await page.setContent(
      `<script src="${address}embed/v1/embed.js"></script>
       <backprop-playground theme="light" src="${address}" state="${fragmentFor(bookmarkOf(scenario)).replaceAll('&', '&amp;')}">
       </backprop-playground>`,
    );
    let base64 = '';
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      // Its layout follows.
      await page.waitForTimeout(500);
      const wanted = width === widths.at(-1);
      base64 ||= (await page.evaluate(drawn, { ...size, title: scenario.title ?? id, wanted })) ?? '';
    }
    const bytes = Buffer.from(base64, 'base64');
    const pixels = new Uint32Array(new Uint8Array(bytes).buffer);
    const files = colourCounts.map((count) => png({ ...size, pixels }, count));
    const file = files.find(({ length }) => length <= largest);
    if (!file) throw new Error(`The picture of ${id} takes more than ${largest} bytes.`);
    writeFileSync(join(folder, `${id}.png`), file);
    await page.close();
  }
  await browser.close();
  await server.close();
});
