/** The words of the landscape: the cost over one or two parameters. */
export const landscapeWords = {
  over: (cost: string) => `${cost} over`,
  two: 'two weights',
  against: 'and',
  closer: 'Zoom in',
  farther: 'Zoom out',
  fit: 'Fit',
  zoom: 'Zoom',
  mean: (cost: string, count: number) => `Here ${cost} is the mean over all ${count} examples.`,
  chooseAnother: 'Choose another weight in the network or under “Chain rule” to see the cost over that one.',
  point: (w: string) => `${w} of the point`,
  curve: (cost: string, w: string) => `${cost} over ${w}: arrow keys move the point`,
  contours: (cost: string, w: string, v: string) =>
    `${cost} over ${w} and ${v}: the arrow keys move the point, left and right along ${w}, up and down along ${v}`,
  pointWords: (places: readonly string[], cost: string) => `${places.join(', ')}, ${cost}`,
  gradient: 'gradient',
  step: 'step',
  tangent: (slope: string, flat: boolean) =>
    flat
      ? `The tangent is flat: ${slope}. However large the rate, the step has no length.`
      : `The tangent’s slope is ${slope}: how steep the curve is at the point, not how high.`,
  update: 'The step:',
  byRule: (rule: string) => `The step by the rule ${rule}, which remembers earlier steps:`,
  frozen: (w: string) => `${w} is frozen: a step leaves it where it is.`,
  lengthens: (rate: string) => `${rate} makes the arrow longer or shorter; it does not change the gradient.`,
  alone: (w: string, cost: string, value: string) => `If only ${w} moved, ${cost} would be ${value} there.`,
  together: (cost: string, before: string, after: string) =>
    `A step moves all weights at once: ${cost} goes from ${before} to ${after}.`,
  rises: (cost: string) => `${cost} rises: the step goes too far, since the slope holds only near the point.`,
  noStep: 'So there is no tangent and no step to draw.',
  diverged: 'The step would leave the finite numbers.',
  across: (cost: string) =>
    `On a line ${cost} is the same everywhere. The arrow shows the negative gradient, the way down that is steepest: it crosses the line at a right angle.`,
  stands: 'The gradient over these two is 0: no way leads down from the point, as far as its slope tells.',
  lands: (places: readonly string[]) => `The step lands at ${places.join(', ')}.`,
  legend: {
    point: 'the network now',
    landing: 'after the step',
    path: 'the run so far',
    descent: '−gradient',
  },
  tooLarge: 'This network with its examples is too large to draw a landscape of it. Use fewer examples.',
} as const;
