import { list } from './list';

/** The words of what is wrong with a network, and of what can be done about it. */
export const diagnoseWords = {
  none: (cost: string) =>
    `Nothing is wrong: every number is finite, every unit passes a gradient on, no layer’s gradient is a thousand times another’s, every target can be reached, and the next step does not raise ${cost}.`,
  going: (percent: string) => `Looking through the examples: ${percent}% done.`,
  count: (n: number) => (n === 1 ? 'One thing is wrong.' : `${n} things are wrong.`),
  more: (n: number) => `and ${n} more of the kind.`,
  remedies: 'What helps, one undo away:',
  noRemedy: 'No single edit helps here; undo, or change the weights by hand.',
  /** What is there only because of what was said before. */
  follows: (layer: string) => `What follows, as layer ${layer} gives 0:`,
  show: (what: string) => `Show ${what}`,

  nonFinite: (what: string, example: string) =>
    `${what} of example ${example} is infinite or not a number: the numbers grow too large on the way. Nothing after it can be computed.`,
  dead: (a: string, f: string, z: string, many: boolean) =>
    `${a} is dead: ${z} is ${many ? 'not above 0 for any example' : 'not above 0'}, so the slope of ${f} there is 0. This factor shuts every chain through ${a}, whatever the other factors are.`,
  deadInput: (a: string, f: string, z: string, inputs: string) =>
    `${a} is dead: all that feeds it, ${inputs}, is 0, so ${z} is exactly 0. At the kink of ${f} we use the slope 0, as PyTorch does.`,
  revivable: 'A gradient still moves what feeds it, so training may open it again.',
  forGood: 'No gradient moves what feeds it either, so training cannot open it again.',
  saturated: (a: string, f: string, slope: string, z: string) =>
    `${a} is saturated: the slope of ${f} at ${z} is at most ${slope}. The error may be large, yet little gradient passes through so flat a curve.`,
  vanishing: (ratio: string, layer: string, why: string) =>
    `The gradient vanishes: in the first layer it is ${ratio} times what it is in the last. Being far away is not the reason: a product of many small factors is. It shrinks most at layer ${layer}, through ${why}.`,
  exploding: (ratio: string, layer: string, why: string) =>
    `The gradient explodes: in the first layer it is ${ratio} times what it is in the last, a product of many large factors. It grows most at layer ${layer}, through ${why}.`,
  throughSlope: (f: string) => `the slope of ${f}`,
  throughWeight: 'the weights on the way',
  norms: 'How strongly the cost answers z, layer by layer (root mean square, log scale)',
  layer: (n: string) => `layer ${n}`,
  outOfRange: (y: string, target: string, a: string, f: string, nearest: string, example: string) =>
    `${y} of example ${example} is ${target}, which ${f} cannot give: the nearest ${a} can come is ${nearest}. So the error never becomes 0.`,
  standsStill: (steps: number, cost: string, value: string) =>
    steps === 0
      ? `The gradient is 0 everywhere, so no step changes anything, yet ${cost} is ${value}. A gradient of 0 does not mean finished.`
      : `After ${steps === 1 ? 'one step' : `${steps} steps`} the run stands still with ${cost} at ${value}: no gradient is left. A gradient of 0 does not mean finished.`,
  allFrozen: (cost: string, value: string) =>
    `Every weight and bias is frozen, so no step changes anything, and ${cost} stays at ${value}.`,
  alphaTooLarge: (rate: string, now: string, cost: string, before: string, after: string, bound: string) =>
    `${rate} = ${now} is too large: the next step raises ${cost} from ${before} to ${after}. The direction is right, the step too long; up to ${rate} = ${bound} it does not raise ${cost}.`,
  alphaDiverges: (rate: string, now: string, bound: string) =>
    `${rate} = ${now} is too large: the next step leaves the finite numbers. Up to ${rate} = ${bound} it lowers the cost.`,

  remedy: {
    flip: (a: string) => `Turn the signs of what feeds ${a}`,
    bias: (b: string, value: string) => `Raise ${b} to ${value}`,
    activation: (f: string, layers: readonly string[]) =>
      `Use ${f} in ${layers.length > 1 ? 'layers' : 'layer'} ${list(layers)}`,
    activations: (f: string) => `Use ${f} in the hidden layers`,
    shrink: (a: string, part: string) => `Shrink the weights into ${a} to ${part} of what they are`,
    unfreeze: 'Unfreeze all weights and biases',
    fresh: (seed: string) => `New weights (Xavier, seed ${seed})`,
    rate: (rate: string, value: string) => `Lower ${rate} to ${value}`,
    target: (y: string, value: string) => `Set ${y} to ${value}`,
  },
} as const;
