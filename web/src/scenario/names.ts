/**
 * The names a document may use, the same as in core/activation.hpp, core/loss.hpp and core/scenario.hpp, where it says how
 * to add one; its row here comes then, and the types follow.
 */
export const activations = [
  'identity',
  'relu',
  'leaky_relu',
  'elu',
  'softplus',
  'sigmoid',
  'tanh',
  'gelu',
  'silu',
  'sin',
  'cos',
  'exp',
  'softmax', // output layer only
] as const;

const kinked: readonly string[] = ['relu', 'leaky_relu'] satisfies (typeof activations)[number][];

/** Whether the slope of an activation jumps at z = 0. */
export const hasKink = (activation: (typeof activations)[number]): boolean => kinked.includes(activation);

export const losses = [
  'squared_error', // Σ (a − y)²
  'half_squared_error', // ½ Σ (a − y)²
  'mean_squared_error', // mean over the outputs
  'absolute_error', // Σ |a − y|
  'huber', // δ = 1
  'binary_cross_entropy',
  'cross_entropy', // output softmax
] as const;

export const rules = ['gradient_descent', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adamw'] as const;

/** The numbers a rule uses beside α, with PyTorch's defaults; and the lists it remembers from step to step. */
export const ruleNumbers = {
  gradient_descent: {},
  momentum: { momentum: 0.9 },
  nesterov: { momentum: 0.9 },
  adagrad: { epsilon: 1e-10 },
  rmsprop: { epsilon: 1e-8, smoothing: 0.99 },
  adam: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  adamw: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
} as const satisfies Record<(typeof rules)[number], Readonly<Record<string, number>>>;

export const remembers = {
  gradient_descent: [],
  momentum: ['first'],
  nesterov: ['first'],
  adagrad: ['second'],
  rmsprop: ['second'],
  adam: ['first', 'second'],
  adamw: ['first', 'second'],
} as const satisfies Record<(typeof rules)[number], readonly ('first' | 'second')[]>;

/** Examples that the core makes; in core/scenario.hpp and core/dataset.cpp. */
export const datasets = [
  'circle',
  'xor',
  'gauss',
  'spiral',
  'moons',
  'plane',
  'and_table',
  'or_table',
  'xor_table',
] as const;

/** How new weights are drawn; in core/initialise.cpp. */
export const schemes = ['zeros', 'uniform', 'xavier', 'he'] as const;

export const rates = ['α', 'η'] as const;
export const costs = ['C', 'L', 'E'] as const;
export const decimals = ['.', ','] as const;
