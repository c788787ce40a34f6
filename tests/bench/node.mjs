// One launch in Node: prints what measure.mjs found as JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { measure } from './measure.mjs';

/** @param {string} path without its ending */
async function load(path) {
  const { default: create } = await import(join(root, `${path}.mjs`));
  return create({ wasmBinary: readFileSync(join(root, `${path}.wasm`)) });
}

const [bench, page] = await Promise.all(['build/wasm/bench/bench', 'build/wasm/backprop'].map(load));
console.log(JSON.stringify(measure(bench, page, Number(process.argv[2]))));
