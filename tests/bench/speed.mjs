// npm run bench: how fast the core trains, natively and as WebAssembly in Node and Chromium, beside plain JavaScript.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as browserType } from '@playwright/test';
import { emscriptenEnv } from '../../scripts/build.mjs';
import { leaveMoved } from '../../scripts/buildFolder.mjs';
import { root, run } from '../../scripts/run.mjs';
import { chromium } from '../../scripts/setup.mjs';
import { median } from './statistics.mjs';

const launches = 3;
const rounds = 9;

const targets = [
  { name: 'W1', what: 'the note: 1-1-1-1, one example', js: 3.5, native: 0.9 },
  { name: 'W2', what: '2-4-2-1 tanh, 500 points, batch 10', js: 4.5, native: 0.4 },
  { name: 'grid', what: 'predict 100 × 100 points with W2', js: 3, native: 0.3 },
  { name: 'W3', what: '2-8-8-8-8-8-8-1 tanh, batch 10', js: 4.5, native: 0.4 },
  { name: 'W4', what: '64-128-64-10 tanh, softmax, batch 32', js: 7, native: 0.5 },
];

/** Networks of about 10, 100, 1,000 and 20,000 parameters, batch 10. */
const growth = [
  { name: '2-2-1', parameters: 9 },
  { name: '2-8-8-1', parameters: 105 },
  { name: '2-30-28-1', parameters: 987 },
  { name: '2-138-138-1', parameters: 19_735 },
];

/** @typedef {Record<string, number[]>} Samples µs by case */

async function compile() {
  const release = ['-DCMAKE_BUILD_TYPE=Release'];
  leaveMoved('build/native');
  await run('cmake', ['-S', '.', '-B', 'build/native', ...release]);
  await run('cmake', ['--build', 'build/native', '--target', 'bench', '--parallel', '2']);
  await run('emcmake', ['cmake', '-S', '.', '-B', 'build/wasm', ...release], emscriptenEnv);
  await run('cmake', ['--build', 'build/wasm', '--target', 'bench', '--parallel', '2'], emscriptenEnv);
}

/** @returns {Samples} */
const measureNatively = () =>
  JSON.parse(execFileSync(join(root, 'build/native/bench/bench'), [String(rounds)], { encoding: 'utf8' }));

/** A process of its own, as each launch decides anew what it compiles. @returns {Samples} */
const measureInNode = () =>
  JSON.parse(
    execFileSync(process.execPath, [join(root, 'tests/bench/node.mjs'), String(rounds)], { encoding: 'utf8' }),
  );

/** @returns {Promise<Samples>} */
async function measureInChromium() {
  const browser = await browserType.launch({ executablePath: chromium });
  try {
    const page = await browser.newPage();
    const address = 'http://bench.invalid';
    await page.route(`${address}/**`, (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' });
      return route.fulfill({
        contentType: path.endsWith('.wasm') ? 'application/wasm' : 'text/javascript',
        body: readFileSync(join(root, path)),
      });
    });
    await page.goto(address);
    return await page.evaluate(async (count) => {
      const [bench, backprop, { measure }] = await Promise.all(
        ['/build/wasm/bench/bench.mjs', '/build/wasm/backprop.mjs', '/tests/bench/measure.mjs'].map(
          (path) => import(path),
        ),
      );
      return measure(await bench.default(), await backprop.default(), count);
    }, rounds);
  } finally {
    await browser.close();
  }
}

/**
 * @param {Samples} all
 * @param {Samples} more
 */
function collect(all, more) {
  for (const [name, samples] of Object.entries(more)) all[name] = [...(all[name] ?? []), ...samples];
}

const number = (/** @type {number} */ value, /** @type {number} */ width) => {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toFixed(digits).padStart(width);
};

const ratio = (/** @type {number} */ value, /** @type {number} */ target) =>
  `${value.toFixed(2).padStart(6)} (≥ ${target})${value >= target ? '  ' : ' !'}`.padEnd(16);

/** Prints µs and ratios of medians beside their targets. */
export async function benchSpeed() {
  await compile();
  /** @type {{ native: Samples, node: Samples, chromium: Samples }} */
  const samples = { native: {}, node: {}, chromium: {} };
  for (let launch = 0; launch < launches; launch++) {
    collect(samples.native, measureNatively());
    collect(samples.node, measureInNode());
    collect(samples.chromium, await measureInChromium());
  }
  const of = (/** @type {Samples} */ where, /** @type {string} */ name) => median(where[name] ?? []);
  const { native, node, chromium: browser } = samples;

  console.log(`Training: µs a step (grid: a call), medians of ${launches} launches of ${rounds} interleaved rounds`);
  console.log(
    '         native     Node  Chromium  JS Node  JS Chromium | Chromium: JS / WASM   native / WASM | Node: JS / WASM',
  );
  for (const { name, what, js, native: least } of targets) {
    const wasm = of(browser, `${name} wasm`);
    const inNode = of(node, `${name} wasm`);
    console.log(
      name.padEnd(6) +
        [of(native, name), inNode, wasm, of(node, `${name} js`), of(browser, `${name} js`)]
          .map((value, k) => number(value, k === 4 ? 13 : 9))
          .join('') +
        ` | ${ratio(of(browser, `${name} js`) / wasm, js)} ${ratio(of(native, name) / wasm, least)}` +
        ` | ${(of(node, `${name} js`) / inNode).toFixed(2).padStart(6)}  ${what}`,
    );
  }
  console.log('\nTime of a step by number of parameters, batch 10: µs');
  for (const { name, parameters } of growth) {
    console.log(
      `${String(parameters).padStart(8)}${number(of(native, name), 9)} native${number(of(browser, `${name} wasm`), 9)} Chromium` +
        `${number(of(browser, `${name} js`), 9)} JS in Chromium  ${name}`,
    );
  }
  console.log('\nAcross the boundary: µs a call');
  for (const name of ['evaluate', 'bare call']) {
    console.log(`${number(of(node, name), 9)} Node${number(of(browser, name), 9)} Chromium  ${name}`);
  }
}
