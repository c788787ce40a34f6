// The single file, dist/backprop-playground.html.
import { defineConfig } from 'vite';
import { css, inRepository, plugins } from '../scripts/page.mjs';
import { oneEngine, singleFile } from '../scripts/singleFile.mjs';

export default defineConfig({
  // Not "production", the mode in which the page keeps itself for later: the file is there already.
  mode: 'single',
  root: inRepository('web'),
  base: './',
  css,
  plugins: [oneEngine, ...plugins, singleFile('backprop-playground.html')],
  // Beside the page, which stays.
  publicDir: false,
  build: {
    outDir: inRepository('dist'),
    emptyOutDir: false,
    target: 'es2022',
    // Every font and the WebAssembly become data: addresses.
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
