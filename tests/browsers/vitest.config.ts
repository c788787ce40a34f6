import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    include: ['tests/browsers/**/*.test.ts'],
    globalSetup: 'tests/browsers/serve.ts',
    fileParallelism: false,
    // A browser starts in seconds, on a machine that has other work in many.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
