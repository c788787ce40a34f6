import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { mutants } from '../mutation/mutants.mjs';
import { planted } from '../mutation/plant.mjs';

test('every mistake that npm run mutate plants has its place in the core', () => {
  const lost = mutants.flatMap((mutant, number) => {
    try {
      planted(readFileSync(join(root, mutant.file), 'utf8'), [{ number, mutant }]);
      return [];
    } catch (error) {
      return [String(error)];
    }
  });
  expect(lost).toEqual([]);
});
