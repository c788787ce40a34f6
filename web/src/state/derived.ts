/** Everything that follows from what is held: computed when somebody reads it, and only then. */
import { computed } from '@preact/signals';
import type { Derivation } from '../../../bindings/backprop';
import type { FirstEngine } from '../engine/engine';
import { parameterCount } from '../scenario/shape';
import type { Ref, Scenario } from '../scenario/types';
import { comparedWith } from './comparison';
import { exampleAlone } from './exampleAlone';
import type { Held } from './held';
import { withFirstRatio } from './ratios';
import type { Replay } from './replay';
import { currentSegment, positionOf, type Run } from './run';
import { costsOf, timelineOf } from './timeline';
import type { Turn, Turns } from './turns';
import { mostWork, workOfStep } from './work';

export function derivedFrom(engine: FirstEngine, replay: Replay, held: Held, turns: Turns) {
  const { run, history, shown, nudgeSize, compared } = held;
  const at = (of: Run) => replay.at(currentSegment(of).start, of.cursor.step);
  const scenario = computed(() => at(run.value));
  const drawn = (turn: Turn) => {
    const own = turns.of(turn);
    return computed(() => at(own.value));
  };
  const evaluated = drawn('evaluation');
  const pointed = drawn('points');
  const derived = drawn('derivation');
  const moved = drawn('nudged');
  const pick = computed(() => shown.value.pick);
  const example = computed(() => shown.value.example);
  // Moving along the run leaves its segments as they are, and with them thousands of costs.
  const segments = computed(() => run.value.segments);
  const costs = computed(() => costsOf(segments.value, replay));
  const gradient = computed(() => engine.gradient(scenario.value));
  const position = computed(() => positionOf(run.value));
  /** What a step makes of the pick takes as long as the step: where that is too much work it is left out. */
  const derivationOf = (s: Scenario, at: Ref, shownExample: number): Derivation => {
    if (workOfStep(s) <= mostWork) return engine.derive(s, at, { example: shownExample });
    const { update: _, ...derivation } = engine.derive(exampleAlone(s, shownExample), at);
    return derivation;
  };
  return {
    scenario,
    drawn: { evaluation: evaluated, points: pointed, derivation: derived, nudged: moved, edges: drawn('edges') },
    pick,
    example,
    notation: computed(() => shown.value.notation),
    evaluation: computed(() => engine.evaluate(evaluated.value, example.value)),
    points: computed(() => engine.evaluate(pointed.value, example.value)),
    derivation: computed(() => derivationOf(derived.value, pick.value, example.value)),
    gradient,
    meanCost: computed(() => {
      const s = scenario.value;
      // A batch of all examples has been through them already.
      if (s.descent.batch === undefined) return costs.value[position.value];
      return parameterCount(s) * s.examples.length > mostWork ? undefined : gradient.value.cost;
    }),
    stepped: computed(() => engine.descend(scenario.value, 1)),
    nudged: computed(() => withFirstRatio(engine.nudge(moved.value, pick.value, nudgeSize.value, example.value))),
    timeline: computed(() => timelineOf(run.value, costs.value)),
    compared: computed(() => compared.value && comparedWith(compared.value, run.value, replay)),
    canUndo: computed(() => history.value.past !== undefined),
    canRedo: computed(() => history.value.future !== undefined),
  };
}
