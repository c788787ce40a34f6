// npm test: every check there is, one phase after the other; a failed phase does not keep the next from running.
// npm test -- unit e2e runs those phases only. The last line is "N passed, N failed".
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parity } from '../tests/parity/run.mjs';
import { buildCore, buildPage } from './build.mjs';
import { leaveMoved } from './buildFolder.mjs';
import { filesUnder } from './fresh.mjs';
import { outcome } from './outcome.mjs';
import { exitCode, installed, main, root, run, Stop, say } from './run.mjs';
import { browserTools, buildTools, installPackages, installTools, nativeTools, parityTools } from './setup.mjs';
import { checkSize } from './size.mjs';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} [second] the titles of what passed only at its second attempt
 *
 * @typedef {object} Phase
 * @property {string} title
 * @property {boolean} [built] whether it looks at the built page, package or WebAssembly
 * @property {import('./setup.mjs').Tool[]} tools
 * @property {() => Promise<Count>} check
 */

/** @type {Record<string, Phase>} */
const phases = {
  core: {
    title: 'Core: its tests, compiled natively (Catch2)',
    tools: nativeTools,
    check: () => catch2('build/native', ['-DCMAKE_BUILD_TYPE=Release']),
  },
  sanitize: {
    title: 'Core: the same tests under AddressSanitizer and UndefinedBehaviorSanitizer',
    tools: nativeTools,
    // With assertions, and with the line numbers that a finding needs.
    check: () => catch2('build/sanitize', ['-DCMAKE_BUILD_TYPE=Debug', '-DBACKPROP_SANITIZE=ON']),
  },
  unit: {
    title: 'Bindings and page logic: Vitest, through the compiled WebAssembly',
    tools: [],
    built: true,
    check: vitest,
  },
  parity: {
    title: 'The engine against PyTorch',
    tools: parityTools,
    built: true,
    check: () => parity(),
  },
  types: {
    title: 'Types: TypeScript',
    tools: [],
    check: () => pass(installed('typescript/bin/tsc'), ['--project', '.']),
  },
  lint: {
    title: 'Lint and format: Biome, clang-format',
    tools: nativeTools,
    check: lint,
  },
  size: {
    title: 'Size budget of the first load',
    tools: [],
    built: true,
    check: async () => (checkSize() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
  },
  e2e: {
    title: 'The built page in Chromium: Playwright',
    tools: browserTools,
    built: true,
    check: playwright,
  },
};

/**
 * @param {string} build
 * @param {string[]} options
 */
async function catch2(build, options) {
  const parallel = String(availableParallelism());
  leaveMoved(build);
  await run('cmake', ['-S', '.', '-B', build, ...options]);
  await run('cmake', ['--build', build, '--parallel', parallel]);
  const report = freshReport(`${build.replace('/', '-')}.xml`);
  const code = await exitCode('ctest', [
    ...['--test-dir', build, '--parallel', parallel, '--progress', '--output-on-failure'],
    ...['--no-tests=error', '--output-junit', report],
  ]);
  const suite = readFileSync(report, 'utf8').match(/<testsuite[^>]*>/)?.[0] ?? '';
  const total = Number(suite.match(/\btests="(\d+)"/)?.[1] ?? 0);
  const failed = Number(suite.match(/\bfailures="(\d+)"/)?.[1] ?? 0);
  return counted(code, total - failed, failed);
}

async function vitest() {
  const report = freshReport('vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await exitCode(process.execPath, [installed('vitest/vitest.mjs'), 'run', ...reporters]);
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  return counted(code, numPassedTests, numFailedTests);
}

async function playwright() {
  const report = freshReport('playwright.json');
  const args = ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await exitCode(process.execPath, [installed('@playwright/test/cli.js'), ...args], env);
  const { passed, failed, second } = outcome(JSON.parse(readFileSync(report, 'utf8')));
  return { ...counted(code, passed, failed), second };
}

async function lint() {
  const sources = ['core', 'bindings', 'tests'].flatMap(filesUnder).filter((file) => /\.[ch]pp$/.test(file));
  const biome = await pass(installed('@biomejs/biome/bin/biome'), ['check', '--error-on-warnings']);
  const clang = (await exitCode('clang-format', ['--dry-run', '--Werror', ...sources])) === 0;
  return { passed: biome.passed + Number(clang), failed: biome.failed + Number(!clang) };
}

/**
 * A tool from node_modules as one check.
 * @param {string} tool
 * @param {string[]} args
 */
async function pass(tool, args) {
  const code = await exitCode(process.execPath, [tool, ...args]);
  return { passed: Number(code === 0), failed: Number(code !== 0) };
}

/** @param {string} name */
function freshReport(name) {
  const path = join(root, 'build/reports', name);
  mkdirSync(join(root, 'build/reports'), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

/**
 * A runner that fails without a failed test (an unhandled error, no tests at all) has failed once.
 * @param {number} code
 * @param {number} passed
 * @param {number} failed
 */
const counted = (code, passed, failed) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed });

/**
 * Whether the work went through; why not is on screen.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T | undefined>}
 */
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    return undefined;
  }
}

/** @param {Phase[]} chosen */
async function setUp(chosen) {
  await installPackages();
  await installTools([...new Set([...buildTools, ...chosen.flatMap(({ tools }) => tools)])]);
  return true;
}

async function build() {
  await buildCore();
  await buildPage();
  return true;
}

/**
 * @param {string} name
 * @param {Count} count
 * @param {number} seconds
 */
const line = (name, { passed, failed }, seconds) =>
  `${name.padEnd(10)}${String(passed).padStart(5)} passed${String(failed).padStart(5)} failed${seconds.toFixed(0).padStart(6)} s`;

/** @param {string[]} titles */
const atSecond = (titles) => `  ${titles.length} passed at the second attempt: ${titles.join('; ')}`;

await main(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in phases));
  if (unknown) throw new Stop(`There is no phase "${unknown}"; there are: ${Object.keys(phases).join(' ')}.`);
  const chosen = Object.entries(phases).filter(([name]) => names.length === 0 || names.includes(name));

  const ready = await attempt(() => setUp(chosen.map(([, phase]) => phase)));
  const built = ready && chosen.some(([, phase]) => phase.built) && (await attempt(build));
  /** @type {string[]} */
  const summary = [];
  const total = { passed: 0, failed: 0 };
  for (const [name, phase] of chosen) {
    say(phase.title);
    const started = performance.now();
    const runnable = phase.built ? built : ready;
    if (!runnable) console.error(`Not run: the ${ready ? 'build' : 'set-up'} failed.`);
    const count = (runnable && (await attempt(phase.check))) || { passed: 0, failed: 1 };
    total.passed += count.passed;
    total.failed += count.failed;
    summary.push(line(name, count, (performance.now() - started) / 1000));
    if (count.second?.length) summary.push(atSecond(count.second));
  }
  say('Summary');
  console.log(summary.join('\n'));
  if (total.failed > 0) process.exitCode = 1;
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
});
