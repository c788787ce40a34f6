/** What symbols stand for: for readers who point at one, and in the list of them all. */
export const meaningWords = {
  heading: 'What the symbols mean',
  rounded: (digits: number) =>
    digits < 17
      ? `Numbers are shown with ${digits} digits and computed with all of them, so the last shown one may differ from what shown numbers give on a calculator. Settings have up to 17 digits.`
      : 'Numbers are shown to their last digit, as they are computed.',
  x: (input: string) => `input ${input} of the network: given`,
  w: (input: string, unit: string) => `weight from ${input} to ${unit}: training may change it`,
  b: (unit: string) => `bias of ${unit}: training may change it`,
  z: (unit: string) => `what ${unit} adds up: its inputs times its weights`,
  a: (unit: string) => `activation of ${unit}: what it passes on`,
  C: 'the cost: how far the output is from the target',
  prediction: 'the prediction: what the network says, its last activation',
  target: 'the target: what the output should be, given',
  rate: 'the learning rate: how much of the gradient one step takes',
  slope: 'the slope of the activation at z: the tangent in the neuron',
  gradient: (cost: string) => `how strongly ${cost} answers a weight: the change of ${cost} per change of it`,
  link: 'how strongly one quantity answers the one before: one factor, one link of the chain',
  neuron: (n: string) => `neuron ${n}`,
  unitOf: (unit: string, layer: string) => `unit ${unit} of layer ${layer}`,
  weightOf: (unit: string) => `a weight of ${unit}`,
  gradientOf: (unit: string) => `the gradient of a weight of ${unit}`,
  inputN: (n: string) => `input ${n}`,
} as const;
