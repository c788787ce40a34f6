import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A property runs a hundred networks; on a busy machine of two cores that takes its time.
    testTimeout: 30_000,
    include: ['tests/bindings/**/*.test.ts', 'tests/web/**/*.test.{ts,tsx}', 'tests/scripts/**/*.test.ts'],
  },
});
