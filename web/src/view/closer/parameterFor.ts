import { firstWeight, hasRef, isParameter, parameters } from '../../scenario/refs';
import type { ParameterRef, Ref, Scenario } from '../../scenario/types';

/**
 * The chosen parameter; where an activation is chosen, the first parameter of its unit. The first weight where the network
 * has no such place: what is drawn at rest may be of the document before.
 */
export function parameterFor(s: Scenario, pick: Ref): ParameterRef {
  if (!hasRef(s, pick)) return firstWeight;
  if (isParameter(pick)) return pick;
  return parameters(s).find((ref) => ref.layer === pick.layer && ref.unit === pick.unit) ?? firstWeight;
}
