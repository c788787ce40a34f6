import type { Descended, Failure } from '../../../bindings/backprop';
import type { FirstModule } from '../../../bindings/first';
import type { Like, WrittenScenario } from '../scenario/types';
import type { FirstEngine } from './engine';
import { ScenarioError } from './error';

/** The functions that both modules have. */
export function firstCalls(core: FirstModule): FirstEngine {
  return {
    evaluate: (scenario, example = 0) => opened(core.evaluate(scenario, example)),
    derive: (scenario, ref, options) => opened(core.derive(scenario, ref, options)),
    gradient: (scenario) => opened(core.gradient(scenario)),
    descend: <S extends WrittenScenario>(scenario: S, steps: number) =>
      opened(core.descend(scenario, steps)) as Descended<Like<S>>,
    nudge: (scenario, ref, delta, example = 0) => opened(core.nudge(scenario, ref, delta, example)),
    predict: (scenario, inputs) => opened(core.predict(scenario, inputs)),
    examples: (dataset) => opened(core.examples(dataset)),
  };
}

/** Failures cross the boundary as values (a C++ exception would arrive as a bare number); here they become errors. */
export function opened<T extends object>(result: T | Failure): T {
  if ('error' in result) throw new ScenarioError(result.error.path, result.error.message);
  return result;
}
