/** The whole run in a row: every step that can be revisited. */
export interface Timeline {
  /** Mean cost at each position; a segment of n steps takes n + 1 positions. */
  readonly costs: Float64Array;
  /** Where the reader stands, an index of `costs`. */
  readonly position: number;
  /** The position at which each segment starts. */
  readonly boundaries: readonly number[];
  /** Steps taken since the segment's start. */
  readonly step: number;
}
