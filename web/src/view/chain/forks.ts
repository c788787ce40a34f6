/** The forks that a nudge of a weight comes by, each drawn for the weight that leads into it. */
import type { WeightRef } from '../../scenario/types';
import type { NetworkShape } from '../diagram/layout';

const firstInput = 0;

/** The weight's own unit, then every unit of the layers after it: into the next layer by its own activation, further on by the first. */
export const forksFrom = ({ layers }: NetworkShape, weight: WeightRef): readonly WeightRef[] => [
  weight,
  ...layers.slice(weight.layer + 1).flatMap(({ units }, k) => {
    const layer = weight.layer + 1 + k;
    const input = k === 0 ? weight.unit : firstInput;
    return Array.from({ length: units }, (_, unit) => ({ layer, unit, input }));
  }),
];
