/** The words of what the chain rule panel can show beside its row of factors; they come after the first screen. */
const products = (n: number, count: string): string => `${count} ${n === 1 ? 'multiplication' : 'multiplications'}`;

export const explainWords = {
  order: 'Order',
  orders: { nudge: 'as a nudge travels', cost: 'cost first' },
  factors: 'Factors',
  grouped: { whole: 'as in the note', parts: 'slope and weight' },

  once: 'computed once',
  shares: 'what is underlined twice serves the neighbour',
  too: 'too:',
  goTo: (weight: string) => `Explain ${weight}`,

  opens: (factor: string) => `Open ${factor}`,
  closes: (factor: string) => `Close ${factor}`,
  moreTerms: (count: number) => `Show all ${count} terms`,

  paths: (from: string, cost: string) => `All paths from ${from} to ${cost}`,
  count: (count: string, one: boolean) => `${count} ${one ? 'path' : 'paths'}`,
  add: (gradient: string) => `Each path is a product; together they add up to ${gradient}.`,
  strongest: (shown: string, count: string) => `The ${shown} strongest of ${count}:`,
  showMore: 'Show more paths',
  sum: 'sum',
  reuse: (cost: string) =>
    `Underlined twice: the end that paths have in common. Path by path it is multiplied again for each; backpropagation starts at ${cost}, computes it once and keeps it.`,
  fork: (z: string) => `At ${z}, one number arrives and leaves by two exits`,
  forkAt: 'On the way to the cost, at',
  forkLead: (cost: string, a: string, z: string, w: string) =>
    `How strongly ${cost} answers ${a}, ${z} and ${w} are three things, even where the numbers agree.`,
  arrives: 'arrives',
  slope: 'slope',
  toWeight: 'to the weight',
  toBias: 'to the bias',
  toBefore: 'to what lies before',
  given: 'given: nothing there to change',
  itsInput: 'its input',
  theWeight: 'the weight',
  into: 'into',
  intoName: (part: string, name: string) => `${part} into ${name}`,
  inAll: 'in all: each unit it feeds sends a part',

  work: 'How much there is to multiply',
  ofOne: (name: string) => `for ${name} alone`,
  ofAll: 'for every weight and bias',
  byPaths: 'path by path',
  byBackprop: 'by back\u00ADpropagation',
  products,
} as const;
