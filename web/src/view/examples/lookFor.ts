import { signal } from '@preact/signals';
import type { Look } from '../../format/strings/examples';

interface LookedAt {
  readonly title: string;
  readonly say: Look;
}

/** The example that was opened last. What to look for stands on the page as long as a network of its title is there. */
export const lookFor = signal<LookedAt | undefined>(undefined);
