/** Whether this reader has done something already. Kept where storage allows; the page works without. */
import { signal } from '@preact/signals';

const key = 'backprop-playground.welcomed';

const remembered = (): boolean => {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
};

export const welcomed = signal(remembered());

/** What the first thing done in this visit was done to. The room of the line stays, lest the page move under a finger. */
export interface Answered {
  readonly room: { readonly width: string; readonly height: string };
  readonly cost: number;
  readonly title: string | undefined;
}
export const answered = signal<Answered | undefined>(undefined);

export function rememberWelcome(): void {
  welcomed.value = true;
  try {
    localStorage.setItem(key, '1');
  } catch {
    // Storage may be refused, as in a cross-site frame; then the line comes again next time.
  }
}
