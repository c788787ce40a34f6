import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { developmentHeaders, headers } from '../scripts/headers.mjs';
import { writeTypes } from '../scripts/types.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** KaTeX lists each font as woff2, woff and ttf; every browser with WebAssembly SIMD reads woff2, so only that is shipped. */
const woff2Only: Plugin = {
  name: 'katex-woff2-only',
  enforce: 'pre',
  transform: {
    filter: { id: /katex[^/]*\.css$/ },
    handler: (css) => css.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''),
  },
};

const packageTypes: Plugin = { name: 'package-types', apply: 'build', closeBundle: writeTypes };

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative addresses: the same files work at the root of a host, in a sub-folder, and in an LMS package.
  base: './',
  appType: 'mpa',
  css: {
    modules: {
      // FactorTile-number: a component's name is its own, and unlike a hash it compresses.
      generateScopedName: (name, file) => `${basename(file, '.module.css')}-${name}`,
    },
  },
  plugins: [preact(), woff2Only, packageTypes],
  build: {
    outDir: fileURLToPath(new URL('../dist', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // An inlined asset is a `data:` address, which the policy refuses for fonts, styles and WebAssembly.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        page: fileURLToPath(new URL('index.html', import.meta.url)),
        // The package entry, `backprop-playground/engine`. What it shares with the page is one chunk in assets.
        engine: fileURLToPath(new URL('src/engine/index.ts', import.meta.url)),
      },
      preserveEntrySignatures: 'strict',
      output: {
        codeSplitting: {
          groups: [
            // What the package shares with the page, apart from it: the package must not import the page.
            { name: 'engine', test: /web\/src\/engine\/(?:call|error|support)\.ts$/, priority: 2 },
            // All that the first screen needs in one file: cut into what each later view shares, it would compress worse.
            { name: 'page', test: /web\/src\/main\.tsx$/, priority: 1 },
          ],
        },
        // The page names every file that it may fetch, and what is random in a name does not compress.
        entryFileNames: ({ name }) => (name === 'engine' ? 'engine/index.js' : 'assets/[name]-[hash:6].js'),
        chunkFileNames: 'assets/[name]-[hash:6].js',
        assetFileNames: 'assets/[name]-[hash:6][extname]',
      },
    },
  },
  server: {
    port: 5173,
    headers: developmentHeaders,
    fs: { allow: [repository] },
  },
  preview: {
    port: Number(process.env.PORT ?? 4173),
    strictPort: true,
    headers,
    // `headers` already answers every origin.
    cors: false,
  },
});
