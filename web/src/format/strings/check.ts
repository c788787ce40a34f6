/** The words of the check of the gradient against central differences. */
export const checkWords = {
  caption: 'Each gradient beside what really happens when its parameter is moved',
  parameter: 'parameter',
  analytic: 'chain rule',
  numeric: 'central difference',
  step: 'h',
  agree: 'they agree in',
  digits: (count: string) => (count === '1' ? '1 digit' : `${count} digits`),
  exactly: 'all digits',
  error: (error: string) => `relative error ${error}`,
  worst: 'least',
  kink: 'at a kink',
  how: (cost: string) =>
    `The central difference knows no chain rule: it moves one parameter by h, runs the whole network forwards, moves it by −h, runs it again, and divides: (${cost} above − ${cost} below) / 2h.`,
  proves: (which: string, digits: string, least: string | undefined) =>
    `${which} in at least ${digits} digits${least === undefined ? '' : `; the least is ${least}`}. So the factors multiply to the true slope here: two ways that share no formula lead to the same numbers.`,
  provesAll: (which: string) => `${which} in all digits: two ways that share no formula lead to the same numbers.`,
  doubt: (worst: string, digits: string) =>
    `${worst} agrees in only ${digits === '1' ? 'one digit' : `${digits} digits`}. That is too few to be rounding: something here is steep or nearly singular.`,
  noProof: 'All parameters lie at a kink, so there is nothing to compare.',
  nothingFinite:
    'Each gradient or its central difference is infinite or not a number: the numbers have left the finite range, so there is nothing to compare.',
  beyond: (count: number) =>
    `${count === 1 ? 'One gradient or its central difference is' : `${count} gradients or their central differences are`} infinite or not a number: there the numbers have left the finite range, and there is nothing to compare.`,
  not: 'It does not show that a step is good, only that its direction is computed rightly.',
  kinks: (count: number) =>
    count === 1
      ? 'One parameter lies at a kink: on its two sides the slopes differ, and the two ways need not agree.'
      : `${count} parameters lie at a kink: on its two sides the slopes differ, and the two ways need not agree.`,
  kinkOf: (f: string, z: string) =>
    `${f} has its kink at ${z} = 0, within h: the chain rule uses the slope of one side.`,
  kinkOfLoss: (a: string) => `The cost has its kink where ${a} meets its target, within h.`,
  kinkOfPenalty: (w: string) => `The penalty |${w}| has its kink at ${w} = 0, within h.`,
  all: (count: number) => (count === 1 ? 'The one gradient agrees' : `All ${count} gradients agree`),
  without: (count: number) => (count === 1 ? 'The other gradient agrees' : `The other ${count} gradients agree`),
  mean: (cost: string, count: number) => `${cost} is the mean over all ${count} examples.`,
  toWorst: 'Show the least',
  start: (count: string) => `Check all ${count} parameters`,
  long: (time: string) => `It takes about ${time}; the page goes on answering meanwhile.`,
  seconds: (n: number) => (n === 1 ? 'a second' : `${n} seconds`),
  minutes: (n: number) => `${n} minutes`,
  hours: (n: number) => `${n} hours`,
  going: (percent: string) => `Moving one parameter after the other: ${percent}% done.`,
  stop: 'Stop',
  table: 'The check, scrollable',
} as const;
