import type { Phase } from '../../state/phase';

/** What a part of a step does. */
export const phaseWords = {
  forward: (layer, of) =>
    `Forward, layer ${layer} of ${of}: each neuron computes z, then its activation a. No cost yet.`,
  cost: () => 'Cost: how far the output is from the target. No derivative yet.',
  backward: (layer, of) =>
    `Backward, layer ${layer} of ${of}: from the cost back, how strongly it answers. No weight has moved.`,
  update: () => 'Update: all weights move at once (→ new value). The other numbers are still the old ones.',
} satisfies Record<Phase, (layer: string, of: string) => string>;
