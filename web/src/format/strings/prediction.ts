/** The words beside what the factors predict of a nudge. */
export const predictionWords = {
  predict: 'The factors predict',
  perUnit: 'per unit of',
  shrink: 'The smaller the nudge, the closer the two.',
  moved: 'really moved',
  predicted: 'factors predict',
  shutWhy: (link: string) => `Nothing moves: the link ${link} is shut.`,
  crosses: (f: string, z: string) =>
    `This nudge crosses the kink of ${f} at ${z} = 0, where the slope jumps: no one number predicts both sides.`,
  atKink: (f: string, z: string, cost: string) =>
    `${z} is exactly 0, at the kink of ${f}: on one side ${cost} answers, on the other it does not. There is no single slope; we use 0, as PyTorch does.`,
  sizes: 'nudge',
} as const;
