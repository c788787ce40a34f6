// What the builds of the page and of the single file have in common.
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';

/**
 * A file or folder of the repository.
 * @param {string} path
 */
export const inRepository = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * KaTeX lists each font as woff2, woff and ttf; every browser with WebAssembly SIMD reads woff2, so only that is shipped.
 * @type {import('vite').Plugin}
 */
const woff2Only = {
  name: 'katex-woff2-only',
  enforce: 'pre',
  transform: {
    filter: { id: /katex[^/]*\.css$/ },
    handler: (css) => css.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''),
  },
};

/**
 * The reader of Markdown takes the names of characters, &nbsp; and the like, from a table here: its variant for browsers has
 * them read as HTML.
 * @type {import('vite').Plugin}
 */
const characterTable = {
  name: 'character-table',
  config: () => ({
    resolve: {
      alias: {
        'decode-named-character-reference': inRepository('node_modules/decode-named-character-reference/index.js'),
      },
    },
  }),
};

export const plugins = [preact(), woff2Only, characterTable];

/** @type {import('vite').CSSOptions} */
export const css = {
  modules: {
    // FactorTile-number: a component's name is its own, and unlike a hash it compresses.
    generateScopedName: (name, file) => `${basename(file, '.module.css')}-${name}`,
  },
};
