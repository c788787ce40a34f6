/**
 * The document: a network, its examples and its way down. Plain JSON, readonly, complete.
 * `parse` makes one from anything that arrives from outside; edits return a new one.
 */
import type { activations, costs, datasets, decimals, losses, rates, rules, schemes } from './names';

export type Activation = (typeof activations)[number];
export type Loss = (typeof losses)[number];
export type Rule = (typeof rules)[number];
export type Scheme = (typeof schemes)[number];

/** A flag for every parameter of a layer at once, or one for each. */
export interface Frozen {
  readonly weights?: true | readonly (readonly boolean[])[];
  readonly biases?: true | readonly boolean[];
}

export interface Layer {
  readonly activation: Activation;
  /** (units, inputs): `weights[j][i]` joins input i to unit j. */
  readonly weights: readonly (readonly number[])[];
  /** (units); absent = the layer has no biases. */
  readonly biases?: readonly number[];
  /** Shown with their gradient, left alone by a step. */
  readonly frozen?: Frozen;
}

export interface Example {
  /** (inputs of the first layer) */
  readonly inputs: readonly number[];
  /** (units of the last layer) */
  readonly targets: readonly number[];
}

/** Examples that the core makes itself: two inputs, one target. The same four values give the same numbers everywhere. */
export interface Dataset {
  readonly name: (typeof datasets)[number];
  /** 1 … 10,000 */
  readonly count: number;
  /** Standard deviation of what is added to each input, ≥ 0. */
  readonly noise: number;
  /** 0 … 2³² − 1 */
  readonly seed: number;
}

export interface Descent {
  readonly rule: Rule;
  /** Learning rate, ≥ 0. */
  readonly alpha: number;
  /** The rule's own numbers (`ruleNumbers`); one that the rule does not use is refused. Betas and smoothing in [0, 1). */
  readonly momentum?: number;
  readonly beta1?: number;
  readonly beta2?: number;
  /** > 0 */
  readonly epsilon?: number;
  readonly smoothing?: number;
  /** ≥ 0 */
  readonly weightDecay?: number;
  /** Examples a step, 1 … all of them; absent = all. */
  readonly batch?: number;
  /** Of the order of examples, 0 … 2³²−1; absent = the document's order. */
  readonly seed?: number;
  /** ≥ 0, adds l1·Σ|w| to the cost. */
  readonly l1?: number;
  /** ≥ 0, adds l2/2·Σw² to the cost. */
  readonly l2?: number;
  readonly state?: DescentState;
}

/** What a rule remembers from step to step, and where in the order of examples the run is. */
export interface DescentState {
  /** Steps taken. */
  readonly step: number;
  /** Momentum's buffer, Adam's mean: one entry per layer, shaped like it. */
  readonly first?: readonly LayerNumbers[];
  /** Squares, ≥ 0: likewise. */
  readonly second?: readonly LayerNumbers[];
}

/** A list of numbers shaped like a layer's parameters. */
export interface LayerNumbers {
  readonly weights: readonly (readonly number[])[];
  readonly biases?: readonly number[];
}

/** With its examples one by one: what the page works with. */
export interface Scenario {
  readonly version: 1;
  readonly title?: string;
  readonly layers: readonly Layer[];
  readonly examples: readonly Example[];
  readonly dataset?: never;
  readonly loss: Loss;
  readonly descent: Descent;
}

/** With a data set in place of the examples, which the core makes: the network has two inputs and one output. */
export interface NamedScenario extends Omit<Scenario, 'examples' | 'dataset'> {
  readonly examples?: never;
  readonly dataset: Dataset;
}

/** A document as it may be written: what `parse` gives and the engine takes. */
export type WrittenScenario = Scenario | NamedScenario;

/** What of a document its network follows from. */
export type Layered = Pick<Scenario, 'layers'>;

/** What a function returns for a document: names a data set where that does. */
export type Like<S extends WrittenScenario> = S extends NamedScenario ? NamedScenario : Scenario;

export interface WeightRef {
  readonly layer: number;
  readonly unit: number;
  readonly input: number;
}
export interface BiasRef {
  readonly layer: number;
  readonly unit: number;
  readonly bias: true;
}
export interface UnitRef {
  readonly layer: number;
  readonly unit: number;
}
/** A parameter: something a descent step may change. */
export type ParameterRef = WeightRef | BiasRef;
/** What the chain rule can be asked about: a parameter or an activation. All indices count from 0. */
export type Ref = ParameterRef | UnitRef;

/** How numbers and symbols are written, everywhere at once. */
export interface Notation {
  readonly rate: (typeof rates)[number];
  readonly cost: (typeof costs)[number];
  readonly decimal: (typeof decimals)[number];
  /** Significant digits, 2–17. */
  readonly digits: number;
}

/** What a person sees, to return to exactly: the network is `start` after `steps` descent steps. */
export interface Bookmark<S extends WrittenScenario = Scenario> {
  readonly version: 1;
  readonly start: S;
  readonly steps: number;
  readonly example: number;
  readonly pick: Ref;
  readonly notation: Notation;
}

/** What arrives from outside is unknown until parsed; a problem says where and what. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly notices: readonly string[] }
  | { readonly ok: false; readonly path: string; readonly message: string };
