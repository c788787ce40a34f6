/** Where a slope was taken at a kink. */
import type { Evaluation, Factor, Quantity } from '../../../bindings/backprop';
import { hasKink } from '../scenario/names';
import type { Scenario } from '../scenario/types';
import { activationName } from './symbol';

/** A factor that contains a slope at a kink: there are two slopes, and one is used. */
interface AtKink {
  /** What is exactly there: z at 0, or an output at its target. */
  readonly at: Quantity;
  /** What has the kink, as it is written. */
  readonly name: string;
  readonly slope: number;
}

/** The kink at which a slope of this factor was taken. */
export function kinkOfLink(link: Factor, s: Scenario, evaluation: Evaluation): AtKink | undefined {
  // The slope of |a − y| is 0 nowhere else.
  if (link.of.kind === 'C' && s.loss === 'absolute_error' && !link.terms && link.value === 0) {
    return { at: link.by, name: '|·|', slope: 0 };
  }
  const slope = [link, ...link.parts].find((part) => part.of.kind === 'a' && part.by.kind === 'z');
  const { layer, unit } = slope?.of ?? {};
  if (!slope || layer === undefined || unit === undefined || evaluation.layers[layer]?.z[unit] !== 0) return undefined;
  const activation = s.layers[layer]?.activation;
  if (!activation || !hasKink(activation)) return undefined;
  return { at: slope.by, name: activationName(activation), slope: slope.value };
}
