/**
 * A lesson: pages of text, each with what it does to the playground and what it asks. It is plain data, made by `parseLesson`
 * out of Markdown; its text is a small tree of our own, in which there is no HTML and nothing that runs.
 *
 *     parse.ts     parseLesson(markdown, initialise) -> Result<Lesson>          (brings the reader of Markdown: import it lazily)
 *     quantity.ts  value, symbol and place of a quantity                       (what {{dC/dw1}} and `of` name)
 *     judge.ts     judge(ask, answer, situation) -> right or not, and the slip
 *     progress.ts  which pages were seen, which questions answered; the score
 *     builtIn.ts   the lessons that come with the page, by id, each fetched when it is opened
 */
import type { Evaluation, Quantity as NetworkQuantity, Slip } from '../../../bindings/backprop';
import type { Engine } from '../engine/engine';
import type { LockId, PanelId } from '../scenario/ids';
import type { Bookmark, Notation, Ref, Scenario, WrittenScenario } from '../scenario/types';

export interface Lesson {
  /** Of the front matter, else the first heading, else ''. */
  readonly title: string;
  /** A language tag such as `en` or `pt-BR`, for the `lang` attribute of the text. */
  readonly lang?: string;
  readonly author?: string;
  readonly licence?: string;
  /** At least one. */
  readonly pages: readonly Page[];
}

/** What one page says, and what it does to the playground. All but `state` and `pick` hold for this page alone. */
export interface Page {
  /** From 1, as in `?page=` and in messages. */
  readonly number: number;
  /** Its first heading as plain text. */
  readonly title?: string;
  readonly blocks: readonly Block[];
  /** The questions, in the order in which they stand among the blocks. One at a time is on screen. */
  readonly asks: readonly Ask[];
  /**
   * What the playground opens when the page is turned to. Absent = it goes on with what is on screen; a reader who comes to
   * the page by a jump gets `bookmarkAt(lesson, number)` (progress.ts).
   */
  readonly state?: Bookmark<WrittenScenario>;
  /** What is explained; else that of `state`, else as it was. */
  readonly pick?: Ref;
  /** The view to bring on screen: opened where it opens on demand, scrolled to where it is out of sight. */
  readonly panel?: PanelId;
  /** What is lit while nothing is touched: `litBy` (quantity.ts) says which links that are. */
  readonly highlight: readonly Quantity[];
  /** Locked besides what the address locks. */
  readonly lock: readonly LockId[];
  /** Hidden besides what is hidden already; `show` has the last word, as in the address. */
  readonly hide: readonly PanelId[];
  readonly show: readonly PanelId[];
}

// Text.

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  /** `level` as written, 1–6. */
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | {
      readonly kind: 'list';
      /** The first number of a numbered list; absent = bullets. */
      readonly start?: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  /** Cells by row; `align` and each row have as many entries as `head`. */
  | {
      readonly kind: 'table';
      readonly align: readonly (Align | undefined)[];
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  /** TeX in a line of its own, at most `lessonLimits.tex` characters. */
  | { readonly kind: 'math'; readonly tex: string }
  /** The place of a question. */
  | { readonly kind: 'ask'; readonly ask: Ask };

type Align = 'left' | 'center' | 'right';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  /** http, https, or # with a fragment (a link to a network, which the page opens). */
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'math'; readonly tex: string }
  /** A live number: `quantityValue`, by `formatNumber`. */
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'break' };

// Quantities.

/** Names a number of the playground. Indices count from 0. */
export type Quantity =
  /** A value of the network: C a z w b x; `yp` is the last layer's only unit. */
  | { readonly kind: 'value'; readonly of: NetworkQuantity | 'yp' }
  /** How strongly the cost answers it: ∂C/∂a, ∂C/∂z, ∂C/∂w, ∂C/∂b. */
  | { readonly kind: 'derivative'; readonly by: NetworkQuantity | 'yp' }
  /** The learning rate. */
  | { readonly kind: 'alpha' }
  /** Descent steps from the start of the network on screen; an edit starts anew. */
  | { readonly kind: 'steps' };

/** What a quantity's value is read from. */
export interface Situation {
  /** On screen. */
  readonly scenario: Scenario;
  /** Of the shown example. */
  readonly evaluation: Evaluation;
  /** Index of the shown example. */
  readonly example: number;
  readonly steps: number;
  readonly notation: Notation;
}

// Questions.

/** What waits until the reader has answered, or has left the question out: commit before reveal. */
export type Before = (typeof befores)[number];
export const befores = ['step', 'nudge'] as const;

interface AskBase {
  /** Of its own in the lesson: "3" for the only question of page 3, "3.2" for the second of several. */
  readonly id: string;
  readonly text: readonly Inline[];
  /** The text as plain text as it was written: for `answer` messages and names. */
  readonly plain: string;
  readonly before?: Before;
}

export type Ask = ChoiceAsk | NumberAsk | SignAsk | OrderAsk | ReachAsk;

export interface ChoiceAsk extends AskBase {
  readonly kind: 'choice';
  /** 2–6 */
  readonly options: readonly (readonly Inline[])[];
  /** Index of the right one, from 0; the lesson writes it from 1. */
  readonly answer: number;
}

export interface NumberAsk extends AskBase {
  readonly kind: 'number';
  readonly of: Quantity;
  /** Relative: 0.01 takes what is within 1 % of the true value. */
  readonly tolerance: number;
}

/** Is it negative, zero or positive? */
export interface SignAsk extends AskBase {
  readonly kind: 'sign';
  readonly of: Quantity;
}

/** By size without sign, the largest first. */
export interface OrderAsk extends AskBase {
  readonly kind: 'order';
  /** 2–6, in the order in which they are offered. */
  readonly of: readonly Quantity[];
}

/** A goal for the playground: done, not answered. At least one of the two; with both, between them. */
export interface ReachAsk extends AskBase {
  readonly kind: 'reach';
  readonly of: Quantity;
  readonly below?: number;
  readonly above?: number;
}

export type Answer =
  /** Index of an option. */
  | { readonly kind: 'choice'; readonly option: number }
  /** As typed: how many digits it has matters. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'sign'; readonly sign: -1 | 0 | 1 }
  /** Indices of `of`, the largest first. */
  | { readonly kind: 'order'; readonly order: readonly number[] }
  | { readonly kind: 'reach' };

export interface Verdict {
  readonly correct: boolean;
  /** The classic mistake, or the two, that give exactly this wrong answer; their words are in format/strings/slips. */
  readonly slips: readonly Slip['kind'][];
  /** What a number that is right was measured against: it may differ within the tolerance. */
  readonly truth?: number;
}

/** What names a slip: the whole engine, where it has been fetched. Without it no slip is named. */
export type SlipFinder = Pick<Engine, 'slips' | 'derive'>;
