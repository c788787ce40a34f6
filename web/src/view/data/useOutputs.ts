import type { Example, Scenario } from '../../scenario/types';
import { useWholeEngine } from '../useWholeEngine';

/** What the network says to each of these examples; undefined until what computes it is there. */
export const useOutputs = (s: Scenario, examples: readonly Example[]): Float64Array | undefined =>
  useWholeEngine()?.predict(s, Float64Array.from(examples.flatMap(({ inputs }) => inputs)));
