// What `backprop-playground/engine` exports.
export type {
  Change,
  Check,
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
  Dataset,
  Descent,
  Example,
  Frozen,
  Layer,
  Like,
  Loss,
  NamedScenario,
  ParameterRef,
  Ref,
  Rule,
  Scenario,
  UnitRef,
  WeightRef,
  WrittenScenario,
} from '../scenario/types';
export type { Engine } from './engine';
export { ScenarioError } from './error';
export { type LoadOptions, loadEngine } from './load';
export { isSupported } from './support';
