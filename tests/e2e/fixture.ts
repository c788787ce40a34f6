import { test as base, expect } from '@playwright/test';

export { expect };

/**
 * Playwright's test, in which a page may not complain: a console error or warning, an uncaught error, a violation of the
 * policy, or a request to another origin fails the test, whatever else it looked at.
 */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      const origin = new URL(baseURL ?? '').origin;

      context.on('console', (message) => {
        const type = message.type();
        if (type === 'error' || type === 'warning') {
          complaints.push(`console ${type}: ${message.text()} (${message.location().url})`);
        }
      });
      context.on('weberror', (event) => complaints.push(`uncaught: ${event.error().stack ?? event.error()}`));
      context.on('request', (request) => {
        const { protocol, origin: of } = new URL(request.url());
        if (protocol !== 'data:' && of !== origin) complaints.push(`request to another origin: ${request.url()}`);
      });
      await context.exposeFunction('complainOfPolicy', (what: string) => complaints.push(`policy: ${what}`));
      await context.addInitScript(() => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
            const complain = Reflect.get(window, 'complainOfPolicy');
            complain(`${violatedDirective} refused ${blockedURI} (${sourceFile}:${lineNumber})`);
          },
        );
      });

      await use(complaints);
      expect(complaints, 'what the page complained of').toEqual([]);
    },
    { auto: true },
  ],
});
