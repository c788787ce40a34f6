/** A run: where training started, how far it went, and where in it the reader stands. Immutable. */
import type { Scenario } from '../scenario/types';

/** A start and the descent steps known from it (0 … steps can be revisited). */
export interface Segment {
  readonly start: Scenario;
  readonly steps: number;
}

/** Segments in the order they came about; each edit after a step starts one. Never empty. */
export interface Run {
  readonly segments: readonly Segment[];
  /** The network on screen is that of `segments[segment]` after `step` steps, 0 ≤ step ≤ steps. */
  readonly cursor: { readonly segment: number; readonly step: number };
}
