/** Runs that start alike and go on each by its own rule: the right step, and a mistake made in every step. */
import type { Slip } from '../../../../bindings/backprop';
import type { Engine } from '../../engine/engine';
import { parameterAt } from '../../scenario/refs';
import type { ParameterRef, Scenario } from '../../scenario/types';

export interface Run {
  /** Undefined: the run without a mistake. */
  readonly kind: Slip['kind'] | undefined;
  /** (steps taken + 1), mean over all examples. */
  readonly costs: Float64Array;
  /** The parameter at each of them. */
  readonly values: Float64Array;
}

/** How far a run comes away from another in the parameter, at most. */
export const farthest = (a: Run, b: Run): number =>
  a.values.reduce((most, value, n) => Math.max(most, Math.abs(value - (b.values[n] ?? value))), 0);

/** The mistakes that come to the end of their run, and there to a lower cost than the right rule. */
export const endingLower = ([right, ...mistakes]: readonly Run[]): readonly Run[] =>
  mistakes.filter(
    ({ costs }) => costs.length === right?.costs.length && (costs.at(-1) ?? 0) < (right?.costs.at(-1) ?? 0),
  );

/** Takes `steps` steps by the rule, or with the mistake; yields after each, so that the page can answer in between. */
export function* drift(
  engine: Engine,
  s: Scenario,
  ref: ParameterRef,
  kind: Slip['kind'] | undefined,
  steps: number,
): Generator<void, Run> {
  const costs = [engine.gradient(s).cost];
  let now = s;
  const values = [parameterAt(s, ref)];
  for (let n = 0; n < steps; n++) {
    const next = stepped(engine, now, ref, kind);
    const cost = next && engine.gradient(next).cost;
    if (!Number.isFinite(cost) || next === undefined || cost === undefined) break;
    now = next;
    costs.push(cost);
    values.push(parameterAt(now, ref));
    yield;
  }
  return { kind, costs: Float64Array.from(costs), values: Float64Array.from(values) };
}

/** The network after one more step; undefined where that would leave the finite numbers. */
function stepped(engine: Engine, s: Scenario, ref: ParameterRef, kind: Slip['kind'] | undefined): Scenario | undefined {
  if (kind !== undefined) return engine.slips(s, ref).find((slip) => slip.kind === kind)?.scenario;
  const { scenario, diverged } = engine.descend(s, 1);
  return diverged ? undefined : scenario;
}
