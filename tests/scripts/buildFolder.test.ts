import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { leaveMoved } from '../../scripts/buildFolder.mjs';
import { inRepository } from '../../scripts/page.mjs';

const folder = 'build/test-of-folders';
const here = inRepository(folder);
afterEach(() => rmSync(here, { recursive: true, force: true }));

const made = (at: string) => {
  mkdirSync(here, { recursive: true });
  writeFileSync(join(here, 'CMakeCache.txt'), `A:STRING=1\nCMAKE_CACHEFILE_DIR:INTERNAL=${at}\nB:STRING=2\n`);
};

test('a build folder that was made elsewhere is left, one that was made here, by whatever way to it, is kept', () => {
  expect(() => leaveMoved(folder)).not.toThrow();
  made(here);
  leaveMoved(folder);
  expect(existsSync(here)).toBe(true);
  const other = `${here}-by-another-way`;
  symlinkSync(here, other);
  made(other);
  leaveMoved(folder);
  expect(existsSync(here)).toBe(true);
  rmSync(other);
  made('/somewhere/else/build/test-of-folders');
  leaveMoved(folder);
  expect(existsSync(here)).toBe(false);
});
