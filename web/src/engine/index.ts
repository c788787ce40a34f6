// What `backprop-playground/engine` exports.
export type {
  Change,
  Check,
  Dataset,
  Derivation,
  DeriveOptions,
  Descended,
  Evaluation,
  Factor,
  Finding,
  Gradient,
  InitialiseOptions,
  Landscape,
  LandscapeOptions,
  LayerTrace,
  NonFinite,
  Nudge,
  ParameterCheck,
  Part,
  Quantity,
  Slip,
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
export type { Engine } from './engine';
export { ScenarioError } from './error';
export { type LoadOptions, loadEngine } from './load';
export { isSupported } from './support';
