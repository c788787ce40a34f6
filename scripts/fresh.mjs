// Doing a piece of work only when what it is made from has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

/**
 * All files under a file or folder of the repository.
 * @param {string} path
 * @returns {string[]}
 */
export function filesUnder(path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * Names and contents, not times: a fresh clone and a change of branch touch the times of files that are the same.
 * @param {string[]} inputs files and folders of the repository
 * @param {string[]} settings anything else the result depends on
 */
function fingerprint(inputs, settings) {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const file of inputs.flatMap(filesUnder)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * Runs `work` unless it has succeeded before on the very same inputs and its outputs are still there.
 * @param {string} name
 * @param {{ inputs: string[], settings?: string[], outputs: string[] }} of
 * @param {() => Promise<void>} work
 */
export async function whenChanged(name, { inputs, settings = [], outputs }, work) {
  const stamp = join(root, 'build/stamps', name);
  const now = fingerprint(inputs, settings);
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (before === now && outputs.every((output) => existsSync(join(root, output)))) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}
