import { isParameter, parameters } from '../../scenario/refs';
import type { ParameterRef, Ref, Scenario } from '../../scenario/types';

/** The chosen parameter; where an activation is chosen, the first parameter of its unit. */
export const parameterFor = (s: Scenario, pick: Ref): ParameterRef =>
  isParameter(pick)
    ? pick
    : (parameters(s).find((ref) => ref.layer === pick.layer && ref.unit === pick.unit) ?? (pick as ParameterRef));
