import { expect, test } from 'vitest';
import { loadEngine } from '../../web/src/engine';
import { hashAfter, hashOf, start, steps } from '../golden/bits';

test('the parameters after 10,000 steps have the bits of the native core', async () => {
  const engine = await loadEngine();
  expect(hashOf(engine.descend(start, steps).scenario)).toBe(hashAfter);
});
