/** The words of the classic mistakes, run beside the truth. */
import type { Slip } from '../../../../bindings/backprop';

type Kind = Slip['kind'];

export const slipWords = {
  lead: (w: string, delta: string, cost: string) =>
    `Nudge ${w} by ${delta}, and nobody has to be believed: each gradient predicts how ${cost} moves, and the network shows who is right.`,
  size: 'Nudge by',
  caption: 'What each gradient predicts beside what really happens',
  gradients: 'Mistakes in the gradient',
  updates: 'Mistakes in the update',
  who: 'gradient',
  predicts: (cost: string) => `${cost} should move by`,
  off: 'off by',
  right: 'the factors, multiplied',
  truth: 'what really happens',
  cut: 'cut: longer than there is room for',
  curved: 'less with a smaller nudge',
  same: 'no difference here',
  wrongWay: 'the wrong way',
  nothingMoves: 'nothing moves',
  smaller:
    'Make the nudge smaller: the right prediction comes as close to the truth as you like. A mistake stays as far off as it is.',
  mean: (cost: string, count: number, all: number) =>
    count < all
      ? `Here ${cost} is the mean over the first ${count === 1 ? 'example' : `${count} examples`} alone, so that each mistake is run at once.`
      : `Here ${cost} is the mean over all ${count} examples.`,
  none: 'None of the classic mistakes in the gradient can be made for this parameter.',
  names: {
    forgotTwo: 'the 2 of the square forgotten',
    forgotSlope: 'slopes of the activations dropped',
    forgotInput: 'input of the weight forgotten',
    forgotWeight: 'weights on the way forgotten',
    valuesBack: 'activations sent back in place of weights',
    added: 'factors added, not multiplied',
    onePath: 'one path taken, the others overwritten',
    wrongSign: 'uphill: + in place of −',
    outputFirst: 'output layer first, then back through its new weights',
  } satisfies Record<Kind, string>,
  why: {
    forgotTwo: (cost: string) =>
      `The slope of (yₚ − y)² is 2(yₚ − y): half a gradient, half a step, and ${cost} falls more slowly.`,
    forgotSlope: () =>
      'Each activation passes on only what its tangent lets through: its slope belongs into the product.',
    forgotInput: () =>
      'That is how strongly the cost answers z. A weight moves z by its input, so the input is one more factor.',
    forgotWeight: () =>
      'A nudge of a neuron reaches the next one through the weight between them, and is rescaled by it.',
    valuesBack: () =>
      'What travels back is not what a neuron is worth but how strongly the cost answers it: multiply by weights and slopes.',
    added: () =>
      'Each link rescales the nudge that arrives, so the factors multiply. Added, one shut link would stop nothing.',
    onePath: () => 'A unit that feeds several moves the cost along each of them: contributions of all paths add up.',
    wrongSign: (cost: string) => `The gradient points to where ${cost} grows, so a step goes against it.`,
    outputFirst: () => 'All gradients belong to the old weights. The mistake grows with the rate.',
  } satisfies Record<Kind, (cost: string) => string>,
  run: (name: string) => `Run it too: ${name}`,
  drift: (count: number, cost: string) => `${cost} over ${count} steps, each run by its own rule`,
  rightRun: 'all at once, downhill',
  after: (w: string) => `${w} after one step`,
  final: (cost: string, count: number) => `${cost} after ${count} steps`,
  strays: (w: string) => `${w} drifts off by, at most`,
  running: 'Running…',
  start: 'Run the mistakes',
  long: 'In a network with so many weights and examples this takes a while.',
  endsLower: (cost: string) =>
    `Here a mistake ends with the lower ${cost}. That does not make it right: from another place, or with another rate, it may end higher.`,
  tryRate: (rate: string) => `Try a larger ${rate}: the runs drift farther apart.`,
} as const;
