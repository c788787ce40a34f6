import type { Loss } from '../../scenario/types';

/** ∂C/∂a of an output, as its formula is read in a sentence; `n`: how many outputs share the mean. */
const costSlopes: Record<Loss, (a: string, y: string, n: number) => string> = {
  squared_error: (a, y) => `2·(${a} − ${y})`,
  half_squared_error: (a, y) => `${a} − ${y}`,
  mean_squared_error: (a, y, n) => `2·(${a} − ${y})${n > 1 ? ` / ${n}` : ''}`,
  absolute_error: (a, y) => `the sign of ${a} − ${y}`,
  huber: (a, y) => `${a} − ${y}, kept within −1 and 1`,
  binary_cross_entropy: (a, y) => `(${a} − ${y}) / (${a}·(1 − ${a}))`,
  cross_entropy: (a, y) => `−${y} / ${a}`,
};

/** The words of links: what a derivative is, what a factor consists of, and where its value comes from. */
export const linkWords = {
  strength: (of: string, by: string) => `the change of ${of} per change of ${by}`,
  answers: (of: string, by: string) => `how strongly ${of} answers ${by}`,
  cost: 'the cost',
  slope: (f: string, z: string, value: string) => `the slope of ${f} at ${z} (${value})`,
  weight: (w: string, value: string) => `the weight on the way, ${w} (${value})`,
  input: (x: string, value: string) => `what the weight multiplies, ${x} (${value})`,
  bias: '1, since a bias is added as it is',
  costSlope: (loss: Loss, a: string, y: string, n: number) =>
    `the slope of the cost at ${a}, ${costSlopes[loss](a, y, n)}`,
  sum: 'the sum over all units it feeds',
  sumOfOutputs: 'the sum over all outputs, since softmax shares one total among them',
  times: ' × ',
  kink: (f: string, z: string, slope: string) =>
    `${z} is exactly 0: at the kink of ${f} we use the slope ${slope}, as PyTorch does.`,
  kinkOfCost: (f: string, a: string, slope: string) =>
    `${a} is exactly the target: at the kink of ${f} we use the slope ${slope}, as PyTorch does.`,
} as const;
