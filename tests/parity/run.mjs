// The engine against PyTorch, an oracle that shares no line with it: forward values, every derivative, 25 steps of
// training with every rule, within 1e-10 relative. npm test runs it with the seeds below; other seeds as arguments.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run } from '../../scripts/run.mjs';
import { python } from '../../scripts/setup.mjs';
import { factors, pairs, randomCases, steps } from './cases.mjs';
import { edges } from './edges.mjs';
import { uncovered } from './pairwise.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('backprop-playground/engine').Engine} Engine */

/** How near two numbers have to be: relative to the larger one, or to a floor where that is larger still. */
const networks = {
  tolerance: 1e-10,
  /** A sum that cancels has no more digits than its terms: those of a list are near its largest, and near 1. */
  floor: (/** @type {number} */ largest) => Math.max(largest / 1000, 1e-5),
};
/** There PyTorch keeps fewer digits: its 1 − a² is 0 for large z, the 1e-12 in its cross entropy is a float. */
const saturated = { tolerance: 1e-8, floor: () => 1 };

/** @typedef {{ what: string, ours: ArrayLike<number>, theirs: readonly number[] | null, skip?: readonly boolean[] }} Pair */

/**
 * The largest relative difference, and where.
 * @param {Pair} pair
 * @param {(largest: number) => number} floor
 */
function apart({ what, ours, theirs, skip = [] }, floor) {
  if (!theirs || ours.length !== theirs.length) return { worst: Number.POSITIVE_INFINITY, what: `${what}: its length` };
  const size = floor(Math.max(...theirs.filter(Number.isFinite).map(Math.abs), 0));
  let worst = 0;
  let at = 0;
  theirs.forEach((expected, k) => {
    const actual = ours[k] ?? Number.NaN;
    if (skip[k] || Object.is(actual, expected) || actual === expected) return;
    const difference = Math.abs(actual - expected) / Math.max(Math.abs(actual), Math.abs(expected), size);
    if (!(difference <= worst)) [worst, at] = [Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference, k];
  });
  return { worst, what: `${what}[${at}]: ${ours[at]}, PyTorch ${theirs[at]}` };
}

/**
 * Everything the engine says about a case beside what PyTorch says.
 * @param {Engine} engine
 * @param {Case} from
 * @param {any} oracle
 * @returns {Pair[]}
 */
function pairsIn(engine, { scenario, batches }, oracle) {
  /** @type {Pair[]} */
  const found = [];
  oracle.evaluations.forEach((/** @type {any} */ theirs, /** @type {number} */ n) => {
    const ours = engine.evaluate(scenario, n);
    found.push({ what: `loss of example ${n}`, ours: [ours.loss], theirs: [theirs.loss] });
    ours.layers.forEach((layer, k) => {
      for (const quantity of /** @type {const} */ (['z', 'a', 'dC_da', 'da_dz', 'dC_dz', 'dC_dW', 'dC_db'])) {
        const values = layer[quantity];
        const expected = theirs.layers[k][quantity];
        if (values || expected)
          found.push({ what: `${quantity} of layer ${k}, example ${n}`, ours: values ?? [], theirs: expected ?? null });
      }
    });
  });

  const gradient = engine.gradient(scenario);
  found.push({ what: 'cost', ours: [gradient.cost], theirs: [oracle.gradient.cost] });
  gradient.layers.forEach(({ dC_dW, dC_db }, k) => {
    const expected = oracle.gradient.layers[k];
    found.push({ what: `mean dC_dW of layer ${k}`, ours: dC_dW, theirs: expected.dC_dW });
    if (dC_db || expected.dC_db)
      found.push({ what: `mean dC_db of layer ${k}`, ours: dC_db ?? [], theirs: expected.dC_db });
  });
  return batches ? [...found, ...trainingPairs(engine, scenario, oracle.training)] : found;
}

/**
 * @param {Engine} engine
 * @param {import('./cases.mjs').Scenario} scenario
 * @param {any} oracle
 * @returns {Pair[]}
 */
