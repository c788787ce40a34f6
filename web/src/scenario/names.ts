/**
 * The names a document may use. To add one: its row here (the types follow), then its case in core/activation.hpp,
 * core/loss.hpp or core/scenario.hpp.
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

export const losses = [
  'squared_error', // Σ (a − y)²
  'half_squared_error', // ½ Σ (a − y)²
  'mean_squared_error', // mean over the outputs
  'absolute_error', // Σ |a − y|
  'huber', // δ = 1
  'binary_cross_entropy',
  'cross_entropy', // output softmax
] as const;

export const rules = ['gradient_descent'] as const;

export const rates = ['α', 'η'] as const;
export const costs = ['C', 'L', 'E'] as const;
export const decimals = ['.', ','] as const;
