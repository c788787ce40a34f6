/** What the messages carry, for both ends of the line. */
import type { Theme } from '../../format/themes';
import type { LockId, PanelId } from '../../scenario/ids';
import type { Bookmark, Scenario, WrittenScenario } from '../../scenario/types';

/** What is on screen. */
export interface State {
  /** The network on screen. */
  readonly scenario: Scenario;
  /** What to come back to exactly. */
  readonly bookmark: Bookmark<WrittenScenario>;
  /** Opens the same in a window of its own. */
  readonly url: string;
}

/** What of the presentation can be changed while the page is there. */
export interface Dress {
  readonly theme?: Theme;
  /** Hidden besides what is hidden already. */
  readonly hide?: readonly PanelId[];
  /** Shown again; a view that opens on demand opens. */
  readonly show?: readonly PanelId[];
  /** Instead of what was locked before; true = all, false = nothing. */
  readonly lock?: readonly LockId[] | boolean;
}

/** What a host can be told of unasked, once it has subscribed. */
export const eventNames = ['state', 'progress', 'answer', 'complete'] as const;
export type EventName = (typeof eventNames)[number];

export interface Ready {
  /** Of the playground. */
  readonly version: string;
  /** Of the messages. */
  readonly protocol: number;
}

/** Where a lesson stands. */
export interface Progress {
  readonly lesson: string;
  readonly page: number;
  readonly pages: number;
}

export interface Answer {
  readonly lesson: string;
  readonly page: number;
  readonly question: string;
  readonly correct: boolean;
  readonly tries: number;
  readonly slip?: string;
}

export interface Complete {
  readonly lesson: string;
  readonly score: number;
  readonly max: number;
}
