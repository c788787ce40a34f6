// npm run mutate: makes each mistake of tests/mutation/mutants.mjs in a copy of the core, one at a time, and runs the
// core's tests. A mistake that no test notices fails the script. All are planted into one program behind switches
// (tests/mutation/plant.mjs), so it is compiled once. npm run mutate -- descent: only those of files so named.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { mutants } from '../tests/mutation/mutants.mjs';
import { planted } from '../tests/mutation/plant.mjs';
import { leaveMoved } from './buildFolder.mjs';
import { main, root, run, Stop, say } from './run.mjs';
import { buildTools, installTools, nativeTools } from './setup.mjs';

const folder = join(root, 'build/mutation');
const source = join(folder, 'source');
const tests = join(folder, 'build/tests/core/core_tests');

/** A mutant that never ends has been noticed too. */
const longest = 30_000;

function plant() {
  mkdirSync(source, { recursive: true });
  for (const part of ['CMakeLists.txt', 'core', 'tests']) {
    cpSync(join(root, part), join(source, part), { recursive: true, preserveTimestamps: true });
  }
  for (const file of new Set(mutants.map(({ file }) => file))) {
    const here = mutants.flatMap((mutant, number) => (mutant.file === file ? [{ number, mutant }] : []));
    writeFileSync(join(source, file), planted(readFileSync(join(root, file), 'utf8'), here));
  }
}

async function build() {
  const flags = `-O1 -w -include ${join(source, 'tests/mutation/mutated.hpp')}`;
  const options = ['-DCMAKE_BUILD_TYPE=None', `-DCMAKE_CXX_FLAGS=${flags}`];
  leaveMoved('build/mutation/build');
  await run('cmake', ['-S', source, '-B', join(folder, 'build'), ...options]);
  const parallel = String(availableParallelism());
  await run('cmake', ['--build', join(folder, 'build'), '--parallel', parallel, '--target', 'core_tests']);
}

/**
 * The first test that fails with this mutant alive; undefined when all pass.
 * @param {number} number
 * @returns {Promise<string | undefined>}
 */
function killer(number) {
  return new Promise((resolve, reject) => {
    const child = spawn(tests, ['--abort', '--reporter', 'xml'], {
      env: { ...process.env, MUTANT: String(number) },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: longest,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output = (output + data).slice(-1_000_000);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(undefined);
      const last = [...output.matchAll(/<TestCase name="([^"]*)"/g)].at(-1)?.[1] ?? 'the tests do not start';
      resolve(
        `${signal ? `(${signal}) ` : ''}${last.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')}`,
      );
    });
  });
}

/**
 * @template T, R
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>}
 */
async function inParallel(items, work) {
  /** @type {R[]} */
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const k = next++;
      results[k] = await work(/** @type {T} */ (items[k]));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

await main(async () => {
  const [part = ''] = process.argv.slice(2);
  await installTools([...buildTools.filter(({ name }) => !name.startsWith('Emscripten')), ...nativeTools]);
  say(`Building the core with ${mutants.length} switchable mistakes`);
  plant();
  await build();
  if (await killer(-1)) throw new Stop(`The tests fail without any mistake: ${await killer(-1)}`);

  const chosen = mutants.flatMap((mutant, number) => (mutant.file.includes(part) ? [{ number, mutant }] : []));
  const survivors = [];
  await inParallel(chosen, async ({ number, mutant: { file, what } }) => {
    const by = await killer(number);
    if (!by) survivors.push(what);
    console.log(
      `${by ? 'killed  ' : 'SURVIVED'}  ${file.replace('core/', '').padEnd(16)} ${what.padEnd(66)} ${by ?? ''}`,
    );
  });
  console.log(`\n${chosen.length - survivors.length} of ${chosen.length} mutants killed`);
  if (survivors.length > 0) throw new Stop('A mistake that no test notices: add the test that does.');
});
