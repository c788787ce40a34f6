// Which networks are put before the engine and before PyTorch: a covering array over everything a document can choose,
// each row made concrete with random numbers.
import { coveringArray, pairsOf } from './pairwise.mjs';
import { Random } from './random.mjs';

/** @typedef {import('../../web/src/scenario/types').Scenario} Scenario */
/** @typedef {import('backprop-playground/engine').Engine} Engine */
/** @typedef {{ name: string, scenario: Scenario, batches?: readonly (readonly number[])[] }} Case */

const elementwise = [
  ...['identity', 'relu', 'leaky_relu', 'elu', 'softplus', 'sigmoid'],
  ...['tanh', 'gelu', 'silu', 'sin', 'cos', 'exp'],
];

/** Everything a document can choose. Every two values of two different rows of this table meet, where they may. */
export const factors = {
  hidden: elementwise,
  output: [...elementwise, 'softmax'],
  loss: [
    ...['squared_error', 'half_squared_error', 'mean_squared_error', 'absolute_error', 'huber'],
    ...['binary_cross_entropy', 'cross_entropy'],
  ],
  rule: ['gradient_descent', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adamw'],
  numbers: ['defaults', 'own'],
  biases: ['none', 'every layer', 'some layers'],
  batch: ['all', 'one', 'uneven'],
  order: ['document', 'seeded'],
  regulariser: ['none', 'l1', 'l2', 'both'],
  frozen: ['none', 'a layer', 'one by one'],
  layers: ['2', '3', '4'],
  // The core takes a batch in blocks of 32 and lanes of 8, 2 and 1.
  examples: ['few', 'many'],
};

/**
 * Cross entropy needs softmax outputs; everything else goes with everything.
 * @param {Partial<Record<string, string>>} row
 */
export const allowed = ({ loss, output }) => !(loss === 'cross_entropy' && output && output !== 'softmax');

/** How many steps each run takes. */
export const steps = 25;

/** @param {number} seed */
export const rows = (seed) => coveringArray(factors, allowed, new Random(seed));
export const pairs = pairsOf(factors, allowed);

/** Learning rates at which each rule moves visibly in 25 steps without leaving its course. */
const alphas = {
  gradient_descent: 0.05,
  momentum: 0.01,
  nesterov: 0.01,
  adagrad: 0.05,
  rmsprop: 0.005,
  adam: 0.01,
  adamw: 0.01,
};

/** @type {Record<string, (random: Random) => Record<string, number>>} */
const ownNumbers = {
  gradient_descent: () => ({}),
  momentum: (random) => ({ momentum: random.between(0.5, 0.95) }),
  nesterov: (random) => ({ momentum: random.between(0.5, 0.95) }),
  adagrad: (random) => ({ epsilon: random.between(1e-6, 1e-2) }),
  rmsprop: (random) => ({ smoothing: random.between(0.8, 0.999), epsilon: random.between(1e-6, 1e-2) }),
  adam: (random) => ({
    beta1: random.between(0.5, 0.95),
    beta2: random.between(0.9, 0.9999),
    epsilon: random.between(1e-6, 1e-2),
  }),
  adamw: (random) => ({
    beta1: random.between(0.5, 0.95),
    beta2: random.between(0.9, 0.9999),
    epsilon: random.between(1e-6, 1e-2),
    weightDecay: random.between(0, 0.2),
  }),
};

/**
 * @param {Random} random
 * @param {string} loss
 * @param {number} outputs
 */
function targets(random, loss, outputs) {
  if (loss === 'binary_cross_entropy')
    return random.chance(0.3) ? random.list(outputs, 0, 1).map(Math.round) : random.list(outputs, 0, 1);
  if (loss === 'cross_entropy' && random.chance(0.5)) return random.shuffled([1, ...Array(outputs - 1).fill(0)]);
  if (loss === 'cross_entropy') return random.list(outputs, 0, 1);
  return random.list(outputs, -1, 1.5);
}

/**
 * @param {Random} random
 * @param {string} frozen
 * @param {{ weights: number[][], biases?: number[] }} layer
 */
function frozenFlags(random, frozen, { weights, biases }) {
  if (frozen === 'a layer')
    return { weights: /** @type {const} */ (true), ...(biases && { biases: /** @type {const} */ (true) }) };
  const flag = () => random.chance(0.4);
  return { weights: weights.map((row) => row.map(flag)), ...(biases && { biases: biases.map(flag) }) };
}

/**
 * A document with the row's choices and random numbers.
 * @param {Record<string, string>} row
 * @param {Random} random
 * @returns {Scenario}
 */
function documentOf(row, random) {
  const rule = /** @type {keyof typeof alphas} */ (row.rule);
  const count = Number(row.layers);
  // Outputs that a cross entropy takes the logarithm of have to lie between 0 and 1, which few outputs do by chance.
  const narrow = row.loss === 'binary_cross_entropy' && row.output !== 'sigmoid' && row.output !== 'softmax';
  const outputs = narrow ? 1 : row.output === 'softmax' ? 2 + random.below(3) : 1 + random.below(3);
  const widths = [...Array.from({ length: count }, () => 1 + random.below(4)), outputs];
  const odd = random.below(2);
  const biased = (/** @type {number} */ k) =>
    row.biases === 'every layer' || (row.biases === 'some layers' && k % 2 === odd);
  const chosen = random.below(count);
  const layers = widths.slice(1).map((units, k) => {
    const inputs = widths[k] ?? 1;
    const spread = 1.5 / Math.sqrt(inputs);
    const layer = {
      activation: /** @type {any} */ (k === count - 1 ? row.output : row.hidden),
      weights: Array.from({ length: units }, () => random.list(inputs, -spread, spread)),
      ...(biased(k) && { biases: random.list(units, -0.8, 0.8) }),
    };
    const freeze = row.frozen === 'one by one' || (row.frozen === 'a layer' && k === chosen);
    return freeze ? { ...layer, frozen: frozenFlags(random, row.frozen ?? '', layer) } : layer;
  });
  const many = row.examples === 'many';
  const [low, high] = narrow ? [0.3, many ? 0.7 : 1.5] : [-1.5, 1.5];
  const examples = Array.from({ length: many ? 33 + random.below(12) : narrow ? 3 : 3 + random.below(4) }, () => ({
    inputs: random.list(widths[0] ?? 1, low, high),
    targets: targets(random, row.loss ?? '', outputs),
  }));
  const descent = {
    rule,
    alpha: alphas[rule] * random.between(0.5, 1.5) * (narrow ? 0.1 : 1),
    ...(row.numbers === 'own' && ownNumbers[rule]?.(random)),
    ...(row.batch === 'one' && { batch: 1 }),
    ...(row.batch === 'uneven' && { batch: many ? 17 + random.below(16) : examples.length - 1 }),
    ...(row.order === 'seeded' && { seed: random.bits() }),
    ...((row.regulariser === 'l1' || row.regulariser === 'both') && { l1: random.between(0.001, 0.05) }),
    ...((row.regulariser === 'l2' || row.regulariser === 'both') && { l2: random.between(0.001, 0.1) }),
  };
  return /** @type {Scenario} */ ({ version: 1, layers, examples, loss: row.loss, descent });
}

/**
 * The examples of each step and of the one after the last.
 * @param {Engine} engine
 * @param {Scenario} scenario
 */
function batchesOf(engine, scenario) {
  const count = scenario.examples.length;
  const { batch = count, seed } = scenario.descent;
  const batches = [];
  const epochs = Math.ceil((steps + 1) / Math.ceil(count / batch));
  const turns = seed === undefined ? [] : turnsOf(engine, seed, count, epochs);
  for (let epoch = 0; batches.length <= steps; epoch++) {
    const order = seed === undefined ? [...Array(count).keys()] : turns.slice(epoch * count, (epoch + 1) * count);
    if (new Set(order).size !== count) throw new Error('an epoch does not show every example once');
    for (let at = 0; at < count; at += batch) batches.push(order.slice(at, at + batch));
  }
  return batches.slice(0, steps + 1);
}

/**
 * Where a seed orders the examples the order is ours alone, so it is read off the engine: of a network that stands
 * still (α = 0), whose output for example n is n, one example a step, the cost of a step is n².
 * @param {Engine} engine
 * @param {number} seed
 * @param {number} count
 * @param {number} epochs
 */
function turnsOf(engine, seed, count, epochs) {
  const still = /** @type {Scenario} */ ({
    version: 1,
    layers: [{ activation: 'identity', weights: [[1]] }],
    examples: Array.from({ length: count }, (_, n) => ({ inputs: [n], targets: [0] })),
    loss: 'squared_error',
    descent: /** @type {any} */ ({ rule: 'gradient_descent', alpha: 0, batch: 1, seed }),
  });
  return Array.from(engine.descend(still, epochs * count - 1).costs, Math.sqrt);
}

/** Relative size of the nudge that tells a run that amplifies rounding from one that does not. */
const nudge = 1e-13;
/** How far it may have grown: a tenth of what the comparison with PyTorch allows. */
const amplified = 1e-11;

/**
 * Why the engine's own run makes a poor comparison, if it does.
 * @param {Engine} engine
 * @param {Scenario} scenario
 * @param {Random} random
 * @returns {'leaves the domain' | 'amplifies rounding' | 'saturates' | undefined}
 */
function unfit(engine, scenario, random) {
  const run = engine.descend(scenario, steps);
  if (run.diverged) return 'leaves the domain';
  const values = run.scenario.layers.flatMap(({ weights, biases = [] }) => [...weights.flat(), ...biases]);
  if (!values.every((value) => Math.abs(value) < 1e3)) return 'leaves the domain';
  if (scenario.loss === 'binary_cross_entropy' && !staysBetween(engine, scenario)) return 'leaves the domain';

  if (saturates(engine, scenario) || saturates(engine, run.scenario)) return 'saturates';

  const shaken = (/** @type {number} */ value) => value * (1 + (random.chance(0.5) ? nudge : -nudge));
  const layers = scenario.layers.map((layer) => ({
    ...layer,
    weights: layer.weights.map((row) => row.map(shaken)),
    ...(layer.biases && { biases: layer.biases.map(shaken) }),
  }));
  const other = engine.descend(/** @type {Scenario} */ ({ ...scenario, layers }), steps);
  const others = other.scenario.layers.flatMap(({ weights, biases = [] }) => [...weights.flat(), ...biases]);
  const apart = values.map((value, k) => Math.abs(value - (others[k] ?? Number.NaN)) / Math.max(Math.abs(value), 1e-3));
  return Math.max(...apart) > amplified ? 'amplifies rounding' : undefined;
}

/**
 * Whether a slope is so small that PyTorch, which takes it from 1 − a, knows it to fewer digits than are compared.
 * @param {Engine} engine
 * @param {Scenario} scenario
 */
const saturates = (engine, scenario) =>
  scenario.examples.some((_, n) =>
    engine.evaluate(scenario, n).layers.some(({ da_dz }, k) => {
      const bounded = /^(tanh|sigmoid)$/.test(scenario.layers[k]?.activation ?? '');
      return bounded && da_dz.some((slope) => slope < 1e-4);
    }),
  );

/**
 * Whether all outputs stay well between 0 and 1 on the way.
 * @param {Engine} engine
 * @param {Scenario} scenario
 */
function staysBetween(engine, scenario) {
  const points = Float64Array.from(scenario.examples.flatMap(({ inputs }) => inputs));
  let now = scenario;
  for (let step = 0; step <= steps; step++) {
    if (!engine.predict(now, points).every((a) => a > 0.01 && a < 0.99)) return false;
    now = engine.descend(now, 1).scenario;
  }
  return true;
}

/**
 * One case for each row of a covering array. A run that cannot be compared is left out and replaced by another with the
 * same choices, so that the array stays covering.
 * @param {Engine} engine
 * @param {number} seed
 */
export function randomCases(engine, seed) {
  const leftOut = { 'leaves the domain': 0, 'amplifies rounding': 0, saturates: 0 };
  const cases = rows(seed).map((row, k) => {
    const random = new Random(seed * 100_003 + k);
    for (let tries = 0; tries < 5_000; tries++) {
      const scenario = documentOf(row, random);
      const reason = unfit(engine, scenario, random);
      if (!reason) return { name: nameOf(row), row, scenario, batches: batchesOf(engine, scenario) };
      leftOut[reason]++;
    }
    throw new Error(`no comparable network found for ${nameOf(row)}`);
  });
  return { cases, leftOut };
}

/** @param {Record<string, string>} row */
const nameOf = (row) =>
  Object.entries(row)
    .map(([factor, value]) => `${factor} ${value}`)
    .join(', ');
