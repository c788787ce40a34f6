import type { ParameterRef } from '../../scenario/types';
import type { LanePlace } from './layout';

/** The parameter that an edge carries. */
export const refOf = ({ layer, unit, input }: LanePlace): ParameterRef =>
  input === undefined ? { layer, unit, bias: true } : { layer, unit, input };

export const laneKey = (lane: LanePlace): string => `${lane.layer}.${lane.unit}.${lane.input ?? 'b'}`;
