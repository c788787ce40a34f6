import { defineConfig } from '@playwright/test';
import { chromium } from '../../scripts/setup.mjs';
import { freePort } from '../freePort';

// Not 4173: a page that npm start serves stays as it is. The test workers read this file again and inherit the choice.
process.env.PORT = process.env.BACKPROP_E2E_PORT ??= String(await freePort());
const address = `http://localhost:${process.env.PORT}`;

export default defineConfig({
  testDir: '.',
  outputDir: '../../build/e2e',
  fullyParallel: true,
  workers: '100%',
  // For a computer that has other work as well; what passes there in a minute passes elsewhere in seconds.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // One failure by chance among thousands keeps nothing back, but npm test names it.
  retries: 1,
  use: {
    baseURL: address,
    // Most of what a page costs at its start is a process of its own; fixture.ts clears what Playwright leaves in the tab.
    reuseContext: true,
    // Otherwise every test would fill a cache with the whole page; tests/hosts looks at what the worker does.
    serviceWorkers: 'block',
    // Recording every test takes a fifth of their time; for one that fails: npx playwright test -c tests/e2e/playwright.config.ts --trace on
    launchOptions: {
      executablePath: chromium,
      // The page's own server is the only host there is; that also silences what the browser does by itself.
      args: [
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
        '--disable-component-update',
      ],
    },
  },
  webServer: {
    // The very server of npm start, headers included.
    command: 'node node_modules/vite/bin/vite.js preview --config web/vite.config.ts web',
    cwd: '../..',
    url: address,
    reuseExistingServer: false,
  },
});
