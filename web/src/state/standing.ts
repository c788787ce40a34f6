/** What a reader may go by who guesses which weight of a chain moves the cost most: its place and its size. */
import { isWeight, parameterAt, parameters, sameRef } from '../scenario/refs';
import { isSlim } from '../scenario/shape';
import type { ParameterRef, Scenario } from '../scenario/types';

export interface Standing {
  readonly nearest: boolean;
  readonly farthest: boolean;
  readonly largest: boolean;
  readonly smallest: boolean;
}

/** Where a weight stands among those of its chain; in a wider network no weight is the nearest. */
export function standingOf(s: Scenario, ref: ParameterRef): Standing {
  const sizes = parameters(s)
    .filter((other) => isWeight(other) && !sameRef(other, ref))
    .map((other) => Math.abs(parameterAt(s, other)));
  const size = Math.abs(parameterAt(s, ref));
  const alone = sizes.length === 0;
  return {
    nearest: !alone && isSlim(s) && ref.layer === s.layers.length - 1,
    farthest: !alone && isSlim(s) && ref.layer === 0,
    largest: !alone && sizes.every((other) => size > other),
    smallest: !alone && sizes.every((other) => size < other),
  };
}

/** How many times as far one change goes as another. */
export const timesAsFar = (change: number, other: number): number => Math.abs(change / other);
