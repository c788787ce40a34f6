/**
 * The face of the compiled core. Values in, values out: plain scenarios go in, plain data comes back, nothing is to be
 * deleted. Every returned array of numbers is a Float64Array of its own (a copy), matrices are row-major.
 */
import type { ParameterRef, Ref, Scenario, UnitRef } from '../web/src/scenario/types';

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

/** Names a number of the network. `C` has no indices; `x` has layer 0 and `input`; `w` has `input` and `unit`. */
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
  /** Mean loss over the examples. */
  readonly cost: number;
  readonly layers: readonly { readonly dC_dW: Float64Array; readonly dC_db?: Float64Array }[];
}

export interface Descended {
  /** After the steps, or the last finite one. */
  readonly scenario: Scenario;
  /** (steps taken + 1): `costs[k]` is the cost before step k, the last one that of `scenario`. */
  readonly costs: Float64Array;
  /** `step` was not taken; it counts from 0 within this call. `quantity` is a trace's, or w or b where only they overflow. */
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

/** A failure at the boundary: where and what. */
export interface Failure {
  readonly error: { readonly path: string; readonly message: string };
}

/** The functions that `EMSCRIPTEN_BINDINGS` registers. Every argument is checked in C++ before it is used. */
export interface BackpropModule {
  evaluate(scenario: Scenario, example: number): Evaluation | Failure;
  derive(scenario: Scenario, ref: Ref, example: number, paths: number): Derivation | Failure;
  gradient(scenario: Scenario): Gradient | Failure;
  descend(scenario: Scenario, steps: number): Descended | Failure;
  nudge(scenario: Scenario, ref: ParameterRef | UnitRef, delta: number, example: number): Nudge | Failure;
  /** (count × inputs) flat in, (count × outputs) flat out */
  predict(scenario: Scenario, inputs: Float64Array): Float64Array | Failure;
}

/** What the generated module exports by default. */
export default function createBackprop(options?: {
  wasmBinary?: ArrayBuffer | Uint8Array;
  locateFile?: (file: string) => string;
}): Promise<BackpropModule>;
