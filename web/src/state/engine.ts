import type { Derivation, Descended, Evaluation, Gradient, Nudge } from '../../../bindings/backprop';
import type { Ref, Scenario } from '../scenario/types';

/** What the state asks of the engine. */
export interface Engine {
  evaluate(s: Scenario, example?: number): Evaluation;
  derive(s: Scenario, ref: Ref, options?: { example?: number; paths?: number }): Derivation;
  gradient(s: Scenario): Gradient;
  descend(s: Scenario, steps: number): Descended;
  nudge(s: Scenario, ref: Ref, delta: number, example?: number): Nudge;
  predict(s: Scenario, inputs: Float64Array): Float64Array;
}
