import { addStep } from '../../format/number';

/** One step from `from`, which stops at `snap` on its way, and goes on from there to the next whole step. */
export function stepPast(from: number, delta: number, snap: number | undefined): number {
  const next = addStep(from, delta);
  if (snap === undefined || delta === 0) return next;
  if (from === snap) return Number(((Math.floor(from / delta) + 1) * delta).toPrecision(12));
  return (snap - from) * (snap - next) < 0 ? snap : next;
}

/** `value`, or `snap` where a drag in steps of `stride` comes nearest to it. */
export const snapped = (value: number, stride: number, snap: number | undefined): number =>
  snap !== undefined && Math.abs(value - snap) <= Math.abs(stride) / 2 ? snap : value;