function trainingPairs(engine, scenario, oracle) {
  const { scenario: after, costs } = engine.descend(scenario, steps);
  const { state } = after.descent;
  /** @type {Pair[]} */
  const found = [{ what: 'costs on the way', ours: costs, theirs: oracle.costs }];
  after.layers.forEach((layer, k) => {
    const { frozen, weights, biases } = layer;
    const skip = { weights: flags(frozen?.weights, weights.flat()), biases: flags(frozen?.biases, biases ?? []) };
    found.push({
      what: `weights of layer ${k} after training`,
      ours: weights.flat(),
      theirs: oracle.layers[k].weights,
    });
    if (biases)
      found.push({ what: `biases of layer ${k} after training`, ours: biases, theirs: oracle.layers[k].biases });
    for (const moment of /** @type {const} */ (['first', 'second'])) {
      const remembered = state?.[moment]?.[k];
      const expected = oracle[moment][k];
      if (!remembered && !expected.weights) continue;
      // What a rule remembers of a frozen parameter is nobody's business.
      const ours = remembered?.weights.flat() ?? [];
      found.push({
        what: `${moment} of the weights of layer ${k}`,
        ours,
        theirs: expected.weights,
        skip: skip.weights,
      });
      if (biases)
        found.push({
          what: `${moment} of the biases of layer ${k}`,
          ours: remembered?.biases ?? [],
          theirs: expected.biases,
          skip: skip.biases,
        });
    }
  });
  return found;
}

/**
 * One flag for each parameter.
 * @param {true | readonly (readonly boolean[])[] | readonly boolean[] | undefined} frozen
 * @param {readonly number[]} values
 * @returns {readonly boolean[]}
 */
const flags = (frozen, values) => (frozen === true ? values.map(() => true) : (frozen ?? []).flat());

/**
 * @param {readonly Case[]} cases
 * @returns {Promise<{ torch: string, answers: any[] }>}
 */
async function askPyTorch(cases) {
  const folder = join(root, 'build/parity');
  mkdirSync(folder, { recursive: true });
  const [questions, answers] = [join(folder, 'cases.json'), join(folder, 'answers.json')];
  writeFileSync(questions, JSON.stringify(cases.map(({ scenario, batches }) => ({ scenario, batches }))));
  await run(python, ['tests/parity/oracle.py', questions, answers]);
  // Python writes numbers that JSON does not have.
  return JSON.parse(
    readFileSync(answers, 'utf8').replaceAll(/-?Infinity|NaN/g, (word) => `"${word}"`),
    (_, value) =>
      value === 'Infinity' ? Infinity : value === '-Infinity' ? -Infinity : value === 'NaN' ? Number.NaN : value,
  );
}

/**
 * @param {readonly number[]} seeds one covering array for each
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function parity(seeds = [1, 2]) {
  // Only here: it has to be built first.
  const { loadEngine } = await import('backprop-playground/engine');
  const engine = await loadEngine();
  const arrays = seeds.map((seed) => randomCases(engine, seed));
  const random = arrays.flatMap(({ cases }) => cases);
  const missing = uncovered(
    pairs,
    random.map(({ row }) => row),
  );
  const cases = [...random, ...edges];
  const { torch, answers } = await askPyTorch(cases);

  let [failed, numbers, worst] = [missing.length > 0 ? 1 : 0, 0, 0];
  if (missing.length > 0) console.log(`Not covered: ${JSON.stringify(missing)}`);
  cases.forEach((from, n) => {
    const { tolerance, floor } = n < random.length ? networks : saturated;
    const compared = pairsIn(engine, from, answers[n]).map((pair) => ({
      ...apart(pair, floor),
      count: pair.ours.length,
    }));
    const wrong = compared.filter((pair) => pair.worst > tolerance);
    numbers += compared.reduce((sum, { count }) => sum + count, 0);
    if (n < random.length) worst = Math.max(worst, ...compared.map((pair) => pair.worst));
    if (wrong.length === 0) return;
    failed++;
    const shown = wrong.slice(0, 4).map((pair) => `${pair.what} (${pair.worst})`);
    console.log(`\n${from.name}\n  ${shown.join('\n  ')}`);
  });

  const left = (/** @type {keyof (typeof arrays)[0]['leftOut']} */ why) =>
    arrays.reduce((sum, { leftOut }) => sum + leftOut[why], 0);
  console.log(
    `${cases.length} networks against PyTorch ${torch}: ${random.length} trained for ${steps} steps, ${edges.length} at kinks and where functions saturate.\n` +
      `All ${pairs.length} pairs of ${Object.values(factors).flat().length} choices that may meet have met${missing.length > 0 ? `, but ${missing.length}` : ''}.\n` +
      `${numbers} numbers compared; the largest relative difference in a network is ${worst.toExponential(1)}, allowed are ${networks.tolerance}.\n` +
      `Left out and replaced: ${left('amplifies rounding')} runs that amplify a nudge of 1e-13 beyond 1e-11, ` +
      `${left('saturates')} in which PyTorch's 1 − a² loses its digits, ` +
      `${left('leaves the domain')} that leave the loss's domain or diverge.`,
  );
  return { passed: cases.length - failed, failed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const seeds = process.argv.slice(2).map(Number);
  const { failed } = await parity(seeds.length > 0 ? seeds : undefined);
  if (failed > 0) process.exitCode = 1;
}
