/** What comes of a link. */
import type { Bookmark, Scenario, Scheme, WrittenScenario } from '../types';

/** A bookmark, and what was left out on the way to it. */
export interface Readable {
  readonly bookmark: Bookmark<WrittenScenario>;
  readonly notices: readonly string[];
}

export type Opened =
  /** An empty fragment, or an anchor of the page's own. */
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'bookmark' } & Readable)
  | { readonly kind: 'lesson'; readonly markdown: string; readonly notices: readonly string[] }
  | Refused;

/** `message` is a whole sentence that names the key; `readable` is what "open what is readable" opens. */
export interface Refused {
  readonly kind: 'refused';
  readonly key?: string;
  readonly message: string;
  readonly readable?: Readable;
}

/** The engine's `initialise`: a link may leave its weights to a scheme and a seed. */
export type Initialise = (
  s: Scenario,
  options: { readonly scheme: Scheme; readonly seed: number },
) => Scenario | Promise<Scenario>;
