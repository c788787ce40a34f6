import { type BrowserContext, test as base, expect } from '@playwright/test';

export { expect };

/**
 * What the pages of a context complain of from now on: console errors and warnings, uncaught errors, violations of the
 * policy, and requests to another origin than `address`.
 */
export async function complaintsIn(context: BrowserContext, address: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  const { origin } = new URL(address);

  context.on('console', (message) => {
    const type = message.type();
    if (type !== 'error' && type !== 'warning') return;
    // Playwright's own remark on what its configuration asks for.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    complaints.push(`console ${type}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (event) => complaints.push(`uncaught: ${event.error().stack ?? event.error()}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) complaints.push(`elsewhere: ${url}`);
  });
  await context.exposeFunction('complainOfPolicy', (what: string) => complaints.push(`policy: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
      const complain = Reflect.get(window, 'complainOfPolicy');
      complain(`${violatedDirective} refused ${blockedURI} (${sourceFile}:${lineNumber})`);
    });
  });
  return complaints;
}

/**
 * Playwright's test, in which a page may not complain: whatever else it looks at, a complaint fails it. `provoked` matches
 * what a test makes the page complain of.
 */
export const test = base.extend<{ provoked: RegExp | undefined; complaints: readonly string[] }>({
  // Playwright hands on the tab of the test before, its storage cleared, at the page's own address: from there a link with a
  // fragment would open nothing anew.
  page: async ({ page }, use) => {
    if (page.url() !== 'about:blank') await page.goto('about:blank');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.resetNavigationHistory');
    await devtools.detach();
    await use(page);
  },
  provoked: [undefined, { option: true }],
  complaints: [
    async ({ context, baseURL, provoked }, use) => {
      const complaints = await complaintsIn(context, baseURL ?? '');
      await use(complaints);
      const unprovoked = complaints.filter((complaint) => !provoked?.test(complaint));
      expect(unprovoked, 'what the page complained of').toEqual([]);
    },
    { auto: true },
  ],
});
