// Needs `npm run build`.
import { expect, test } from 'vitest';
import { firstLoad } from '../../scripts/size.mjs';

test('the first load is the page, its part of the engine and the styles; formulas, dialogs and the whole engine come later', () => {
  const names = firstLoad().map(({ name }) => name.replace(/-[\w-]{7}(?=\.)/, ''));
  expect(names).toEqual(
    expect.arrayContaining(['index.html', 'assets/page.js', 'assets/page.css', 'assets/first.wasm']),
  );
  expect(names.filter((name) => /katex|Dialogs|backprop/.test(name))).toEqual([]);
});
