// The types of the package, for someone who has the package but not these sources: the engine's declarations and the two
// type files they build on, side by side in dist/engine, and those of the embedding element beside its script.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { filesUnder } from './fresh.mjs';
import { installed, root, run } from './run.mjs';

const emitted = 'build/types';
const relativeImport = /(?<=from ')\.{1,2}\/[^']+(?=')/g;
const engine = 'dist/engine';
const element = 'dist/embed/v1';

/**
 * Where the declaration of a source ends up.
 * @param {string} file
 */
function placeOf(file) {
  if (file.endsWith('/embed/element/element.d.ts')) return `${element}/embed.d.ts`;
  const folder = /\/(?:embed|format)\//.test(file) ? element : engine;
  return `${folder}/${basename(file)}`;
}

export async function writeTypes() {
  rmSync(join(root, emitted), { recursive: true, force: true });
  await run(process.execPath, [installed('typescript/bin/tsc'), '--project', 'scripts/types.tsconfig.json']);
  for (const folder of [engine, element]) mkdirSync(join(root, folder), { recursive: true });
  for (const file of [...filesUnder(emitted), 'bindings/backprop.d.ts']) {
    const place = placeOf(file);
    const text = readFileSync(join(root, file), 'utf8').replace(relativeImport, (path) => {
      const imported = placeOf(posix.join(dirname(file), `${path}.d.ts`));
      // Node's rules of resolution want the file name in full.
      const way = posix.relative(dirname(place), imported).replace(/\.d\.ts$/, '.js');
      return way.startsWith('.') ? way : `./${way}`;
    });
    writeFileSync(join(root, place), text);
  }
}
