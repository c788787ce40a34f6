// The workloads in one JavaScript engine: the core compiled to WebAssembly beside the plain JavaScript, in turns. Runs in
// Node and, unchanged, in a page.
import { baseline } from './baseline.mjs';

/** Milliseconds a measurement lasts at least: far above a browser's clock, short enough to fall between interruptions. */
const long = 10;
const gridSide = 100;

/** @typedef {(times: number) => unknown} Run */

/**
 * @param {Run} run
 * @param {number} times
 */
function milliseconds(run, times) {
  const start = performance.now();
  run(times);
  return performance.now() - start;
}

/**
 * How many times are long enough, after the engine's compilers have had their turn.
 * @param {Run} run
 */
function calibrated(run) {
  let times = 1;
  while (milliseconds(run, times) < long) times *= 2;
  while (milliseconds(run, times) < long) times *= 2;
  return times;
}

/**
 * @param {() => unknown} once
 * @returns {Run}
 */
const repeated = (once) => (times) => {
  for (; times > 0; times--) once();
};

function gridPoints() {
  const at = (/** @type {number} */ k) => (2 * k) / (gridSide - 1) - 1;
  return Float64Array.from({ length: 2 * gridSide * gridSide }, (_, k) =>
    k % 2 === 0 ? at((k / 2) % gridSide) : at(Math.floor(k / 2 / gridSide)),
  );
}

/**
 * Both must have done the same work.
 * @param {string} name
 * @param {Float64Array} one
 * @param {Float64Array} other
 */
function agree(name, one, other) {
  const worst = one.reduce((most, value, k) => Math.max(most, Math.abs(value - (other[k] ?? Number.NaN))), 0);
  if (one.length === other.length && worst < 1e-9) return;
  throw new Error(`${name}: WebAssembly and JavaScript differ by ${worst}.`);
}

const note = {
  version: 1,
  layers: [
    { activation: 'relu', weights: [[0.4]] },
    { activation: 'relu', weights: [[0.7]] },
    { activation: 'sigmoid', weights: [[1.5]] },
  ],
  examples: [{ inputs: [1.2], targets: [1] }],
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.6 },
};

/**
 * @param {any} module the benchmark's own WebAssembly module
 * @param {any} page the page's module
 */
function casesOf(module, page) {
  /** @type {{ name: string, run: Run }[]} */
  const cases = [];
  const pair = (/** @type {string} */ name, /** @type {Run} */ wasm, /** @type {Run} */ js) =>
    cases.push({ name: `${name} wasm`, run: wasm }, { name: `${name} js`, run: js });
  /** @type {import('./baseline.mjs').Workload[]} */
  const workloads = module.workloads();
  workloads.forEach((workload, index) => {
    const plain = baseline(workload);
    agree(workload.name, module.descend(index, 20), plain.descend(20).parameters);
    pair(workload.name, (times) => module.descend(index, times), plain.descend);
    if (workload.name !== 'W2') return;
    const points = gridPoints();
    agree('grid', module.predictGrid(index), plain.predict(points));
    pair(
      'grid',
      repeated(() => module.predictGrid(index)),
      repeated(() => plain.predict(points)),
    );
  });
  cases.push({ name: 'evaluate', run: repeated(() => page.evaluate(note, 0)) });
  cases.push({ name: 'bare call', run: repeated(() => module.bare(1)) });
  return cases;
}

/**
 * @param {any} module the benchmark's own WebAssembly module
 * @param {any} page the page's module
 * @param {number} rounds
 * @returns {Record<string, number[]>} µs a step, a grid or a call, one number per round; rounds interleaved
 */
export function measure(module, page, rounds) {
  const cases = casesOf(module, page).map(({ name, run }) => ({
    name,
    run,
    times: calibrated(run),
    samples: /** @type {number[]} */ ([]),
  }));
  for (let round = 0; round < rounds; round++) {
    for (const { run, times, samples } of cases) samples.push((1000 * milliseconds(run, times)) / times);
  }
  return Object.fromEntries(cases.map(({ name, samples }) => [name, samples]));
}
