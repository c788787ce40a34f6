// Tells the built service worker which files make up this version of the page.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './fresh.mjs';
import { root } from './run.mjs';

/**
 * What the page may ask for, from its own address: '' is the page itself, since some hosts answer "index.html" with a
 * redirection, which cannot be kept for opening a page.
 */
function pageFiles() {
  const beside = filesUnder('web/public').map((file) => file.replace('web/public/', ''));
  const assets = filesUnder('dist/assets').map((file) => file.replace('dist/', ''));
  return ['index.html', ...beside, ...assets];
}

/** @param {string} file */
const digest = (file) =>
  `sha256-${createHash('sha256')
    .update(readFileSync(join(root, 'dist', file)))
    .digest('base64')}`;

export function writePrecache() {
  const files = JSON.stringify(
    Object.fromEntries(pageFiles().map((file) => [file === 'index.html' ? '' : file, digest(file)])),
  );
  const path = join(root, 'dist/sw.js');
  const bare = readFileSync(path, 'utf8');
  const version = createHash('sha256').update(bare).update(files).digest('hex').slice(0, 12);
  const written = bare.replace('__FILES__', () => files).replace('__VERSION__', () => JSON.stringify(version));
  if (/__(?:FILES|VERSION)__/.test(written)) throw new Error('sw.js names its files more than once.');
  writeFileSync(path, written);
}
