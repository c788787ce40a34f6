import { defineConfig, type Plugin } from 'vite';
import { writeExamplePages } from '../scripts/examplePages.mjs';
import { developmentHeaders, headers } from '../scripts/headers.mjs';
import { underscoreHeaders } from '../scripts/hosting.mjs';
import { css, inRepository, plugins } from '../scripts/page.mjs';
import { writePrecache } from '../scripts/precache.mjs';
import { writeTypes } from '../scripts/types.mjs';

/** Where the page will be published, for what has to name it in full. */
const site = process.env.PLAYGROUND_URL?.replace(/\/?$/, '/');

const examplePages: Plugin = { name: 'example-pages', apply: 'build', closeBundle: () => writeExamplePages(site) };
const precache: Plugin = { name: 'precache', apply: 'build', closeBundle: writePrecache };
const packageTypes: Plugin = { name: 'package-types', apply: 'build', closeBundle: writeTypes };

/** What Netlify and Cloudflare read; other hosts take a snippet of docs/hosting. */
const hostHeaders: Plugin = {
  name: 'host-headers',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: underscoreHeaders(site && new URL(site).origin) });
  },
};

/** What others name: the package's entry, and the service worker, which governs what lies beside and below it. */
const namedEntries: Record<string, string> = { engine: 'engine/index.js', sw: 'sw.js' };

export default defineConfig({
  root: inRepository('web'),
  // Relative addresses: the same files work at the root of a host, in a sub-folder, and in an LMS package.
  base: './',
  appType: 'mpa',
  css,
  plugins: [...plugins, packageTypes, hostHeaders, precache, examplePages],
  build: {
    outDir: inRepository('dist'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // An inlined asset is a `data:` address, which the policy refuses for fonts, styles and WebAssembly.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        page: inRepository('web/index.html'),
        // The package entry, `backprop-playground/engine`. What it shares with the page is one chunk in assets.
        engine: inRepository('web/src/engine/index.ts'),
        sw: inRepository('web/src/view/offline/worker.ts'),
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
        entryFileNames: ({ name }) => namedEntries[name] ?? 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
  server: {
    port: 5173,
    headers: developmentHeaders,
    fs: { allow: [inRepository('')] },
  },
  preview: {
    port: Number(process.env.PORT ?? 4173),
    strictPort: true,
    headers,
    // `headers` already answers every origin.
    cors: false,
  },
});
