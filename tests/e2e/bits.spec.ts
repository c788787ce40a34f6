import { hashAfter, hashOf, start, steps } from '../golden/bits';
import { expect, test } from './fixture';

test('the package computes in Chromium the bits of the native core', async ({ page, baseURL }) => {
  await page.goto('./');
  const after = await page.evaluate(
    async ([address, scenario, count]) => {
      const { loadEngine } = await import(address);
      const engine = await loadEngine();
      return engine.descend(scenario, count).scenario;
    },
    [`${baseURL}/engine/index.js`, start, steps] as const,
  );
  expect(hashOf(after)).toBe(hashAfter);
});
