/**
 * The face of the compiled core. Values in, values out: plain scenarios go in, plain data comes back, nothing is to be
 * deleted. Every returned array of numbers is a Float64Array of its own (a copy), matrices are row-major.
 */
import type {
  Dataset,
  Example,
  ParameterRef,
  Ref,
  Scenario,
  UnitRef,
  WrittenScenario,
} from '../web/src/scenario/types';

/** One layer of an evaluation; a value and its derivative are neighbours. */
export interface LayerTrace {
  /** (inputs) what the layer was given */
  readonly x: Float64Array;
  /** (units) Σᵢ w·x + b */
  readonly z: Float64Array;
  /** (units) activation of z */
  readonly a: Float64Array;
  /** (units) how strongly C answers to a */
  readonly dC_da: Float64Array;
  /** (units) slope of the activation at z; (units × units) for softmax, row = a, column = z */
  readonly da_dz: Float64Array;
  /** (units) */
  readonly dC_dz: Float64Array;
  /** (units × inputs) */
  readonly dC_dW: Float64Array;
  /** (units), absent where the layer has no biases */
  readonly dC_db?: Float64Array;
}

/** The first quantity, in the order of computation, that is infinite or not a number. `quantity`: z, a, C, dC_da, … */
export interface NonFinite {
  readonly layer: number;
  readonly unit: number;
  readonly quantity: string;
}

export interface Evaluation {
  /** (units of the last layer) */
  readonly outputs: Float64Array;
  /** The cost of this one example. */
  readonly loss: number;
  readonly layers: readonly LayerTrace[];
  readonly firstNonFinite?: NonFinite;
}

/**
 * Names a number of the network. `C` has no indices; `x` has layer 0 and `input`; `w` has `input` and `unit`. No function
 * returns an `x`: an input is the value of ∂z/∂w, nothing is differentiated by it. It is there to be written.
 */
export interface Quantity {
  readonly kind: 'C' | 'a' | 'z' | 'w' | 'b' | 'x';
  readonly layer?: number;
  readonly unit?: number;
  readonly input?: number;
}

/** ∂of/∂by. */
export interface Part {
  readonly of: Quantity;
  readonly by: Quantity;
  readonly value: number;
}

/** One link of the chain; its parts, in the order a nudge travels, multiply to its value. */
export interface Factor extends Part {
  readonly parts: readonly Part[];
  /** Where the unit feeds several others: one term per unit of the next layer; they add up to `value`. */
  readonly terms?: readonly Term[];
}

export interface Term {
  readonly factors: readonly Factor[];
  readonly value: number;
}

export interface DeriveOptions {
  /** Which of the scenario's examples, from 0; the first when absent. */
  readonly example?: number;
  /** List at most so many of the strongest paths, 0 … 1,000; 10 when absent. */
  readonly paths?: number;
}

export interface Derivation {
  /** ∂C/∂ref of the example */
  readonly gradient: number;
  /** In the order a nudge travels, from the parameter to the cost; they multiply to `gradient`. */
  readonly factors: readonly Factor[];
  readonly paths: {
    /** Paths from the parameter to the cost, exact to 2⁵³. */
    readonly count: number;
    /** By |value|; `units` holds one unit per layer passed, from the ref's own layer to the last. */
    readonly strongest: readonly { readonly units: readonly number[]; readonly value: number }[];
  };
  /** What `descend(s, 1)` does to the parameter; absent for an activation. */
  readonly update?: { readonly before: number; readonly gradient: number; readonly after: number };
}

export interface Gradient {
  /** Mean loss over the examples, with l1 and l2. */
  readonly cost: number;
  readonly layers: readonly { readonly dC_dW: Float64Array; readonly dC_db?: Float64Array }[];
}

export interface Descended<S extends WrittenScenario = Scenario> {
  /** After the steps, or the last finite one. */
  readonly scenario: S;
  /** (steps taken + 1): `costs[k]` is the cost of the batch of step k before it, the last one that of the next batch. */
  readonly costs: Float64Array;
  /**
   * `step` was not taken; it counts from 0 within this call. `quantity` is a trace's, or dC_db, first, second, w or b
   * where only these overflow.
   */
  readonly diverged?: NonFinite & { readonly step: number };
}

export interface Change {
  readonly of: Quantity;
  readonly before: number;
  readonly after: number;
  /** after − before: what really happened */
  readonly change: number;
  /** what the factors predict */
  readonly linear: number;
  /** change / change of the previous entry, where one number led to one: this layer has one unit, and so had the entry before */
  readonly ratio?: number;
}

export interface Nudge {
  /** The parameter, every activation it reaches layer by layer, the cost. */
  readonly changes: readonly Change[];
}

export interface ParameterCheck {
  readonly ref: ParameterRef;
  /** ∂C/∂parameter over all examples, with l1 and l2 */
  readonly analytic: number;
  /** (C(w + step) − C(w − step)) / 2·step */
  readonly numeric: number;
  /** How far the parameter is moved to either side, in its own unit. */
  readonly step: number;
  /** |analytic − numeric|, relative to the larger, or to what rounding allows where both are tiny */
  readonly error: number;
  /** A slope jumps between w − step and w + step: the two need not agree. */
  readonly atKink: boolean;
}

export interface Check {
  /** Index of the largest error not at a kink, −1 when there is none. */
  readonly worst: number;
  /** Layer by layer, weights row by row, then biases; frozen ones too. */
  readonly parameters: readonly ParameterCheck[];
}

/** One or two axes of different parameters. */
export interface LandscapeOptions {
  readonly axes: readonly [ParameterRef] | readonly [ParameterRef, ParameterRef];
  /** Low and high end of each axis. */
  readonly ranges: readonly (readonly [low: number, high: number])[];
  /** Points per axis, both ends included, 2 … 512. */
  readonly resolution: number;
}

