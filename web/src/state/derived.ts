/** Everything that follows from what is held: computed when somebody reads it, and only then. */
import { computed } from '@preact/signals';
import type { FirstEngine } from '../engine/engine';
import { comparedWith } from './comparison';
import type { Held } from './held';
import type { Replay } from './replay';
import { currentSegment, positionOf, type Run } from './run';
import { costsOf, timelineOf } from './timeline';
import type { Turn, Turns } from './turns';

export function derivedFrom(engine: FirstEngine, replay: Replay, held: Held, turns: Turns) {
  const { run, history, shown, nudgeSize, compared } = held;
  const at = (of: Run) => replay.at(currentSegment(of).start, of.cursor.step);
  const scenario = computed(() => at(run.value));
  const drawn = (turn: Turn) => {
    const own = turns.of(turn);
    return computed(() => at(own.value));
  };
  const evaluated = drawn('evaluation');
  const derived = drawn('derivation');
  const moved = drawn('nudged');
  const pick = computed(() => shown.value.pick);
  const example = computed(() => shown.value.example);
  // Moving along the run leaves its segments as they are, and with them thousands of costs.
  const segments = computed(() => run.value.segments);
  const costs = computed(() => costsOf(segments.value, replay));
  const gradient = computed(() => engine.gradient(scenario.value));
  const position = computed(() => positionOf(run.value));
  return {
    scenario,
    drawn: { evaluation: evaluated, derivation: derived, nudged: moved, edges: drawn('edges') },
    pick,
    example,
    notation: computed(() => shown.value.notation),
    evaluation: computed(() => engine.evaluate(evaluated.value, example.value)),
    derivation: computed(() => engine.derive(derived.value, pick.value, { example: example.value })),
    gradient,
    // A batch of all examples has been through them already.
    meanCost: computed(() =>
      scenario.value.descent.batch === undefined ? (costs.value[position.value] ?? Number.NaN) : gradient.value.cost,
    ),
    stepped: computed(() => engine.descend(scenario.value, 1)),
    nudged: computed(() => engine.nudge(moved.value, pick.value, nudgeSize.value, example.value)),
    timeline: computed(() => timelineOf(run.value, costs.value)),
    compared: computed(() => compared.value && comparedWith(compared.value, run.value, replay)),
    canUndo: computed(() => history.value.past !== undefined),
    canRedo: computed(() => history.value.future !== undefined),
  };
}
