// npm run fuzz -- 600: feeds the core arbitrary documents for so many seconds, under AddressSanitizer and
// UndefinedBehaviorSanitizer, and says how many. A finding is printed and kept as a file in build/fuzz.
// npm run fuzz -- 600 --keep adds the inputs that reached something new to tests/fuzz/corpus, which npm test replays.
// npm run fuzz -- links 1000000 7: so many mutated links into the decoder, from the seed 7.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { leaveMoved } from './buildFolder.mjs';
import { exitCode, main, root, run, Stop, say } from './run.mjs';
import { buildTools, fuzzTools, installTools } from './setup.mjs';

const corpus = 'tests/fuzz/corpus';
const found = 'build/fuzz/found';
const folder = 'build/fuzz';

async function build() {
  const options = ['-DCMAKE_BUILD_TYPE=RelWithDebInfo', '-DCMAKE_CXX_COMPILER=clang++', '-DCMAKE_CXX_FLAGS=-O1'];
  leaveMoved(folder);
  await run('cmake', ['-S', '.', '-B', folder, ...options, '-DBACKPROP_SANITIZE=ON', '-DBACKPROP_FUZZ=ON']);
  await run('cmake', ['--build', folder, '--parallel', String(availableParallelism())]);
}

/** The inputs that reach something, each as small as it was found; what others cover too is dropped. */
async function keep() {
  const fewest = `${folder}/fewest`;
  rmSync(join(root, fewest), { recursive: true, force: true });
  mkdirSync(join(root, fewest));
  await run(`${folder}/tests/fuzz/fuzz`, ['-merge=1', '-use_counters=0', '-max_len=512', fewest, corpus, found]);
  rmSync(join(root, corpus), { recursive: true, force: true });
  renameSync(join(root, fewest), join(root, corpus));
}

/** Links between two lines of progress, each such lot with a seed of its own. */
const atOnce = 50_000;

/**
 * @param {number} inputs
 * @param {number} seed
 */
async function fuzzLinks(inputs, seed) {
  const { build: bundle } = await import('vite');
  const ssr = join(root, 'tests/fuzz/links.ts');
  const output = { entryFileNames: 'links.mjs' };
  const outDir = join(root, folder, 'links');
  await bundle({ configFile: false, root, logLevel: 'warn', build: { ssr, outDir, rollupOptions: { output } } });
  say(`Fuzzing the decoder of links: ${inputs} inputs, seeds from ${seed} on`);
  const fuzzer = await import(pathToFileURL(join(outDir, 'links.mjs')).href);
  let opened = 0;
  for (let done = 0; done < inputs; done += atOnce) {
    const count = Math.min(atOnce, inputs - done);
    const report = await fuzzer.fuzzLinks(join(root, 'tests/golden/links'), count, seed + done / atOnce);
    for (const finding of report.findings) console.log(finding);
    if (report.findings.length > 0) throw new Stop('The fuzzer has found links that break a promise.');
    opened += report.opened;
    console.log(`${done + count} links, ${opened} opened, the slowest of the last ${report.slowest.toFixed(1)} ms`);
  }
}

await main(async () => {
  const args = process.argv.slice(2);
  if (args[0] === 'links') return fuzzLinks(Number(args[1] ?? 1_000_000), Number(args[2] ?? 1));
  const seconds = Number(args.find((arg) => !arg.startsWith('--')) ?? 300);
  if (!(seconds > 0)) throw new Stop('npm run fuzz -- SECONDS [--keep]');
  await installTools([...buildTools.filter(({ name }) => !name.startsWith('Emscripten')), ...fuzzTools]);
  await build();
  for (const path of [corpus, found]) mkdirSync(join(root, path), { recursive: true });
  say(`Fuzzing the core for ${seconds} s`);
  const code = await exitCode(`${folder}/tests/fuzz/fuzz`, [
    ...[`-max_total_time=${seconds}`, '-max_len=512', '-timeout=10', '-rss_limit_mb=2048', '-print_final_stats=1'],
    ...[`-artifact_prefix=${folder}/`, found, corpus],
  ]);
  if (code !== 0) throw new Stop(`The fuzzer has found something: its report is above, its input lies in ${folder}.`);
  if (args.includes('--keep')) await keep();
});
