// Folders that CMake builds in.
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** @param {string} path */
const real = (path) => (existsSync(path) ? realpathSync(path) : path);

/**
 * Removes a build folder that was moved or copied here together with the repository: CMake would refuse it, or go on building
 * where it came from.
 * @param {string} folder
 */
export function leaveMoved(folder) {
  const here = join(root, folder);
  const cache = join(here, 'CMakeCache.txt');
  if (!existsSync(cache)) return;
  const [, made = ''] = /^CMAKE_CACHEFILE_DIR:INTERNAL=(.*)$/m.exec(readFileSync(cache, 'utf8')) ?? [];
  if (real(made) !== real(here)) rmSync(here, { recursive: true, force: true });
}
