/**
 * The page's state, without the page: what is on screen, what can be derived from it, and what a reader can do. The run and
 * a handful of choices are held; every other value is computed from them when somebody reads it.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { Derivation, Descended, Evaluation, Gradient, Nudge } from '../../../bindings/backprop';
import type { Bookmark, Notation, Ref, Scenario } from '../scenario/types';
import type { Engine } from './engine';
import type { Notice } from './notice';
import type { Phase } from './phase';
import type { Run } from './run';
import type { Timeline } from './timeline';

export interface Playground {
  // What is.
  readonly run: ReadonlySignal<Run>;
  /** The network on screen, with its examples and its way down. */
  readonly scenario: ReadonlySignal<Scenario>;
  /** The shown example, forward and backward. */
  readonly evaluation: ReadonlySignal<Evaluation>;
  /** ∂C/∂pick of the shown example, factor by factor. */
  readonly derivation: ReadonlySignal<Derivation>;
  /** Mean over all examples. */
  readonly gradient: ReadonlySignal<Gradient>;
  /** One step on from here, not taken: what the Update phase shows. */
  readonly stepped: ReadonlySignal<Descended>;
  /** What happens when the pick is moved by `nudgeSize`. */
  readonly nudged: ReadonlySignal<Nudge>;
  readonly timeline: ReadonlySignal<Timeline>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  readonly pick: ReadonlySignal<Ref>;
  /** Index of the shown example. */
  readonly example: ReadonlySignal<number>;
  readonly notation: ReadonlySignal<Notation>;
  /** Undefined = everything is shown. */
  readonly phase: ReadonlySignal<Phase | undefined>;
  /** Added to the pick by the nudge; 0.1, 0.01 or 0.001, negative allowed. */
  readonly nudgeSize: ReadonlySignal<number>;
  readonly playing: ReadonlySignal<boolean>;
  /** Steps per second while playing. */
  readonly speed: ReadonlySignal<number>;
  readonly notice: ReadonlySignal<Notice | undefined>;

  // What can be done.
  /**
   * Puts `next` on screen. Edits with the same `gesture` (a drag) are one undo entry and one segment. A document the engine
   * refuses changes nothing but the notice.
   */
  edit(next: Scenario, gesture?: unknown): void;
  /** Takes `count` descent steps (default 1). */
  step(count?: number): void;
  /** One step earlier on the timeline. */
  back(): void;
  play(): void;
  pause(): void;
  setSpeed(stepsPerSecond: number): void;
  /** To the start of the segment. */
  reset(): void;
  /** To an index of the timeline; clamped to it. No undo entry. */
  seek(position: number): void;
  undo(): void;
  redo(): void;
  choose(ref: Ref): void;
  showExample(index: number): void;
  setNudge(delta: number): void;
  setNotation(notation: Notation): void;
  /** forward → cost → backward → update → one step on, forward. */
  nextPhase(): void;
  previousPhase(): void;
  enterPhase(phase: Phase): void;
  leavePhases(): void;
  /** Activation of a unit at each of `zs`; same length. */
  activationCurve(layer: number, unit: number, zs: Float64Array): Float64Array;
  /** Opens a document; what was on screen stays one undo away. */
  open(bookmark: Bookmark): void;
  /** What is on screen, to return to exactly. */
  bookmark(): Bookmark;
  dismissNotice(): void;
}

export interface PlaygroundOptions {
  /** Calls `tick` once, soon, with the time in milliseconds; returns how to call it off. The page's requestAnimationFrame. */
  readonly schedule?: (tick: (now: number) => void) => () => void;
}

export declare function createPlayground(engine: Engine, bookmark: Bookmark, options?: PlaygroundOptions): Playground;
