// The types of the package entry, for someone who has the package but not these sources: the engine's declarations and
// the two type files they build on, side by side in dist/engine.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesUnder } from './fresh.mjs';
import { installed, root, run } from './run.mjs';

const emitted = 'build/types';
const relativeImport = /(?<=from ')\.{1,2}\/[^']+(?=')/g;

export async function writeTypes() {
  rmSync(join(root, emitted), { recursive: true, force: true });
  await run(process.execPath, [installed('typescript/bin/tsc'), '--project', 'scripts/types.tsconfig.json']);
  mkdirSync(join(root, 'dist/engine'), { recursive: true });
  const declarations = [...filesUnder(emitted), 'bindings/backprop.d.ts'];
  for (const file of declarations) {
    // All files end up in one folder, and Node's rules of resolution want the file name in full.
    const text = readFileSync(join(root, file), 'utf8').replace(relativeImport, (path) => `./${basename(path)}.js`);
    writeFileSync(join(root, 'dist/engine', basename(file)), text);
  }
}