export interface Landscape {
  /** (resolution), or (resolution × resolution) with the first axis slow */
  readonly costs: Float64Array;
}

export interface InitialiseOptions {
  /** uniform: ±1/√inputs; xavier: ±√(6 / (inputs + units)); he: normal, deviation √(2 / inputs). */
  readonly scheme: 'zeros' | 'uniform' | 'xavier' | 'he';
  /** 0 … 2³² − 1 */
  readonly seed: number;
}

/** Something wrong with a network, or about to be; a finding carries the fields of its kind. */
export interface Finding {
  readonly kind: 'nonFinite' | 'dead' | 'saturated' | 'vanishing' | 'exploding' | 'unreachable' | 'alphaTooLarge';
  readonly layer?: number;
  readonly unit?: number;
  /** The number that shows it. */
  readonly value?: number;
  /** Which of the examples shows it. */
  readonly example?: number;
  /** nonFinite: the first quantity that is infinite or NaN. */
  readonly quantity?: string;
  /** dead: whether a gradient still moves what feeds the unit. */
  readonly revivable?: boolean;
  /** vanishing, exploding: per layer, the root mean square of ∂C/∂z. */
  readonly norms?: Float64Array;
  /** vanishing, exploding: the part of the factor that shrinks or grows most. */
  readonly through?: 'slope' | 'weight';
  /** unreachable: outside of what the output can give; `value` is the nearest it can. */
  readonly target?: number;
  /** unreachable: after which the run stands still; `value` is the cost that remains. */
  readonly steps?: number;
}

/** A classic mistake, made everywhere in the network for one step. */
export interface Slip<S extends WrittenScenario = Scenario> {
  readonly kind:
    | 'forgotTwo'
    | 'forgotSlope'
    | 'forgotInput'
    | 'forgotWeight'
    | 'valuesBack'
    | 'added'
    | 'onePath'
    | 'wrongSign'
    | 'outputFirst';
  /** of the parameter, as the mistake has it */
  readonly gradient: number;
  /** the parameter after the step */
  readonly after: number;
  /** the whole network after it */
  readonly scenario: S;
}

/** How far a study has come that goes on in parts, so that its caller can do something else in between. */
export interface InParts {
  /** What the next part goes on from; empty at the end. */
  readonly progress: Float64Array;
  /** How much of it is done, 0 … 1, as a share of the time it takes: an estimate that never goes back. */
  readonly share: number;
}

export interface CheckPart extends InParts {
  /** At the end. */
  readonly check?: Check;
}

export interface DiagnosisPart extends InParts {
  /** At the end. */
  readonly findings?: readonly Finding[];
}

export interface DescentPart<S extends WrittenScenario = WrittenScenario> extends InParts {
  /** At the end. */
  readonly descended?: Descended<S>;
}

/** A failure at the boundary: where and what. */
export interface Failure {
  readonly error: { readonly path: string; readonly message: string };
}

/**
 * The functions that `EMSCRIPTEN_BINDINGS` registers. Every argument is checked in C++ before it is used. What each of
 * them does: web/src/engine/engine.ts, whose functions they are, but that a failure is returned here and thrown there.
 */
export interface BackpropModule {
  /**
   * From now on a long list of examples is read when it first comes and then known, and what is returned holds the same list:
   * for callers that never change one. The package does not call this: its functions keep nothing.
   */
  keepLists(): void;
  evaluate(scenario: WrittenScenario, example: number): Evaluation | Failure;
  derive(scenario: WrittenScenario, ref: Ref, options: DeriveOptions | undefined): Derivation | Failure;
  gradient(scenario: WrittenScenario): Gradient | Failure;
  descend(scenario: WrittenScenario, steps: number): Descended<WrittenScenario> | Failure;
  nudge(scenario: WrittenScenario, ref: ParameterRef | UnitRef, delta: number, example: number): Nudge | Failure;
  /** (count × inputs) flat in, (count × outputs) flat out */
  predict(scenario: WrittenScenario, inputs: Float64Array | readonly number[]): Float64Array | Failure;
  check(scenario: WrittenScenario): Check | Failure;
  landscape(scenario: WrittenScenario, options: LandscapeOptions): Landscape | Failure;
  initialise(scenario: WrittenScenario, options: InitialiseOptions): WrittenScenario | Failure;
  examples(dataset: Dataset): readonly Example[] | Failure;
  diagnose(scenario: WrittenScenario): readonly Finding[] | Failure;
  slips(scenario: WrittenScenario, ref: ParameterRef): readonly Slip<WrittenScenario>[] | Failure;

  // The package leaves these three out. In parts what `check`, `diagnose` and a step of `descend` do at once, to the same
  // bits; `progress` is that of the part before, undefined for the first.

  /** `moves` of one parameter on a block of up to 32 examples each. */
  checkOn(scenario: WrittenScenario, progress: Float64Array | undefined, moves: number): CheckPart | Failure;
  /** On by about so many `examples`, each counted once for every pass over it. */
  diagnoseOn(scenario: WrittenScenario, progress: Float64Array | undefined, examples: number): DiagnosisPart | Failure;
  /** On by about so many `examples`, in blocks of 32. */
  descendOn(scenario: WrittenScenario, progress: Float64Array | undefined, examples: number): DescentPart | Failure;
}

/** What the generated module exports by default. */
export default function createBackprop(options?: {
  wasmBinary?: ArrayBuffer | Uint8Array;
  locateFile?: (file: string) => string;
}): Promise<BackpropModule>;
