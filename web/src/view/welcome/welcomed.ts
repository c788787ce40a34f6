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

/** The size of the line that left in this visit: its room stays, lest the page move under a finger. */
export const roomLeft = signal<{ readonly width: string; readonly height: string } | undefined>(undefined);

export function rememberWelcome(): void {
  welcomed.value = true;
  try {
    localStorage.setItem(key, '1');
  } catch {
    // Storage may be refused, as in a cross-site frame; then the line comes again next time.
  }
}
