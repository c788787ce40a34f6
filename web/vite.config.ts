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

/** The script for other pages: nothing of it may become a global of theirs, and it must run twice. */
const ownScope: Plugin = {
  name: 'embed-own-scope',
  generateBundle: (_, bundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk' && file.name === 'embed') file.code = `(()=>{${file.code}})();\n`;
    }
  },
};

const packageTypes: Plugin = { name: 'package-types', apply: 'build', closeBundle: writeTypes };

/** What Netlify and Cloudflare read; other hosts take a snippet of docs/hosting. */
const hostHeaders: Plugin = {
  name: 'host-headers',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: underscoreHeaders(site && new URL(site).origin) });
  },
};

/**
 * What others name: the package's entry, the service worker, which governs what lies beside and below it, and the script for
 * other pages, where what they expect of it changes with the folder.
 */
const namedEntries: Record<string, string> = {
  engine: 'engine/index.js',
  sw: 'sw.js',
  embed: 'embed/v1/embed.js',
};

export default defineConfig({
  root: inRepository('web'),
  // Relative addresses: the same files work at the root of a host, in a sub-folder, and in an LMS package.
  base: './',
  appType: 'mpa',
  css,
  plugins: [...plugins, ownScope, packageTypes, hostHeaders, precache, examplePages],
  build: {
    outDir: inRepository('dist'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Slower than the one built in, and 1.3 kB smaller: the first load has a budget.
    minify: 'terser',
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3 } },
    // An inlined asset is a `data:` address, which the policy refuses for fonts, styles and WebAssembly.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        page: inRepository('web/index.html'),
        // The package entry, `backprop-playground/engine`. What it shares with the page is one chunk in assets.
        engine: inRepository('web/src/engine/index.ts'),
        sw: inRepository('web/src/view/offline/worker.ts'),
        // <backprop-playground> for other pages.
        embed: inRepository('web/src/embed/element/element.ts'),
      },
      preserveEntrySignatures: 'strict',
      output: {
        codeSplitting: {
          groups: [
            // What the package shares with the page, apart from it: the package must not import the page.
            { name: 'engine', test: /web\/src\/engine\/(?:call|error|support)\.ts$/, priority: 2 },
            // All that the first screen needs in one file: cut into what each later view shares, it would compress worse.
            { name: 'page', test: /web\/src\/main\.tsx$/, priority: 1 },
            // All that every visit fetches once the first screen is drawn, in one file as well: each file more is a name that
            // the page has to know.
            {
              name: 'soon',
              test: /web\/src\/view\/(?:tools\/Tools|closer\/Closer|edit\/Freeze|chain\/(?:RowOptions|Shared|Glossary|Paths))\.tsx$/,
            },
            // What is small and shared by several views that come later.
            {
              name: 'shared',
              test: /web\/src\/view\/(?:chain\/(?:bar|LogBar)|table\/(?:Pages|Table\.module)|edit\/SettingField\.module|useWholeEngine|CopyField|FileButton)\.(?:tsx?|css)$/,
            },
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
