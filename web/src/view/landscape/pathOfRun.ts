import { parameterAt } from '../../scenario/refs';
import type { ParameterRef, Scenario } from '../../scenario/types';
import type { Playground } from '../../state/playground';

/** A stretch of the run without an edit: the values of some parameters at steps of it. */
type Stretch = readonly (readonly number[])[];

/** At most about so many points a stretch. */
const mostPoints = 128;

/** Networks of earlier pictures, by the start of their segment: the past does not change while the run goes on. */
const remembered = new WeakMap<Scenario, Map<number, Scenario>>();

/** Where the run has been so far, segment by segment: every step, or in a long run every second, fourth, eighth … */
export function pathOfRun(playground: Playground, refs: readonly ParameterRef[]): Stretch[] {
  const { segments, cursor } = playground.run.value;
  const { boundaries } = playground.timeline.value;
  return segments.slice(0, cursor.segment + 1).map(({ start, steps }, k) => {
    const end = k === cursor.segment ? cursor.step : steps;
    const known = remembered.get(start);
    const networks = new Map(
      stepsOf(end).map((step) => [step, known?.get(step) ?? playground.at((boundaries[k] ?? 0) + step)]),
    );
    // Only these: a run of a hundred thousand steps passes many ends.
    remembered.set(start, networks);
    return [...networks.values()].map((network) => refs.map((ref) => parameterAt(network, ref)));
  });
}

/** 0 … end with both, a power of two apart, so that a longer run asks for the same steps again. */
export function stepsOf(end: number): number[] {
  const apart = 2 ** Math.max(0, Math.ceil(Math.log2(end / mostPoints || 1)));
  const steps = Array.from({ length: Math.floor(end / apart) + 1 }, (_, i) => i * apart);
  return steps[steps.length - 1] === end ? steps : [...steps, end];
}
