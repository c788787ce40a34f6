/** The words of what edits a network: heads of layers, loss, rule, values for new weights. */
import type { Activation, Loss, Rule } from '../../scenario/types';

const sums: Record<Loss, string> = {
  squared_error: 'squared error: Σ (a − y)²',
  half_squared_error: 'half squared error: ½ Σ (a − y)²',
  mean_squared_error: 'mean squared error: mean (a − y)²',
  absolute_error: 'absolute error: Σ |a − y|',
  huber: 'Huber: squared near 0, straight beyond 1',
  binary_cross_entropy: 'binary cross-entropy: −Σ [y ln a + (1−y) ln(1−a)]',
  cross_entropy: 'cross-entropy: −Σ y ln a',
};

const rules: Record<Rule, string> = {
  gradient_descent: 'gradient descent',
  momentum: 'momentum',
  nesterov: 'Nesterov momentum',
  adagrad: 'Adagrad',
  rmsprop: 'RMSprop',
  adam: 'Adam',
  adamw: 'AdamW',
};

/** Those whose symbol is not their name. */
const activations: Partial<Record<Activation, string>> = { identity: 'identity', sigmoid: 'σ, sigmoid' };

/** A choice that cannot be made here, and why. */
const because = (name: string, reason: string) => `${name} (${reason})`;

export const editWords = {
  because,
  layers: 'Layers',
  inputs: (n: number) => (n === 1 ? '1 input' : `${n} inputs`),
  units: (n: number) => (n === 1 ? '1 unit' : `${n} units`),
  headOf: (n: number) => `Layer ${n}`,
  headOfInputs: 'Inputs',
  headOfCost: 'Loss',
  activation: (n: number) => `activation of layer ${n}`,
  addUnit: (n: number) => `Add a unit to layer ${n}`,
  removeLastUnit: (n: number) => `Remove the last unit of layer ${n}`,
  removeUnit: (unit: number, n: number) => `Remove unit ${unit} of layer ${n}`,
  addInput: 'Add an input',
  removeLastInput: 'Remove the last input',
  removeInput: (n: number) => `Remove input ${n}`,
  bias: 'bias',
  biasOf: (n: number) => `layer ${n} has biases`,
  addLayer: (n: number) => `Add a layer here, before layer ${n}`,
  addLayerHere: 'Add a layer here',
  addLayerAtEnd: 'Add a layer here, after the last',
  removeLayer: (n: number) => `Remove layer ${n}`,
  remove: 'Remove',
  activations,
  loss: 'loss',
  losses: sums,
  rules,

  reasons: {
    softmaxLast: 'only in the last layer',
    lossNeedsSoftmax: 'the loss cross-entropy needs softmax',
    needsSoftmax: 'needs softmax in the last layer',
    oneUnit: 'A layer has at least one unit.',
    oneInput: 'A network has at least one input.',
    mostUnits: (most: number) => `A layer has at most ${most} units.`,
    mostInputs: (most: number) => `A network has at most ${most} inputs.`,
    mostLayers: (most: number) => `A network has at most ${most} layers.`,
    mostParameters: (most: string) => `A network has at most ${most} weights and biases.`,
    oneLayer: 'A network has at least one layer.',
  },

  training: {
    heading: 'How it is trained',
    rule: 'Rule',
    numbers: {
      momentum: 'momentum',
      beta1: 'β₁',
      beta2: 'β₂',
      epsilon: 'ε',
      smoothing: 'smoothing',
      weightDecay: 'weight decay',
      batch: 'batch',
      seed: 'seed of the order',
      l1: 'ℓ₁',
      l2: 'ℓ₂',
    },
    meaning: {
      momentum: 'how much of the last step goes on',
      beta1: 'how long the mean of gradients remembers',
      beta2: 'how long the mean of squares remembers',
      epsilon: 'keeps a division from being one by 0',
      smoothing: 'how long the mean of squares remembers',
      weightDecay: 'how much every step shrinks each weight',
      batch: 'examples a step',
      seed: 'of the examples; empty: as they stand',
      l1: 'added to the cost: ℓ₁ Σ|w|',
      l2: 'added to the cost: ½ ℓ₂ Σw²',
    },
    all: 'all',
    none: 'none',
    rate: (rate: string) => `${rate} stands beside Play.`,
  },

  fresh: {
    heading: 'New weights',
    scheme: 'Scheme',
    schemes: {
      zeros: 'zeros',
      uniform: 'uniform: ±1/√inputs',
      xavier: 'Xavier (Glorot)',
      he: 'He',
    },
    seed: 'seed',
    all: 'Draw all weights anew',
    lead: 'What you add gets weights drawn by this scheme and seed; everything else keeps its value. Biases start at 0, a new output has the target 0.',
    drawn: (scheme: string, seed: number) => `New weights drawn: ${scheme}, seed ${seed}.`,
    movedOn: (scheme: string, seed: number, asked: number) =>
      `New weights drawn: ${scheme}, seed ${seed}. Those of seed ${asked} would have had no gradient at all, so could never learn.`,
    zeros: 'New weights are 0. All units of a layer are then alike, and stay alike: look at their gradients.',
    failed: (reason: string) => `Not changed: what draws weights could not be loaded (${reason}). Try again.`,
  },

  title: 'Title',

  number: {
    whole: (least: string, most: string) => `a whole number from ${least} to ${most}`,
    notNegative: 'a number of at least 0',
    positive: 'a number above 0',
    belowOne: 'a number from 0 to below 1',
    refused: (text: string, expected: string) => `“${text}” is not taken: expects ${expected}.`,
  },

  freeze: (symbol: string) => `Freeze ${symbol}`,
  freezeHint: 'A frozen parameter is shown with its gradient, but a step leaves it alone.',
} as const;
