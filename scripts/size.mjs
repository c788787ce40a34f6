// The size budget: what a first visit loads before KaTeX, followed from the built index.html from file to file.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './run.mjs';

/** kB (1000 bytes) of gzip: JavaScript and WebAssembly together. */
const budget = 100;

/** bytes of gzip: the script that other pages load to embed this one. */
const elementBudget = 3000;

/** @typedef {{ name: string, text: string, gzip: number }} Built */

/** Every script, style sheet and WebAssembly module of the built page. */
function builtFiles() {
  const dist = join(root, 'dist');
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => ['.html', '.js', '.css', '.wasm'].includes(extname(name)))
    .map((name) => {
      const bytes = readFileSync(join(dist, name));
      return { name: name.split(sep).join('/'), text: bytes.toString('latin1'), gzip: gzipSync(bytes).length };
    });
}

/**
 * The files a first visit loads: all that index.html names, all that these import or fetch, and so on. What comes by
 * import() comes after the first paint: KaTeX, and what a reader opens over the page.
 * @returns {Built[]}
 */
export function firstLoad() {
  const files = builtFiles();
  const page = files.find(({ name }) => name === 'index.html');
  if (!page) throw new Error('dist/index.html is missing.');
  const reached = new Set([page]);
  for (const from of reached) {
    for (const to of files) {
      const name = to.name.slice(to.name.lastIndexOf('/') + 1);
      if (!from.text.includes(name)) continue;
      const imported = new RegExp(`(?:from|import)\\s*["'\`][^"'\`]*${name.replaceAll('.', '\\.')}`).test(from.text);
      if (from === page || imported || extname(name) === '.wasm') reached.add(to);
    }
  }
  return [...reached];
}

/** Prints the first load, and the script for other pages; true when both are within their budgets. */
export function checkSize() {
  const kB = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1).padStart(6);
  const files = firstLoad();
  for (const { name, gzip } of files) console.log(`${kB(gzip)} kB  ${name}`);
  const counted = files.filter(({ name }) => ['.js', '.wasm'].includes(extname(name)));
  const total = counted.reduce((sum, { gzip }) => sum + gzip, 0);
  console.log(`${kB(total)} kB  gzip, JavaScript and WebAssembly before KaTeX; the budget is ${budget} kB`);
  const element = builtFiles().find(({ name }) => name === 'embed/v1/embed.js')?.gzip ?? Number.POSITIVE_INFINITY;
  console.log(`${kB(element)} kB  embed/v1/embed.js, gzip; the budget is ${elementBudget / 1000} kB`);
  return total <= budget * 1000 && element <= elementBudget;
}
