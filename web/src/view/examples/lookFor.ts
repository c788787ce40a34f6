import { signal } from '@preact/signals';

interface Look {
  readonly title: string;
  /** What to look for, in the reader's symbols of cost and learning rate. */
  readonly say: (cost: string, rate: string) => string;
}

/** The example that was opened last. What to look for stands on the page as long as a network of its title is there. */
export const lookFor = signal<Look | undefined>(undefined);
