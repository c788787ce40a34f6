/** The words of shallow beside deep, and of what depth does to the factors. */
import { capital } from '../capital';

export const depthWords = {
  lead: (one: string, example: string) =>
    `${capital(one)} beside a chain, on the same example${example}, with the same cost and the same rate.`,
  shownExample: (n: number) => ` (example ${n})`,
  itself: (name: string) => `The ${name} is the network on screen.`,
  made: (name: string) => `The ${name} is a network of its own, made to say what the network on screen says.`,
  another: (name: string) =>
    `The ${name} is another network than the one on screen: its weights and its gradients are its own, also where their symbols are the same.`,
  noChain: 'The network on screen is not a chain.',
  noOne: 'There is no single neuron that says what the network on screen says: its last sum is not finite.',
  notFinite: 'What comes after it cannot be compared.',
  one: (neurons: number) => (neurons === 1 ? 'one neuron' : `one layer of ${neurons} neurons`),
  chain: (layers: number) => (layers === 1 ? 'chain of one layer' : `chain of ${layers} layers`),
  says: 'it computes',
  numbers: 'with',
  number: (symbol: string, value: string) => `${symbol}\u00a0=\u00a0${value}`,
  cost: (cost: string) => `${cost} now`,
  factors: (derivative: string) => `factors of ${derivative}`,
  after: (cost: string, steps: number) => `${cost} after ${steps} steps`,
  curves: (cost: string, steps: number) => `${cost} over ${steps} steps`,
  compared: 'Both networks in numbers',
  layers: 'Layers',
  added: 'Added layers',
  weight: 'weight of each added layer',
  weightShort: 'weight of each',
  bars: (derivative: string) => `All factors of ${derivative}`,
  logScale: 'log scale',
  product: (derivative: string, value: string) => `Multiplied: ${derivative} = ${value}.`,
  ofRelu: 'A ReLU layer that is open brings one factor, its weight: 1 leaves the product as it is.',
  ofSigmoid:
    'A σ layer brings one factor: its weight times a slope of at most a quarter. So with weights between −4 and 4 the product shrinks, however near or far the weight is.',
  weights: 'Every weight of the chain',
  weightColumn: 'weight',
  gradientColumn: 'its gradient',
  productColumn: 'weight × gradient',
  law: 'The last column is the same for every weight. So the smallest weight has the largest gradient, wherever it stands: being near to the output or far from it is not what counts.',
  noLaw:
    'With one input, one output and no biases, and with every layer before the last an open ReLU, the last column would be the same for every weight.',
  swap: (first: string, last: string) => `Swap ${first} and ${last} in the network`,
  swapHint: 'and watch their gradients swap as well.',
  use: 'Put this chain into the network',
} as const;
