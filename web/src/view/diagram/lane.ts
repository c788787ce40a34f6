import type { ParameterRef } from '../../scenario/types';
import type { LanePlace } from './layout';

/** The parameter that an edge carries. */
export const refOf = ({ layer, unit, input }: LanePlace): ParameterRef =>
  input === undefined ? { layer, unit, bias: true } : { layer, unit, input };

export const laneKey = (lane: LanePlace): string => `${lane.layer}.${lane.unit}.${lane.input ?? 'b'}`;

/** Line width for a weight: grows with its size, ever more slowly. */
export const thickness = (weight: number): number => 1.2 + Math.min(6, 3 * Math.log2(1 + Math.abs(weight)));

/** Dashes tell a negative weight. */
export const dashes = (weight: number) => (weight < 0 ? '7 4' : undefined);
