import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/bindings/**/*.test.ts', 'tests/web/**/*.test.{ts,tsx}', 'tests/scripts/**/*.test.ts'],
  },
});
