// Needs `npm run build`.
import { expect, test } from 'vitest';
import { firstLoad } from '../../scripts/size.mjs';

test('the first load is the page, the engine, the WebAssembly and the styles, without KaTeX', () => {
  const names = firstLoad().map(({ name }) => name.replace(/-[\w-]{8}(?=\.)/, ''));
  expect(names.toSorted()).toEqual(
    expect.arrayContaining([
      'assets/backprop.wasm',
      'assets/engine.js',
      'assets/page.css',
      'assets/page.js',
      'index.html',
    ]),
  );
  expect(names.filter((name) => name.includes('katex'))).toEqual([]);
});
