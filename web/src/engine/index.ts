// What `backprop-playground/engine` exports.
export type {
  Change,
  Derivation,
  Descended,
  Evaluation,
  Factor,
  Gradient,
  LayerTrace,
  NonFinite,
  Nudge,
  Part,
  Quantity,
  Term,
} from '../../../bindings/backprop';
export type {
  Activation,
  BiasRef,
  Descent,
  Example,
  Frozen,
  Layer,
  Loss,
  ParameterRef,
  Ref,
  Rule,
  Scenario,
  UnitRef,
  WeightRef,
} from '../scenario/types';
export type { DeriveOptions, Engine } from './engine';
export { ScenarioError } from './error';
export { type LoadOptions, loadEngine } from './load';
export { isSupported } from './support';
