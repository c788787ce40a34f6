import { defineConfig } from '@playwright/test';
import { chromium } from '../../scripts/setup.mjs';

export default defineConfig({
  testDir: '.',
  outputDir: '../../build/hosts',
  fullyParallel: true,
  workers: '100%',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 1,
  use: {
    launchOptions: {
      executablePath: chromium,
      // The tests' own servers are the only hosts there are.
      args: [
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
        '--disable-component-update',
      ],
    },
  },
});
