// The fixture itself: what a page must not do is noticed, and would fail any other test.
import { expect, test } from '@playwright/test';
import { complaintsIn } from './fixture';

const misdeeds: [name: string, complaint: RegExp, misdeed: () => void][] = [
  ['an inline style', /^policy: style-src/, () => document.body.setAttribute('style', 'color: red')],
  [
    'a script made of text',
    /^policy: script-src/,
    () => document.body.append(Object.assign(document.createElement('script'), { textContent: '1 + 1' })),
  ],
  [
    'a request to another origin',
    /^elsewhere: http:\/\/elsewhere.test\//,
    () => document.body.append(Object.assign(new Image(), { src: 'http://elsewhere.test/' })),
  ],
  ['a file that is missing', /^console error: .*404.*missing.json/, () => fetch('missing.json')],
  [
    'an uncaught error',
    /^uncaught: .*on purpose/,
    () =>
      setTimeout(() => {
        throw new Error('on purpose');
      }),
  ],
  ['a rejection that nobody handles', /^uncaught: .*on purpose/, () => void Promise.reject(new Error('on purpose'))],
  ['a console error', /^console error: on purpose/, () => console.error('on purpose')],
];

for (const [name, complaint, misdeed] of misdeeds) {
  test(`${name} is noticed`, async ({ page, context, baseURL }) => {
    const complaints = await complaintsIn(context, baseURL ?? '');
    await page.goto('./');
    expect(complaints).toEqual([]);
    await page.evaluate(`(${misdeed})(), undefined`);
    await expect.poll(() => complaints).toContainEqual(expect.stringMatching(complaint));
  });
}
