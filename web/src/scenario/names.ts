/**
 * The names a document may use. To add one: its row here (the types follow), then its case in core/activation.hpp,
 * core/loss.hpp or core/scenario.hpp.
 */
export const activations = ['identity', 'relu', 'sigmoid', 'tanh'] as const;

export const losses = [
  'squared_error', // Σ (a − y)²
  'half_squared_error', // ½ Σ (a − y)²
] as const;

export const rules = ['gradient_descent'] as const;

export const rates = ['α', 'η'] as const;
export const costs = ['C', 'L', 'E'] as const;
export const decimals = ['.', ','] as const;
