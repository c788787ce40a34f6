// The engine in a page of somebody else's: the plain page of docs/engine.md, beside the files it says to copy.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixture';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test('the plain page of the documentation computes with the engine', async ({ page, baseURL }) => {
  const [, html] = readFileSync(file('docs/engine.md'), 'utf8').match(/^```html\n(.*?)^```$/ms) ?? [];
  const course = new URL('course/', baseURL).href;
  await page.route(`${course}**`, (route) => {
    const path = route.request().url().slice(course.length);
    if (path === '') return route.fulfill({ contentType: 'text/html', body: html ?? '' });
    const copied = path.match(
      /^backprop\/(engine\/index\.js|assets\/(?:engine|load|rolldown-runtime)-[^/]*\.js|assets\/backprop-[^/]*\.wasm)$/,
    )?.[1];
    return copied ? route.fulfill({ path: file(`dist/${copied}`) }) : route.abort();
  });
  await page.goto(course);
  await expect(page.getByRole('status')).toHaveText('y_p = 0.623');
});
