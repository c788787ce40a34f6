import type {
  Check,
  CheckPart,
  Derivation,
  DeriveOptions,
  Descended,
  DescentPart,
  DiagnosisPart,
  Evaluation,
  Finding,
  Gradient,
  InitialiseOptions,
  Landscape,
  LandscapeOptions,
  Nudge,
  Slip,
} from '../../../bindings/backprop';
import type { Dataset, Example, Like, ParameterRef, Ref, Scenario, WrittenScenario } from '../scenario/types';

/**
 * The core: every number of a network and its derivatives. All functions are pure: a scenario goes in, plain data comes
 * back, and nothing is kept in between. What a function returns is the caller's own; its arrays of numbers are
 * Float64Arrays, matrices row-major. Indices count from 0. Numbers carry no units.
 *
 * Every function throws a {@link ScenarioError} with a path when it is given something it cannot use. Infinity and NaN
 * that arithmetic makes out of finite weights are results, not errors.
 */
export interface FirstEngine {
  /**
   * Forward and backward pass of one example: z = Σᵢ wᵢ·xᵢ + b and a = f(z) layer by layer, the loss, and the derivative
   * of that loss by each of them. The first derivatives are the loss's own, dC_da = ∂C/∂a of the outputs; from there
   * dC_dz = dC_da · f′(z), dC_dW = dC_dz · xᵀ, dC_db = dC_dz, and dC_da of the layer before is Wᵀ · dC_dz
   * (Rumelhart, Hinton and Williams 1986). At z = 0 relu has slope 0.
   *
   * @param example which of the scenario's examples, from 0
   */
  evaluate(scenario: WrittenScenario, example?: number): Evaluation;

  /**
   * The chain rule written out: ∂C/∂ref of one example as a product of factors, in the order in which a nudge of the
   * parameter (or activation) travels to the cost. Where the signal fans out into several units the last factor is a
   * sum of `terms`, one per unit of the next layer.
   *
   * @param ref the parameter, or the activation, that the cost is differentiated by
   */
  derive(scenario: WrittenScenario, ref: Ref, options?: DeriveOptions): Derivation;

  /** Mean loss over all examples, with l1 and l2, and its gradient: dC_dW (units × inputs) and dC_db (units) of each layer. */
  gradient(scenario: WrittenScenario): Gradient;

  /**
   * Takes `steps` steps of the scenario's rule, plainly w ← w − α · ∂C/∂w: all parameters at once from gradients at the
   * old values; frozen parameters stay. `descend(s, 5)` twice gives the bits of `descend(s, 10)`. It stops before a
   * step that would make a parameter infinite or NaN, and says what failed in `diverged`.
   *
   * @param steps whole number, 0 … 1,000,000
   */
  descend<S extends WrittenScenario>(scenario: S, steps: number): Descended<Like<S>>;

  /**
   * Adds `delta` to a parameter (or an activation) and follows the change to the cost, on one example: what each
   * quantity really did beside what the factors predict.
   *
   * @param delta any finite number
   * @param example which of the scenario's examples, from 0
   */
  nudge(scenario: WrittenScenario, ref: Ref, delta: number, example?: number): Nudge;

  /**
   * Outputs for inputs of your own; the scenario's examples play no part.
   *
   * @param inputs (count × inputs of the first layer), flat, row-major
   * @returns (count × units of the last layer), flat, row-major
   */
  predict(scenario: WrittenScenario, inputs: Float64Array | readonly number[]): Float64Array;

  /** The examples that a scenario with this dataset is computed with; refused with a path like `dataset.count`. */
  examples(dataset: Dataset): readonly Example[];
}

/** The whole engine: what the page's first screen calls, and what studies a network from all sides. */
export interface Engine extends FirstEngine {
  /**
   * The gradient of every parameter held against a central difference of the cost over all examples, with l1 and l2.
   * Two forward passes a parameter, from its unit on: 2,000 parameters on 50 examples take a fraction of a second, 20,000
   * on 100 about ten.
   */
  check(scenario: WrittenScenario): Check;

  /**
   * The cost over all examples, with l1 and l2, over one or two different parameters, all else as it is.
   *
   * @param options refused with the path of the field: `axes.1.unit`, `ranges.0`, `resolution`
   */
  landscape(scenario: WrittenScenario, options: LandscapeOptions): Landscape;

  /**
   * The scenario with all weights anew, frozen ones too, biases 0, and what its rule remembered gone. The same seed gives
   * the same numbers everywhere (SplitMix64). Schemes: Glorot and Bengio 2010 (xavier), He et al. 2015 (he), PyTorch's
   * Linear (uniform).
   */
  initialise<S extends WrittenScenario>(scenario: S, options: InitialiseOptions): Like<S>;

  /** What is wrong with the network over all its examples, or will be; empty when nothing was found. */
  diagnose(scenario: WrittenScenario): readonly Finding[];

  /**
   * The classic mistakes of backpropagation, each run for one step of the scenario's rule. Those that cannot be made
   * here are left out.
   *
   * @param ref the weight or bias whose wrong gradient is asked for
   */
  slips<S extends WrittenScenario>(scenario: S, ref: ParameterRef): readonly Slip<Like<S>>[];
}

/** The engine of the page, which must not wait for long: what takes long is there in parts as well, to the same bits. */
export interface WholeEngine extends Engine {
  /**
   * Goes on with a check by so many moves of a parameter on 32 examples.
   *
   * @param progress that of the part before, of the same scenario; undefined for the first
   */
  checkOn(scenario: WrittenScenario, progress: Float64Array | undefined, moves: number): CheckPart;

  /** Goes on with a diagnosis by about so many examples. */
  diagnoseOn(scenario: WrittenScenario, progress: Float64Array | undefined, examples: number): DiagnosisPart;

  /** Goes on with one step of a descent by about so many examples. */
  descendOn(scenario: Scenario, progress: Float64Array | undefined, examples: number): DescentPart<Scenario>;
}
